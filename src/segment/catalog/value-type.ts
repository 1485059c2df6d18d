import type { JsonValue } from '../../outcome/json.js'
import type { InstantRange } from '../../value/calendar.js'
import type { CalendarDate, Instant } from '../../value/instant.js'
import type { Money } from '../../value/money.js'
import type { Operator } from '../operator.js'
import type { Amount } from './amount.js'

/** What a record holds for an attribute of each type. */
export interface StoredValues {
  /** a moment, or a day that is the same in every zone, such as a birthday */
  readonly date: Instant | CalendarDate | null
  readonly money: Money | null
  readonly number: number | null
  readonly integer: number | null
  readonly boolean: boolean | null
  readonly text: string | null
  /** one of the row's `values` */
  readonly enum: string | null
  readonly list: readonly string[]
  /** of whatever type the value beside it is */
  readonly any: JsonValue
}

/** What a leaf is told: the value of a clause, resolved once for all records. */
export interface ResolvedValues {
  readonly date: TimeRange
  readonly money: Amount
  readonly number: number
  readonly integer: number
  readonly boolean: boolean
  readonly text: string
  readonly enum: string
  readonly list: string
  readonly any: never
}

/** A whole day of the shop, or a single moment; the local bounds are for days that have no zone, and compare with them as text. */
export interface TimeRange extends InstantRange {
  readonly fromLocal: string
  readonly untilLocal: string
}

/** The type of a catalog row. */
export type ValueType = keyof StoredValues

/** A type that values are compared as. */
export type ComparedType = Exclude<ValueType, 'any'>

const presence = ['IS NULL', 'IS NOT NULL'] as const
const equality = ['=', '!=', 'IN', 'NOT IN', ...presence] as const
const order = ['=', '!=', '>', '>=', '<', '<=', 'BETWEEN', 'IN', 'NOT IN', ...presence] as const

/** What each type allows. `IS NULL` is allowed everywhere (ours), because `!=` keeps what is missing. */
export const operatorsByType: { readonly [Type in ValueType]: readonly Operator[] } = {
  date: order,
  money: order,
  number: order,
  integer: order,
  boolean: equality,
  text: equality,
  enum: equality,
  list: ['CONTAINS', 'NOT CONTAINS', 'CONTAINS ANY', 'CONTAINS ALL', ...presence],
  any: order,
}
