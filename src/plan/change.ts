import type { Customer } from '../customer/customer.js'
import type { FactName, LibraryFacts } from '../customer/facts.js'
import type { JsonValue } from '../outcome/json.js'
import type { TimelineEntry } from '../timeline/entry.js'
import type { ActivityId, CustomerId } from '../value/id.js'
import type { Claim } from './claims.js'
import type { StatisticsDelta } from './statistics-delta.js'
import type { Touch } from './touch.js'

/** Writes a customer whole; `claims` are the unique keys it holds afterwards. At most one a customer and change set. */
export interface PutChange {
  readonly type: 'put'
  readonly customer: Customer
  readonly claims: readonly Claim[]
  readonly touches: readonly Touch[]
}

/** Adds to the statistics, once for each activity. */
export interface CountChange {
  readonly type: 'count'
  readonly id: CustomerId
  readonly activityId: ActivityId
  readonly delta: StatisticsDelta
}

/** Sets a fact that the library owns. */
export type StateChange = {
  readonly [Field in keyof LibraryFacts]-?: {
    readonly type: 'state'
    readonly id: CustomerId
    readonly field: Field
    readonly value: Required<LibraryFacts>[Field]
  }
}[keyof LibraryFacts]

/** Ends a record: it leads to the one it was merged into (statistics and counted activities go along), or nowhere. */
export interface TombstoneChange {
  readonly type: 'tombstone'
  readonly id: CustomerId
  readonly into: CustomerId | null
}

/** Re-points all rows of a host's table at once; repeatable. */
export interface ReassignChange {
  readonly type: 'reassign'
  readonly relation: string
  readonly from: readonly CustomerId[]
  readonly to: CustomerId
}

/** Erases a person from one of the host's tables. */
export interface RedactChange {
  readonly type: 'redact'
  readonly relation: string
  readonly id: CustomerId
}

/** Erases what the person's timeline says. */
export interface RedactEventsChange {
  readonly type: 'redactEvents'
  readonly id: CustomerId
}

/** Keeps an old file from bringing an erased person back. */
export interface SuppressChange {
  readonly type: 'suppress'
  readonly id: CustomerId
}

/** Records that these are different people. */
export interface DistinctChange {
  readonly type: 'distinct'
  readonly ids: readonly CustomerId[]
}

/** Puts an event on a timeline. Its id derives from the key, so that a retry repeats it. */
export interface EventChange extends TimelineEntry {
  readonly type: 'event'
}

/** One write of a commit. They are carried out in order, all or none. */
export type Change =
  | PutChange
  | CountChange
  | StateChange
  | TombstoneChange
  | ReassignChange
  | RedactChange
  | RedactEventsChange
  | SuppressChange
  | DistinctChange
  | EventChange

/** A fact that must still be as the plan found it; read again inside the commit. */
export interface Guard {
  readonly id: CustomerId
  readonly fact: FactName
  readonly oneOf: readonly JsonValue[]
}
