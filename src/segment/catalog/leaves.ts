import { orderOfMoney } from './amount.js'
import type { Leaves } from './catalog.js'
import { equal, ordered, presence, type Order, type Readable } from './compared.js'
import { listLeaves, textLeaves } from './text-leaves.js'
import type { ResolvedValues, TimeRange, ValueType } from './value-type.js'

const orderOfTime: Order<string, TimeRange> = (at, range) => {
  if (at === null) return Number.NaN
  const isDay = at.length === 10
  if (at < (isDay ? range.fromLocal : range.from)) return -1
  return at < (isDay ? range.untilLocal : range.until) ? 0 : 1
}

const orderOfNumber: Order<number, number> = (number, value) =>
  number === null ? Number.NaN : number - value

/**
 * The tests of every type for what is only read: what hosts get for their own rows, what a function asks of an event, and
 * what the fused leaves of ours must agree with.
 */
export const genericLeaves: {
  readonly [Type in ValueType]: <T>(readable: Readable<T, Type>) => Leaves<T, ResolvedValues[Type]>
} = {
  date: ({ read }) => ordered(read, orderOfTime),
  money: ({ read }) => ordered(read, orderOfMoney),
  number: ({ read }) => ordered(read, orderOfNumber),
  integer: ({ read }) => ordered(read, orderOfNumber),
  boolean: ({ read }) =>
    equal(
      read,
      (value) => (stored) => stored === value,
      (values) => (stored) => values.includes(stored),
    ),
  text: textLeaves,
  enum: textLeaves,
  list: listLeaves,
  any: ({ read }) => presence((record) => read(record) === null),
}
