import type { Leaves, Predicate, TextRules } from './catalog.js'
import type { StoredValues, ValueType } from './value-type.js'

/** What is compared: how it is read from a record, and which texts it knows. */
export interface Readable<T, Type extends ValueType> extends TextRules {
  readonly read: (record: T) => StoredValues[Type]
}

/**
 * Where a stored value lies against a resolved one: below it (negative), within it (0), above it (positive). Missing is
 * NaN, of which no comparison but `!==` is true: the two-valued rule of the language.
 */
export type Order<Stored, Value> = (stored: Stored | null, value: Value) => number

export function negated<T>(test: Predicate<T>): Predicate<T> {
  return (record) => !test(record)
}

export function presence<T>(isMissing: Predicate<T>): Leaves<T, unknown> {
  return { 'IS NULL': () => isMissing, 'IS NOT NULL': () => negated(isMissing) }
}

/** The tests of what is the same or not: `same` as one value, `among` several. */
export function equal<T, Stored, Value>(
  read: (record: T) => Stored | null,
  same: (value: Value) => (stored: Stored) => boolean,
  among: (values: readonly Value[]) => (stored: Stored) => boolean,
): Leaves<T, Value> {
  const is = (isMeant: (stored: Stored) => boolean): Predicate<T> => {
    return (record) => {
      const stored = read(record)
      return stored !== null && isMeant(stored)
    }
  }
  return {
    ...presence((record) => read(record) === null),
    '=': (value) => is(same(value)),
    '!=': (value) => negated(is(same(value))),
    IN: (values) => is(among(values)),
    'NOT IN': (values) => negated(is(among(values))),
  }
}

/** The tests of what has an order. */
export function ordered<T, Stored, Value>(
  read: (record: T) => Stored | null,
  order: Order<Stored, Value>,
): Leaves<T, Value> {
  const same = (value: Value) => (stored: Stored) => order(stored, value) === 0
  const among = (values: readonly Value[]) => (stored: Stored) => {
    return values.some((value) => order(stored, value) === 0)
  }
  return {
    ...equal(read, same, among),
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
