import { ended, mixed, numberOf } from './sieve.js'

const ASCII = /^[\x00-\x7f]*$/
const ASCII_MARKS = /[^a-z0-9]+/g
const MARKS = /[^\p{L}\p{N}]+/gu

/**
 * A text as it is compared with others that were typed by hand: letters and digits in lower case, without accents, blanks
 * and signs. `null` where nothing is left.
 */
export function foldName(text: string | null): string | null {
  if (text === null || isFolded(text)) return text
  const lower = text.toLowerCase()
  if (isFolded(lower)) return lower
  // ASCII has no second spelling, and most texts are ASCII
  const folded = ASCII.test(lower)
    ? lower.replace(ASCII_MARKS, '')
    : lower.normalize('NFKD').replace(MARKS, '')
  return folded === '' ? null : folded
}

/** Whether nothing is to be folded; a loop, because a regular expression takes longer to be asked than a name is to be read. */
function isFolded(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isFoldedUnit(text.charCodeAt(i))) return false
  return text !== ''
}

function isFoldedUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)
}

/** The number of a folded text, and of what stands before it. Of ASCII, which most names are, it is told without folding. */
export function foldedNumberOf(text: string, before = 0): number {
  let number = before
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0x80) return numberOf(foldName(text) ?? '', before)
    const lower = unit >= 65 && unit <= 90 ? unit + 32 : unit
    if (isFoldedUnit(lower)) number = mixed(number, lower)
  }
  return ended(number)
}
