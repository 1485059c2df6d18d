import { currencyExponent, type Money } from '../../value/money.js'
import type { Amount } from '../catalog/amount.js'
import type { ResolvedValues, StoredValues } from '../catalog/value-type.js'

/** The types whose values have an order. */
export type OrderedType = 'date' | 'money' | 'number' | 'integer'

/** Where something lies: a number among numbers, a text among texts. */
export type Position = number | string

/** Where the answer of a condition changes: at a position, or right after it. */
export interface Cut {
  readonly at: Position
  readonly isAfter: boolean
}

/** How the values of a type lie on a line. */
export interface Ruler<Type extends OrderedType> {
  /** `null` where it is missing, `undefined` where it lies on no line with the others: a day without a zone among moments */
  readonly positionOf: (
    stored: StoredValues[Type],
    currency: string | undefined,
  ) => Position | null | undefined
  readonly begin: (value: ResolvedValues[Type]) => Cut
  readonly end: (value: ResolvedValues[Type]) => Cut
}

const numbers: Ruler<'number' | 'integer'> = {
  positionOf: finite,
  begin: (value) => ({ at: value, isAfter: false }),
  end: (value) => ({ at: value, isAfter: true }),
}

export const rulers: { readonly [Type in OrderedType]: Ruler<Type> } = {
  date: {
    positionOf: (stored) => (stored?.length === 10 ? undefined : stored),
    begin: ({ from }) => ({ at: from, isAfter: false }),
    end: ({ until }) => ({ at: until, isAfter: false }),
  },
  money: {
    positionOf: minorUnits,
    begin: (amount) => numbers.begin(minorOf(amount)),
    end: (amount) => numbers.end(minorOf(amount)),
  },
  number: numbers,
  integer: numbers,
}

function finite(stored: number | null): number | null | undefined {
  return stored === null || Number.isFinite(stored) ? stored : undefined
}

/** The decimals of most currencies; where records have several, amounts in others do not lie on the line. */
const USUAL_EXPONENT = 2

function minorUnits(stored: Money | null, currency: string | undefined): number | null | undefined {
  if (stored === null) return null
  const isUsual = currency !== undefined || currencyExponent(stored.currency) === USUAL_EXPONENT
  return isUsual ? finite(stored.minor) : undefined
}

function minorOf(amount: Amount): number {
  return amount.currency === null ? (amount.minorByExponent[USUAL_EXPONENT] as number) : amount.minor
}
