import {
  productSubscriberStatuses,
  type ProductSubscriberStatus,
  type Statistics,
} from '../customer/statistics.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { Instant } from '../value/instant.js'
import type { Money } from '../value/money.js'
import type { MergeProblemCode } from './merge-problem.js'

/**
 * What the statistics will probably be: sums and outermost dates. A sum is `null` where it cannot be told: of two
 * currencies, or where one of the records has orders and no amount. Who computes them, the host or the store, has the
 * last word; a store that keeps them itself adds them up by this (M-1).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { noStatistics } = await import('../customer/statistics.js')
 * const spent = (minor: number) => ({ minor, currency: 'EUR' })
 * const one = { ...noStatistics, numberOfOrders: 2, amountSpent: spent(4000) }
 * const other = { ...noStatistics, numberOfOrders: 1, amountSpent: spent(1500) }
 * expect(forecastStatistics([one, other])).toMatchObject({ numberOfOrders: 3, amountSpent: spent(5500) })
 * ```
 */
export function forecastStatistics(all: readonly Statistics[]): Statistics {
  return {
    numberOfOrders: all.reduce((sum, { numberOfOrders }) => sum + numberOfOrders, 0),
    amountSpent: totalSpent(all),
    firstOrderAt: dates(all, 'firstOrderAt')[0] ?? null,
    lastOrderAt: dates(all, 'lastOrderAt').at(-1) ?? null,
    abandonedCheckoutAt: dates(all, 'abandonedCheckoutAt').at(-1) ?? null,
    productSubscriberStatus: strongestStatus(all),
    predictedSpendTier: firstOf(all, 'predictedSpendTier'),
    rfmGroup: firstOf(all, 'rfmGroup'),
  }
}

/** `merge.mixed-currencies` with `params.currencies`, where amounts cannot be added up. */
export function currencyWarnings(all: readonly Statistics[]): Problem<MergeProblemCode>[] {
  const currencies = currenciesOf(amounts(all))
  return currencies.length > 1
    ? [problem('merge.mixed-currencies', ['statistics', 'amountSpent'], { currencies })]
    : []
}

function amounts(all: readonly Statistics[]): Money[] {
  return all.flatMap(({ amountSpent }) => (amountSpent === null ? [] : [amountSpent]))
}

function currenciesOf(sums: readonly Money[]): string[] {
  return [...new Set(sums.map(({ currency }) => currency))].toSorted()
}

/** What was once two currencies stays untold, so that merging two by two says the same as merging all at once (M-10). */
function totalSpent(all: readonly Statistics[]): Money | null {
  const sums = amounts(all)
  const [currency, another] = currenciesOf(sums)
  if (currency === undefined || another !== undefined || all.some(isUntold)) return null
  return { minor: sums.reduce((sum, { minor }) => sum + minor, 0), currency }
}

/** Orders of which nobody knows the amount. */
function isUntold({ numberOfOrders, amountSpent }: Statistics): boolean {
  return amountSpent === null && numberOfOrders > 0
}

function dates(
  all: readonly Statistics[],
  field: 'firstOrderAt' | 'lastOrderAt' | 'abandonedCheckoutAt',
): Instant[] {
  return all.flatMap((one) => one[field] ?? []).toSorted()
}

/** The statuses stand from the liveliest to none. */
function strongestStatus(all: readonly Statistics[]): ProductSubscriberStatus {
  const present = new Set(all.map(({ productSubscriberStatus }) => productSubscriberStatus))
  return productSubscriberStatuses.find((status) => present.has(status)) as ProductSubscriberStatus
}

/** A judgement on one profile, not a sum: the survivor's, else the first that there is. */
function firstOf<Field extends 'predictedSpendTier' | 'rfmGroup'>(
  all: readonly Statistics[],
  field: Field,
): Statistics[Field] | null {
  return all.map((one) => one[field]).find((value) => value !== null) ?? null
}
