/** The first index for whose item something holds, in a list in which it holds for all that follow; the length if for none. */
export function firstIndex<T>(sorted: readonly T[], holds: (item: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(sorted[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}

/** Two sorted lists as one. A short second one costs little: its places are looked up, and the first is copied in pieces. */
export function mergeSorted<T>(
  one: readonly T[],
  other: readonly T[],
  compare: (one: T, other: T) => number,
): readonly T[] {
  if (one.length === 0) return other
  const merged: T[] = []
  let from = 0
  for (const item of other) {
    const to = firstIndex(one, (place) => compare(place, item) > 0)
    for (; from < to; from++) merged.push(one[from] as T)
    merged.push(item)
  }
  for (; from < one.length; from++) merged.push(one[from] as T)
  return merged
}
