import type { Instant } from '../value/instant.js'
import type { Money } from '../value/money.js'

/** What one activity adds to a customer's statistics; refunds and cancellations subtract. */
export interface StatisticsDelta {
  readonly orders: number
  readonly spent: Money | null
  readonly orderAt: Instant | null
  readonly abandonedCheckoutAt: Instant | null
}
