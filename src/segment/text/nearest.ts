const LONGEST = 64

/**
 * The name that is most alike in any case, or `null` where none is: at most every third letter may differ, never all. What is
 * longer than any name is compared by its beginning, so that the work stays linear in the text.
 */
export function nearest(found: string, names: readonly string[]): string | null {
  const wanted = found.slice(0, LONGEST).toLowerCase()
  const allowed = Math.max(1, Math.floor(wanted.length / 3))
  let best: string | null = null
  let least = allowed + 1
  for (const name of names) {
    // Texts differ by at least what one is longer
    if (Math.abs(name.length - wanted.length) >= least) continue
    const distance = editDistance(wanted, name.toLowerCase())
    if (distance < least && distance < Math.max(wanted.length, name.length)) [best, least] = [name, distance]
  }
  return best
}

/** How many letters must be put in, left out or replaced (Levenshtein). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let i = 0; i < one.length; i++) row = nextRow(row, one[i], other)
  return row[other.length] as number
}

function nextRow(above: readonly number[], letter: string | undefined, other: string): number[] {
  const row = [(above[0] as number) + 1]
  for (let j = 0; j < other.length; j++) {
    const replaced = (above[j] as number) + (letter === other[j] ? 0 : 1)
    row.push(Math.min(replaced, (above[j + 1] as number) + 1, (row[j] as number) + 1))
  }
  return row
}
