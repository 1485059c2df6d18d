import type { ParamOperator } from '../operator.js'
import type { TextRules } from './catalog.js'
import type { HistoryName } from './related.js'
import type { ComparedType } from './value-type.js'

interface ParamNamed {
  readonly name: string
  /** what it allows, where that is less than its type does */
  readonly operators?: readonly ParamOperator[]
}

/** Only the events whose `field` compares so. Of a list, `=` and `IN` ask whether it holds the value. */
export interface EventParam extends ParamNamed, TextRules {
  readonly of: 'event'
  readonly type: ComparedType
  readonly field: string
}

/** How many of those events there are. */
export interface CountParam extends ParamNamed {
  readonly of: 'count'
  readonly type: 'integer'
}

/** The sum of a field over those events; missing where money of several currencies would have to be added. */
export interface SumParam extends ParamNamed {
  readonly of: 'sum'
  readonly type: 'money' | 'number' | 'integer'
  readonly field: string
}

/** In which currency the money of this clause is; only the events whose `field` is in it. Without one, in the shop's. */
export interface CurrencyParam extends ParamNamed, TextRules {
  readonly of: 'currency'
  readonly type: 'text'
  readonly field: string
}

/** From where a distance is measured; wanted, once. */
export interface PointParam extends ParamNamed {
  readonly of: 'point'
  readonly type: 'point'
}

/** How far away the customer may be, in units of so many kilometres; exactly one is wanted. */
export interface DistanceParam extends ParamNamed {
  readonly of: 'distance'
  readonly type: 'number'
  readonly kilometres: number
}

/** A parameter of a function over events. */
export type HistoryParam = EventParam | CountParam | SumParam | CurrencyParam

/** A parameter of a function. */
export type FunctionParam = HistoryParam | PointParam | DistanceParam

interface FunctionNamed {
  /** words of letters, digits and `_`, joined by dots */
  readonly name: string
  /** what people call it elsewhere; only ever proposed */
  readonly hints?: readonly string[]
}

/**
 * A function over a customer's events: those that fit all its event parameters are counted or summed, and the number
 * compared; without a count or sum, one must be left.
 */
export interface HistoryFunction<T> extends FunctionNamed {
  /** a reader of `related`, or the host's own */
  readonly reads: HistoryName | ((record: T) => readonly object[])
  /** only the events of this kind */
  readonly kind?: string
  readonly params: readonly HistoryParam[]
}

/** A function of the customer's place. */
export interface PlaceFunction extends FunctionNamed {
  readonly reads: 'location'
  readonly params: readonly (PointParam | DistanceParam)[]
}

/** A row of the catalog's functions, as data. */
export type FunctionRow<T> = HistoryFunction<T> | PlaceFunction
