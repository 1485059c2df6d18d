import type { Operator } from '../operator.js'
import type { Atom } from './atoms.js'
import type { Side } from './side.js'

/** Something that is read of records, and the conditions on it. */
export interface Gauge<T> {
  readonly read: (record: T) => unknown
  /** sets the codes of its conditions */
  readonly measure: (stored: unknown, side: Side<T>) => void
  /** names the conditions that have another answer, where two records do not hold the same; some may be named twice */
  readonly flips: (one: unknown, other: unknown, found: Atom[]) => void
}

/** The gauge of an attribute. */
export interface AttributeGauge<T> extends Gauge<T> {
  /** Another condition on it, or `null` where the operator is none of this gauge's; `ask` knows the answer where the code does not say. */
  readonly add: (
    operator: Operator,
    values: readonly unknown[],
    ask: (side: Side<T>) => boolean,
  ) => Atom | null
}
