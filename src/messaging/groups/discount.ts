import type { Segment } from '../../segment/segment.js'
import type { CalendarDate, Instant } from '../../value/instant.js'

/** A discount for whoever is in a segment (T-2, S-3). A host's own type that says at least this much fits. */
export interface SegmentDiscount {
  readonly id: string
  readonly segment: Segment
  /** the moment from which it holds, or the first of the shop's days; `null` where it always has */
  readonly from: Instant | CalendarDate | null
  /** the moment from which it no longer holds, or the last of the shop's days; `null` where it has no end */
  readonly until: Instant | CalendarDate | null
  /** how often it may be used, `null` without a limit: by all together, and by one customer */
  readonly limits: { readonly total: number | null; readonly perCustomer: number | null }
}

/** How often a discount has been used so far: by all together, and by the customer who is asked about. */
export interface DiscountUsage {
  readonly total: number
  readonly byCustomer: number
}

/** Why somebody is not entitled to a discount now. */
export type DiscountProblemCode =
  | 'discount.customer-gone'
  | 'discount.dates-invalid'
  | 'discount.not-begun'
  | 'discount.ended'
  | 'discount.not-member'
  | 'discount.usage-unknown'
  | 'discount.used-up'
  | 'discount.used-by-customer'
