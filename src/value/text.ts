/**
 * Lengths count Unicode code points, as PostgreSQL's `char_length` does: a flag is two, an e with a combining accent
 * two, CRLF two (ours; the sources name no unit).
 */
export function codePointLength(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    count++
    if (isHighSurrogate(text.charCodeAt(i)) && isLowSurrogate(text.charCodeAt(i + 1))) i++
  }
  return count
}

/** Whether the text has more than `limit` code points; looks no further than it must, so a megabyte costs nothing. */
export function isLongerThan(text: string, limit: number): boolean {
  if (text.length <= limit) return false
  if (text.length > limit * 2) return true
  return codePointLength(text) > limit
}

/** Whether every store can keep the text: no NUL, no lone surrogate (PostgreSQL refuses the one and silently changes the other). */
export function isStorable(text: string): boolean {
  return !SUSPECT.test(text) || !UNSTORABLE.test(text)
}

/** Whether there are surrogates at all: most texts are told by one look. */
const SUSPECT = /[\0\ud800-\udfff]/
const UNSTORABLE = /[\0\p{Cs}]/u

/** Such a text has one spelling only, so there is nothing to compose. */
const ASCII = /^[\x00-\x7f]*$/

/**
 * The key under which texts count as equal: NFC and lower case, without a locale (`İ` keeps its dot, everywhere the same).
 * NFC once more afterwards, because some letters compose only in lower case (`J̌` and `ǰ`): folding twice changes nothing.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(foldText('CAFE\u0301')).toBe(foldText('café'))
 * ```
 */
export function foldText(text: string): string {
  if (isFolded(text)) return text
  return ASCII.test(text) ? text.toLowerCase() : text.normalize('NFC').toLowerCase().normalize('NFC')
}

/** Whether nothing is to be folded; a loop, because a regular expression takes longer to be asked than a word is to be read. */
function isFolded(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x7f || (unit >= 0x41 && unit <= 0x5a)) return false
  }
  return true
}

/** Text without outer blanks, as `trim` gives it, which takes ten times as long to say that there are none. */
export function trimmed(text: string): string {
  return isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1)) ? text : text.trim()
}

/** Text without outer blanks, or `null` where nothing is left. */
export function presentText(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : trimmed(text) || null
}

/** Whether there is anything but blanks. */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || (!isInk(text.charCodeAt(0)) && text.trim() === '')
}

/** Whether a unit is a visible sign of ASCII, as nearly all texts begin and end with; there is none where a text is empty. */
function isInk(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
