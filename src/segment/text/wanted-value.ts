import type { ValueType } from '../catalog/value-type.js'
import { dateForms } from '../date-literal.js'
import type { WantedKind } from '../segment-problem.js'
import { nearest } from './nearest.js'
import { quote } from './quote.js'

/** What is said of a word that is no value: what could stand there, and what it may be meant as. */
export interface WantedValue {
  readonly expected: readonly string[]
  readonly nearest: (word: string) => string | null
}

/** Asked only where a word stands that is no value, because most queries are right. */
export type Wanted = () => WantedValue

const text: WantedValue = { expected: ['value' satisfies WantedKind], nearest: quote }

/** Where nothing is known of the value, a word is a text without its quotes. */
export const anyValue: Wanted = () => text

const truths = ['true', 'false'] as const

/** Values that are written without quotes, and which of them are words. */
const bare: {
  readonly [type: string]: { readonly expected: readonly string[]; readonly words: readonly string[] }
} = {
  date: { expected: dateForms, words: ['today', 'yesterday'] },
  boolean: { expected: truths, words: truths },
  money: { expected: ['number' satisfies WantedKind], words: [] },
  number: { expected: ['number' satisfies WantedKind], words: [] },
  integer: { expected: ['whole number' satisfies WantedKind], words: [] },
} satisfies { readonly [Type in ValueType]?: unknown }

interface Row {
  readonly type: string
  readonly values?: readonly string[]
}

/** What is wanted beside an attribute or a parameter, if it is known. */
export function wantedValue(row: Row | undefined): WantedValue {
  if (row === undefined) return text
  const { type, values } = row
  const known = bare[type]
  if (known !== undefined) {
    return { expected: known.expected, nearest: (word) => nearest(word, known.words) }
  }
  if (values === undefined) return text
  return { expected: values, nearest: (word) => quotedOrNull(nearest(word, values)) }
}

function quotedOrNull(value: string | null): string | null {
  return value === null ? null : quote(value)
}

const NULL = /^null$/i

/** What is wanted beside an operator that may have been typed instead of `IS NULL`. */
export function orPresence({ expected, nearest: meant }: WantedValue, operator: string): WantedValue {
  const presence = operator === '!=' ? 'IS NOT NULL' : 'IS NULL'
  return { expected, nearest: (word) => (NULL.test(word) ? presence : meant(word)) }
}
