import { normalizeTags } from '../customer/tags.js'
import type { JsonValue } from '../outcome/json.js'
import type { ProblemParams } from '../outcome/problem.js'
import type { CsvProblemCode } from './transfer-problem.js'

/** What a cell says, or why that cannot be told. */
export type CellReading =
  | { readonly value: JsonValue }
  | { readonly code: CsvProblemCode; readonly params: ProblemParams }

/** Reads the text of one cell that is not blank. */
export type CellReader = (text: string) => CellReading

/**
 * How each kind of cell is read.
 *
 * Files for spreadsheets carry an apostrophe in front of what a spreadsheet would spoil, and exactly one is taken off.
 * In a column of numbers or codes it is always such a guard. In a column of words only before a sign that starts a
 * formula, so that `'t Hart` and `'s-Gravenhage` keep theirs.
 */
export const cellReaders = {
  words: (text) => ({ value: withoutFormulaGuard(text) }),
  code: (text) => ({ value: withoutGuard(text) }),
  number: (text) => {
    const bare = withoutGuard(text)
    return SCIENTIFIC.test(bare)
      ? { code: 'csv.scientific-notation', params: { ask: 'column-as-text' } }
      : { value: bare }
  },
  'yes-no': (text) => yesOrNo(text, true, false),
  consent: (text) => yesOrNo(text, { state: 'SUBSCRIBED' }, { state: 'NOT_SUBSCRIBED' }),
  tags: (text) => ({ value: normalizeTags([withoutFormulaGuard(text)]) }),
} as const satisfies Record<string, CellReader>

export type CellKind = keyof typeof cellReaders

/** One apostrophe or more (all but one are the text's own), then a sign that spreadsheets take for a formula's. */
const FORMULA_GUARD = /^'+[=+\-@＝＋－＠\t\r\n]/

/** What a spreadsheet makes of a long number, or of a zip with an E in it: `7.00E+12`, `4,86E+10`. */
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?E[+-]?\d+$/i

function withoutFormulaGuard(text: string): string {
  return FORMULA_GUARD.test(text) ? text.slice(1) : text
}

function withoutGuard(text: string): string {
  return text.startsWith("'") ? text.slice(1).trim() : text
}

function yesOrNo(text: string, yes: JsonValue, no: JsonValue): CellReading {
  const word = text.toLowerCase()
  if (word === 'yes') return { value: yes }
  if (word === 'no') return { value: no }
  return { code: 'csv.not-yes-or-no', params: { expected: ['yes', 'no'] } }
}
