/**
 * A copy of plain data that nobody can change. What comes in is copied, so that the caller keeps what is theirs, unfrozen;
 * what goes out is this copy, so that reading costs nothing and no reader can change what is stored.
 */
export function frozenCopy<T>(value: T): T {
  if (!isNested(value)) return value
  if (Array.isArray(value))
    return (value.length === 0 ? NOTHING : Object.freeze(value.map((item) => frozenCopy(item)))) as T
  const copy = { ...value } as Record<string, unknown>
  // assigning is safe even under the key `__proto__`: the spread has made it an own property
  for (const key of Object.keys(copy)) {
    const inner = copy[key]
    if (isNested(inner)) copy[key] = frozenCopy(inner)
  }
  return Object.freeze(copy) as T
}

/** Most customers have several empty lists: one for all of them. */
const NOTHING: readonly never[] = Object.freeze([])

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
