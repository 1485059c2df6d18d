import type { Statistics } from '../../customer/statistics.js'
import { invariant } from '../../outcome/invariant.js'
import type { CountChange } from '../../plan/change.js'
import type { StatisticsDelta } from '../../plan/statistics-delta.js'
import type { Instant } from '../../value/instant.js'
import type { Money } from '../../value/money.js'
import { endOf, lineageOf } from './entry.js'
import { frozenCopy } from './frozen-copy.js'
import { livingIn, withRecord, type Staged } from './staged.js'

/**
 * Adds to the statistics, once for each activity; what comes for a merged record is its survivor's. Leaves the revision as
 * it is, because it does not cover statistics: an order that comes in refuses nobody's edit.
 */
export function applyCount(staged: Staged, { id, activityId, delta }: CountChange): void {
  invariant(
    staged.store.statistics === 'counted',
    'a store whose statistics the host projects takes no counts',
  )
  const owner = endOf(staged.entryOf, id)
  const entry = livingIn(staged, owner)
  const { statistics } = entry.record
  const isCounted = lineageOf(staged.entryOf, owner).some((one) =>
    wasCounted(staged, countKey(one, activityId)),
  )
  staged.counted.add(countKey(owner, activityId))
  staged.entries.set(
    owner,
    withRecord(entry, { statistics: isCounted ? statistics : frozenCopy(addDelta(statistics, delta)) }),
  )
}

function wasCounted({ counted, store }: Staged, key: string): boolean {
  return counted.has(key) || store.counted.has(key)
}

/** Under what it is kept that an activity was counted for a record. */
export function countKey(id: string, activityId: string): string {
  return JSON.stringify([id, activityId])
}

function addDelta(statistics: Statistics, delta: StatisticsDelta): Statistics {
  return {
    ...statistics,
    numberOfOrders: statistics.numberOfOrders + delta.orders,
    amountSpent: addAmount(statistics, delta.spent),
    firstOrderAt: datesOf(statistics.firstOrderAt, delta.orderAt)[0] ?? null,
    lastOrderAt: datesOf(statistics.lastOrderAt, delta.orderAt).at(-1) ?? null,
    abandonedCheckoutAt: datesOf(statistics.abandonedCheckoutAt, delta.abandonedCheckoutAt).at(-1) ?? null,
  }
}

/** `null` where the sum cannot be told: a second currency, or orders before of which no amount is known. */
function addAmount({ numberOfOrders, amountSpent }: Statistics, spent: Money | null): Money | null {
  if (spent === null) return amountSpent
  if (amountSpent === null) return numberOfOrders === 0 ? spent : null
  if (amountSpent.currency !== spent.currency) return null
  return { minor: amountSpent.minor + spent.minor, currency: spent.currency }
}

/** The dates that there are, in order. */
function datesOf(...dates: readonly (Instant | null)[]): Instant[] {
  return dates.filter((date) => date !== null).toSorted()
}
