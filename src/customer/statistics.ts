import type { Instant } from '../value/instant.js'
import type { Money } from '../value/money.js'

export const productSubscriberStatuses = [
  'ACTIVE',
  'PAUSED',
  'CANCELLED',
  'EXPIRED',
  'FAILED',
  'NEVER_SUBSCRIBED',
] as const
/** Whether a product is subscribed to, as the host tells it. */
export type ProductSubscriberStatus = (typeof productSubscriberStatuses)[number]

export const predictedSpendTiers = ['HIGH', 'MEDIUM', 'LOW'] as const
/** How much somebody is expected to spend, as the host tells it. */
export type PredictedSpendTier = (typeof predictedSpendTiers)[number]

export const rfmGroups = [
  'CHAMPIONS',
  'LOYAL',
  'ACTIVE',
  'NEW',
  'PROMISING',
  'NEEDS_ATTENTION',
  'ALMOST_LOST',
  'PREVIOUSLY_LOYAL',
  'AT_RISK',
  'DORMANT',
  'PROSPECTS',
] as const
/** The group of a customer by recency, frequency and amount, as the host tells it. */
export type RfmGroup = (typeof rfmGroups)[number]

/** What a customer's orders amount to. Computed by the host (`'projected'`), or counted by the library's deltas (`'counted'`). */
export interface Statistics {
  readonly numberOfOrders: number
  readonly amountSpent: Money | null
  readonly firstOrderAt: Instant | null
  readonly lastOrderAt: Instant | null
  readonly abandonedCheckoutAt: Instant | null
  readonly productSubscriberStatus: ProductSubscriberStatus
  readonly predictedSpendTier: PredictedSpendTier | null
  readonly rfmGroup: RfmGroup | null
}

/** A customer of whom no order is known. */
export const noStatistics: Statistics = {
  numberOfOrders: 0,
  amountSpent: null,
  firstOrderAt: null,
  lastOrderAt: null,
  abandonedCheckoutAt: null,
  productSubscriberStatus: 'NEVER_SUBSCRIBED',
  predictedSpendTier: null,
  rfmGroup: null,
}
