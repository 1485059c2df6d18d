import type { Account } from '../customer/account.js'
import type { Consent } from '../contact/consent.js'
import type { JsonValue } from '../outcome/json.js'
import type { CellKind } from './cell-readers.js'
import { guarded, guardedCode } from './csv-guard.js'
import { metafieldText } from './metafield-text.js'

/** Writes what a record holds as the text of one cell; `isGuarded` says whether the file is for spreadsheets. */
export type CellWriter = (value: never, isGuarded: boolean) => string

/**
 * How each kind of cell is written, so that the reader of the same kind reads the same. For spreadsheets, words get an
 * apostrophe where they would be a formula, and numbers that are no amounts (ids, phones, postal codes) always: they would lose
 * their `+`, their leading zeros or their last digits.
 */
export const cellWriters = {
  words: (value: string | null, isGuarded) => wordsOf(value ?? '', isGuarded),
  metafield: (value: JsonValue | undefined, isGuarded) => {
    const text = wordsOf(metafieldText(value), isGuarded)
    return isGuarded && /^'*\d/.test(text) ? `'${text}` : text
  },
  number: (value: string | null, isGuarded) =>
    value !== null && isGuarded ? guardedCode(value) : (value ?? ''),
  amount: (value: string) => value,
  'whole-number': (value: number) => String(value),
  'yes-no': yesOrNo,
  active: (isBlocked: boolean) => yesOrNo(!isBlocked),
  'account-type': (type: Account['type']) => type,
  consent: ({ state }: Consent) => yesOrNo(state === 'SUBSCRIBED'),
  tags: (tags: readonly string[], isGuarded) => wordsOf(tags.join(', '), isGuarded),
} as const satisfies { readonly [Kind in CellKind]: CellWriter }

/** Outer blanks say nothing, and a return at the end of a line would be lost anyway. */
function wordsOf(text: string, isGuarded: boolean): string {
  return isGuarded ? guarded(text.trim()) : text.trim()
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no'
}
