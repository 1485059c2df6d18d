/**
 * A line that a spreadsheet takes for a formula: a sign, in plain or full width, also behind blanks that nobody sees. The
 * apostrophe of a guard is one of them, so that what a guard was put in front of is told from what only looks so.
 * `\cK` is the vertical tab.
 */
const FORMULA = /^['\p{Zs}\p{Zl}\p{Zp}\p{Cf}\cK\f\0\t]*[=+\-@＝＋－＠]/u
const GUARDED_FORMULA = /^'['\p{Zs}\p{Zl}\p{Zp}\p{Cf}\cK\f\0\t]*[=+\-@＝＋－＠]/u

/** A cell that begins with a tab, a line end or NUL is dangerous, too (OWASP). */
const START = /^['\p{Zs}\p{Zl}\p{Zp}\p{Cf}\cK\f]*[\t\r\n\0]/u
const GUARDED_START = /^'['\p{Zs}\p{Zl}\p{Zp}\p{Cf}\cK\f]*[\t\r\n\0]/u

/** Whether there is anything at all that a guard may be about: most texts are told by one look. */
const SUSPECT = /[=+\-@＝＋－＠\t\r\n\0]/

const LINES = /[^\r\n]+/g
const LINE_END = /[\r\n]/
const LATER_LINES = /(?<=[\r\n])[^\r\n]+/g

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
  if (!SUSPECT.test(text)) return text
  const lines = text.replace(LINES, guardedLine)
  return START.test(text) && !FORMULA.test(text) ? `'${lines}` : lines
}

/** A text without the apostrophes that `guarded` put in front of its lines, and no other. */
export function unguarded(text: string): string {
  if (!text.includes("'")) return text
  const lines = text.replace(LINES, unguardedLine)
  return GUARDED_START.test(text) && !GUARDED_FORMULA.test(text) ? lines.slice(1) : lines
}

/** A number that is no amount, always behind an apostrophe; `unguardedCode` undoes exactly this. */
export function guardedCode(code: string): string {
  return LINE_END.test(code) ? `'${code.replace(LATER_LINES, guardedLine)}` : `'${code}`
}

/** A number without the apostrophes that `guardedCode` put in front of it and of its other lines. */
export function unguardedCode(text: string): string {
  const code = text.slice(1)
  return LINE_END.test(code) ? code.replace(LATER_LINES, unguardedLine) : code
}

function guardedLine(line: string): string {
  return FORMULA.test(line) ? `'${line}` : line
}

function unguardedLine(line: string): string {
  return GUARDED_FORMULA.test(line) ? line.slice(1) : line
}
