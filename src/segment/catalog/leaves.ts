import { foldsTo } from '../compile/folds-to.js'
import { orderOfMoney } from './amount.js'
import type { AttributeOf, Leaves } from './catalog.js'
import type { ResolvedValues, TimeRange, ValueType } from './value-type.js'

/**
 * Where a stored value lies against a resolved one: below it (negative), within it (0), above it (positive). Missing is
 * NaN, of which no comparison but `!==` is true: the two-valued rule of the language.
 */
type Order<Stored, Value> = (stored: Stored | null, value: Value) => number

const orderOfTime: Order<string, TimeRange> = (at, range) => {
  if (at === null) return Number.NaN
  const isDay = at.length === 10
  if (at < (isDay ? range.fromLocal : range.from)) return -1
  return at < (isDay ? range.untilLocal : range.until) ? 0 : 1
}

const orderOfNumber: Order<number, number> = (number, value) =>
  number === null ? Number.NaN : number - value

/**
 * The tests of every type for an attribute that is only read: what hosts get for their own rows, and what the fused
 * leaves of ours must agree with.
 */
export const genericLeaves: {
  readonly [Type in ValueType]: <T>(attribute: AttributeOf<T, Type>) => Leaves<T, ResolvedValues[Type]>
} = {
  date: ({ read }) => ordered(read, orderOfTime),
  money: ({ read }) => ordered(read, orderOfMoney),
  number: ({ read }) => ordered(read, orderOfNumber),
  integer: ({ read }) => ordered(read, orderOfNumber),
  boolean: ({ read }) => equal(read, (stored, value) => stored === value),
  text: ({ read, folded }) => equal(read, sameText(folded)),
  enum: ({ read, folded }) => equal(read, sameText(folded)),
  list: ({ read, folded }) => listed(read, sameText(folded)),
  any: ({ read }) => presence(read),
}

function presence<T>(read: (record: T) => unknown): Leaves<T, unknown> {
  return {
    'IS NULL': () => (record) => read(record) === null,
    'IS NOT NULL': () => (record) => read(record) !== null,
  }
}

function equal<T, Value>(
  read: (record: T) => Value | null,
  same: (stored: Value, value: Value) => boolean,
): Leaves<T, Value> {
  const isSame = (stored: Value | null, value: Value): boolean => stored !== null && same(stored, value)
  return {
    ...presence(read),
    '=': (value) => (record) => isSame(read(record), value),
    '!=': (value) => (record) => !isSame(read(record), value),
  }
}

function ordered<T, Stored, Value>(
  read: (record: T) => Stored | null,
  order: Order<Stored, Value>,
): Leaves<T, Value> {
  return {
    ...presence(read),
    '=': (value) => (record) => order(read(record), value) === 0,
    '!=': (value) => (record) => order(read(record), value) !== 0,
    '>': (value) => (record) => order(read(record), value) > 0,
    '>=': (value) => (record) => order(read(record), value) >= 0,
    '<': (value) => (record) => order(read(record), value) < 0,
    '<=': (value) => (record) => order(read(record), value) <= 0,
    BETWEEN: (value, upTo) => (record) => {
      const stored = read(record)
      return order(stored, value) >= 0 && order(stored, upTo) <= 0
    },
  }
}

function listed<T>(
  read: (record: T) => readonly string[],
  same: (stored: string, value: string) => boolean,
): Leaves<T, string> {
  const has = (list: readonly string[], value: string): boolean => list.some((item) => same(item, value))
  return {
    'IS NULL': () => (record) => read(record).length === 0,
    'IS NOT NULL': () => (record) => read(record).length > 0,
    CONTAINS: (value) => (record) => has(read(record), value),
    'NOT CONTAINS': (value) => (record) => !has(read(record), value),
  }
}

function sameText(folded: boolean | undefined): (stored: string, value: string) => boolean {
  return folded === true ? foldsTo : (stored, value) => stored === value
}
