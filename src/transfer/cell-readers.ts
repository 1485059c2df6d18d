import { normalizeTags } from '../customer/tags.js'
import type { JsonValue } from '../outcome/json.js'
import type { ProblemParams } from '../outcome/problem.js'
import { unguarded } from './csv-guard.js'
import type { CsvProblemCode } from './transfer-problem.js'

/** What a cell says, or why that cannot be told. */
export type CellReading =
  | { readonly value: JsonValue }
  | { readonly code: CsvProblemCode; readonly params: ProblemParams }

/** Reads the text of one cell that is not blank; `isGuarded` says whether the file may hold apostrophes as guards. */
export type CellReader = (text: string, isGuarded: boolean) => CellReading

/**
 * How each kind of cell is read.
 *
 * Files for spreadsheets carry an apostrophe in front of what a spreadsheet would spoil, and exactly one is taken off.
 * In a column of numbers or codes it is always such a guard. In a column of words only before a sign that starts a
 * formula, so that `'t Hart` and `'s-Gravenhage` keep theirs.
 */
export const cellReaders = {
  words: (text, isGuarded) => ({ value: wordsOf(text, isGuarded) }),
  metafield: (text, isGuarded) => ({
    value: wordsOf(isGuarded ? withoutNumberGuard(text) : text, isGuarded),
  }),
  amount: (text, isGuarded) => ({ value: codeOf(text, isGuarded) }),
  number: (text, isGuarded) => {
    const bare = codeOf(text, isGuarded)
    return SCIENTIFIC.test(bare)
      ? { code: 'csv.scientific-notation', params: { ask: 'column-as-text' } }
      : { value: bare }
  },
  'whole-number': (text, isGuarded) => {
    const bare = codeOf(text, isGuarded)
    return WHOLE.test(bare) ? { value: Number(bare) } : { code: 'csv.not-a-whole-number', params: {} }
  },
  'yes-no': (text) => oneOf(text, { yes: true, no: false }, 'csv.not-yes-or-no'),
  active: (text) => oneOf(text, { yes: false, no: true }, 'csv.not-yes-or-no'),
  'account-type': (text) => oneOf(text, { account: 'account', guest: 'guest' }, 'csv.value-unknown'),
  consent: (text) =>
    oneOf(text, { yes: { state: 'SUBSCRIBED' }, no: { state: 'NOT_SUBSCRIBED' } }, 'csv.not-yes-or-no'),
  tags: (text, isGuarded) => ({ value: normalizeTags([wordsOf(text, isGuarded)]) }),
} as const satisfies Record<string, CellReader>

export type CellKind = keyof typeof cellReaders

/** What a spreadsheet makes of a long number, or of a zip with an E in it: `7.00E+12`, `4,86E+10`. */
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?E[+-]?\d+$/i

const WHOLE = /^\d{1,9}$/

/** Blanks at the end go last: without them a guarded cell may no longer be known as one; those behind a guard are the text's. */
function wordsOf(text: string, isGuarded: boolean): string {
  if (!isGuarded) return text.trim()
  return text.startsWith("'") ? unguarded(text).trimEnd() : unguarded(text).trim()
}

/** Nobody knows what a metafield holds; one that begins with a digit may be a date or a long number, and is guarded. */
function withoutNumberGuard(text: string): string {
  return /^'+\d/.test(text) ? text.slice(1) : text
}

function codeOf(text: string, isGuarded: boolean): string {
  const bare = text.trim()
  return isGuarded && bare.startsWith("'") ? bare.slice(1).trim() : bare
}

function oneOf(
  text: string,
  values: { readonly [word: string]: JsonValue },
  code: CsvProblemCode,
): CellReading {
  const word = text.trim().toLowerCase()
  const value = Object.hasOwn(values, word) ? values[word] : undefined
  return value === undefined ? { code, params: { expected: Object.keys(values) } } : { value }
}
