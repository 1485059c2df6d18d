const MARKS = /[^\p{L}\p{N}]+/gu
const PLAIN = /^[a-z0-9]*$/

/**
 * A text as it is compared with others that were typed by hand: letters and digits in lower case, without accents, blanks
 * and signs. `null` where nothing is left.
 */
export function foldName(text: string | null): string | null {
  if (text === null) return null
  const lower = text.toLowerCase()
  const folded = PLAIN.test(lower) ? lower : lower.normalize('NFKD').replace(MARKS, '')
  return folded === '' ? null : folded
}
