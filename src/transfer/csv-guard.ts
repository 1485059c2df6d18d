/**
 * Blanks behind which a spreadsheet still finds a formula: those that nobody sees, and the apostrophe of a guard. With the
 * apostrophe among them, what a guard was put in front of is told from what only looks so.
 */
const BEHIND = String.raw`['\p{Zs}\p{Zl}\p{Zp}\p{Cf}\v\f\0\t]*`

/** What starts a formula, in plain and in full width; in the first line of a cell a tab or a line end does, too. */
const SIGN = String.raw`[=+\-@＝＋－＠]`

const UNGUARDED = new RegExp(String.raw`^(?=${BEHIND}[\t\r\n\0])|(?<=^|[\r\n])(?=${BEHIND}${SIGN})`, 'gu')
const GUARDED = new RegExp(
  String.raw`^'(?=${BEHIND}(?:[\t\r\n\0]|${SIGN}))|(?<=[\r\n])'(?=${BEHIND}${SIGN})`,
  'gu',
)

/** Whether there is anything at all that a guard may be about: most texts are told by one look. */
const SUSPECT = /[=+\-@＝＋－＠\t\r\n\0]/

/**
 * A text that no spreadsheet takes for a formula: one apostrophe in front of each line that would be one (OWASP).
 * `unguarded` undoes exactly this, for any text.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(guarded('=1+1')).toBe("'=1+1")
 * expect(unguarded(guarded('=1+1'))).toBe('=1+1')
 * expect(unguarded("'t Hart")).toBe("'t Hart")
 * ```
 */
export function guarded(text: string): string {
  return SUSPECT.test(text) ? text.replace(UNGUARDED, "'") : text
}

/** A text without the apostrophes that `guarded` put in front of its lines, and no other. */
export function unguarded(text: string): string {
  return text.includes("'") ? text.replace(GUARDED, '') : text
}
