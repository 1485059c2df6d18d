import { normalizeTags } from '../customer/tags.js'
import type { JsonValue } from '../outcome/json.js'
import type { ProblemParams } from '../outcome/problem.js'
import { trimmed } from '../value/text.js'
import { unguarded, unguardedCode } from './csv-guard.js'
import type { CsvProblemCode } from './transfer-problem.js'

/** Why a cell says nothing, though it is not blank. */
export interface CellFault {
  readonly code: CsvProblemCode
  readonly params: ProblemParams
}

/** How one kind of cell is read. */
export interface CellReader {
  /** what a text says that is not blank, `undefined` for nothing; `isGuarded` says whether the file may hold apostrophes as guards */
  readonly read: (text: string, isGuarded: boolean) => JsonValue | undefined
  /** what is the matter with a text that says nothing, where there are such */
  readonly fault?: CellFault
}

/**
 * How each kind of cell is read.
 *
 * Files for spreadsheets carry an apostrophe in front of what a spreadsheet would spoil, and exactly one is taken off.
 * In a column of numbers or codes it is always such a guard. In a column of words only before a sign that starts a
 * formula, so that `'t Hart` and `'s-Gravenhage` keep theirs.
 */
export const cellReaders = {
  words: { read: wordsOf },
  metafield: { read: (text, isGuarded) => wordsOf(isGuarded ? withoutNumberGuard(text) : text, isGuarded) },
  amount: { read: codeOf },
  number: {
    // behind a guard, and in a file for machines, no spreadsheet has spoilt it: an id may be 5834e672
    read: (text, isGuarded) =>
      isGuarded && SCIENTIFIC.test(trimmed(text)) ? undefined : codeOf(text, isGuarded),
    fault: { code: 'csv.scientific-notation', params: { ask: 'column-as-text' } },
  },
  'whole-number': {
    read: (text, isGuarded) => {
      const bare = codeOf(text, isGuarded)
      return WHOLE.test(bare) ? Number(bare) : undefined
    },
    fault: { code: 'csv.not-a-whole-number', params: {} },
  },
  'yes-no': oneOf({ yes: true, no: false }, 'csv.not-yes-or-no'),
  active: oneOf({ yes: false, no: true }, 'csv.not-yes-or-no'),
  'account-type': oneOf({ account: 'account', guest: 'guest' }, 'csv.value-unknown'),
  consent: oneOf({ yes: { state: 'SUBSCRIBED' }, no: { state: 'NOT_SUBSCRIBED' } }, 'csv.not-yes-or-no'),
  tags: { read: (text, isGuarded) => normalizeTags([wordsOf(text, isGuarded)]) },
} as const satisfies Record<string, CellReader>

export type CellKind = keyof typeof cellReaders

/** What a spreadsheet makes of a long number, or of a zip with an E in it: `7.00E+12`, `4,86E+10`. */
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?E[+-]?\d+$/i

const WHOLE = /^\d{1,9}$/

/** Blanks at the end go last: without them a guarded cell may no longer be known as one; those behind a guard are the text's. */
function wordsOf(text: string, isGuarded: boolean): string {
  if (!isGuarded) return trimmed(text)
  return text.startsWith("'") ? unguarded(text).trimEnd() : trimmed(unguarded(text))
}

/** Nobody knows what a metafield holds; one that begins with a digit may be a date or a long number, and is guarded. */
function withoutNumberGuard(text: string): string {
  return /^'+\d/.test(text) ? text.slice(1) : text
}

function codeOf(text: string, isGuarded: boolean): string {
  const bare = trimmed(text)
  return isGuarded && bare.startsWith("'") ? trimmed(unguardedCode(bare)) : bare
}

/** One of a few words, whatever its capitals. */
function oneOf(values: { readonly [word: string]: JsonValue }, code: CsvProblemCode): CellReader {
  const byWord = new Map(Object.entries(values))
  return {
    // as it stands first: nearly every cell does, and telling its capitals takes ten times as long
    read: (text) => byWord.get(text) ?? byWord.get(trimmed(text).toLowerCase()),
    fault: { code, params: { expected: [...byWord.keys()] } },
  }
}
