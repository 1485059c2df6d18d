import type { Instant } from '../../value/instant.js'
import type { Money } from '../../value/money.js'

/** A placed order, neither cancelled nor a test. */
export interface OrderEvent {
  readonly at: Instant
  readonly amount: Money
  /** through which app */
  readonly appId: string | null
  /** where, if in a shop */
  readonly locationId: string | null
}

/** A purchased line of an order. */
export interface ProductEvent {
  /** of the product */
  readonly id: string
  readonly tags: readonly string[]
  readonly at: Instant
  readonly quantity: number
  readonly category: string | null
}

/** A checkout that was abandoned. */
export interface CheckoutEvent {
  readonly at: Instant
  readonly amount: Money | null
}

/** What happened to an email that was sent to the customer. */
export interface EmailEvent {
  readonly kind: 'opened' | 'clicked' | 'bounced' | 'delivered' | 'marked_as_spam' | 'unsubscribed'
  readonly activityId: string
  readonly at: Instant
}

/** A page of the shop that the customer looked at. */
export interface ViewEvent {
  readonly kind: 'product' | 'collection'
  /** of the product or collection */
  readonly id: string
  readonly tags: readonly string[]
  readonly at: Instant
}

/** An account of store credit. */
export interface CreditEvent {
  readonly balance: Money
  readonly nextExpiryAt: Instant | null
  readonly lastCreditAt: Instant | null
}

/** A point on earth, in degrees. */
export interface GeoPoint {
  readonly latitude: number
  readonly longitude: number
}

/**
 * What a query may ask for and the record does not hold: readers of the host's own tables, in any order of events.
 * Synchronous, because a segment is asked of many records at once; load what `segmentRequirements` names before.
 */
export interface Related<T> {
  orders?(record: T): readonly OrderEvent[]
  products?(record: T): readonly ProductEvent[]
  /** every abandoned one (L-3), not only the last */
  checkouts?(record: T): readonly CheckoutEvent[]
  emails?(record: T): readonly EmailEvent[]
  views?(record: T): readonly ViewEvent[]
  credit?(record: T): readonly CreditEvent[]
  /** ids */
  companies?(record: T): readonly string[]
  /** the id of the app that created the customer */
  origin?(record: T): string | null
  location?(record: T): GeoPoint | null
}

/** A reader's name. */
export type RelatedName = keyof Related<never>

/** A reader of events. */
export type HistoryName = Exclude<RelatedName, 'companies' | 'origin' | 'location'>
