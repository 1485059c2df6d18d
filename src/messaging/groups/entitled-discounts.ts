import type { CustomerRecord } from '../../customer/record.js'
import { problem, type Problem } from '../../outcome/problem.js'
import { compileSegment, type CompileSegmentOptions } from '../../segment/compile/compile.js'
import { todayIn } from '../../value/calendar.js'
import { isCalendarDate, isInstant } from '../../value/instant.js'
import type { DiscountProblemCode, DiscountUsage, SegmentDiscount } from './discount.js'

/** On what else it depends whether somebody is entitled: the moment, the shop, what segments read, and how often was used what. */
export interface DiscountTerms extends CompileSegmentOptions {
  /** by the ids of discounts; wanted of those with a limit, because what nobody can tell is not granted */
  readonly usage?: { readonly [discount: string]: DiscountUsage } | undefined
}

interface Ground {
  readonly record: CustomerRecord
  readonly discount: SegmentDiscount
  readonly usage: DiscountUsage | undefined
  readonly terms: DiscountTerms
}

/** Reasons against a discount, a row a reason, in the order in which they are told. */
const rules: readonly {
  readonly code: DiscountProblemCode
  readonly refuses: (ground: Ground) => boolean
}[] = [
  {
    code: 'discount.customer-gone',
    refuses: ({ record: { facts } }) => facts.deleted || facts.redaction === 'done',
  },
  {
    code: 'discount.dates-invalid',
    refuses: ({ discount: { from, until } }) => !isMoment(from) || !isMoment(until),
  },
  {
    code: 'discount.not-begun',
    refuses: ({ discount: { from }, terms }) => from !== null && nowAs(from, terms) < from,
  },
  {
    code: 'discount.ended',
    // the last day belongs to it, a moment does not
    refuses: ({ discount: { until }, terms }) =>
      until !== null && (isInstant(until) ? terms.now >= until : nowAs(until, terms) > until),
  },
  {
    code: 'discount.not-member',
    refuses: ({ record, discount, terms }) => !compileSegment(discount.segment, terms)(record),
  },
  {
    code: 'discount.usage-unknown',
    refuses: ({ discount: { limits }, usage }) =>
      usage === undefined && (limits.total !== null || limits.perCustomer !== null),
  },
  {
    code: 'discount.used-up',
    refuses: ({ discount: { limits }, usage }) => usage !== undefined && isReached(limits.total, usage.total),
  },
  {
    code: 'discount.used-by-customer',
    refuses: ({ discount: { limits }, usage }) =>
      usage !== undefined && isReached(limits.perCustomer, usage.byCustomer),
  },
]

/**
 * Why a customer is not entitled to a discount now (S-3), all reasons at once; empty when they are. Throws only for programmer's errors,
 * as `compileSegment` does: a segment that needs a reader of `related` which the terms do not bring.
 *
 * Codes: `discount.customer-gone`, `discount.dates-invalid`, `discount.not-begun`, `discount.ended`, `discount.not-member`,
 * `discount.usage-unknown`, `discount.used-up`, `discount.used-by-customer`, each with `params.discount`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { allCustomers } = await import('clientele/segment')
 * const { buildRecord } = await import('clientele/testing')
 * const limits = { total: null, perCustomer: 1 }
 * const discount = { id: 'd1', segment: allCustomers, from: '2026-12-01', until: '2026-12-24', limits }
 * const terms = { now: '2026-12-24T12:00:00.000Z', timeZone: 'Europe/Warsaw', usage: { d1: { total: 8, byCustomer: 1 } } }
 * expect(discountProblems(buildRecord(), discount, terms).map(({ code }) => code)).toEqual(['discount.used-by-customer'])
 * ```
 */
export function discountProblems(
  record: CustomerRecord,
  discount: SegmentDiscount,
  terms: DiscountTerms,
): Problem<DiscountProblemCode>[] {
  const ground = { record, discount, usage: usageOf(discount, terms), terms }
  return rules
    .filter(({ refuses }) => refuses(ground))
    .map(({ code }) => problem(code, [], { discount: discount.id }))
}

/**
 * The discounts to which a customer is entitled now (T-2, S-3), in the order given: those against which `discountProblems` has nothing.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { allCustomers } = await import('clientele/segment')
 * const { buildRecord } = await import('clientele/testing')
 * const limits = { total: null, perCustomer: null }
 * const discounts = [
 *   { id: 'spring', segment: allCustomers, from: null, until: '2026-05-31', limits },
 *   { id: 'autumn', segment: allCustomers, from: '2026-09-01', until: null, limits },
 * ]
 * const terms = { now: '2026-11-22T12:00:00.000Z', timeZone: 'Europe/Warsaw' }
 * expect(entitledDiscounts(buildRecord(), discounts, terms).map(({ id }) => id)).toEqual(['autumn'])
 * ```
 */
export function entitledDiscounts<Discount extends SegmentDiscount>(
  record: CustomerRecord,
  discounts: readonly Discount[],
  terms: DiscountTerms,
): Discount[] {
  return discounts.filter((discount) => discountProblems(record, discount, terms).length === 0)
}

function usageOf({ id }: SegmentDiscount, { usage = {} }: DiscountTerms): DiscountUsage | undefined {
  // a count from a database may be null
  return Object.hasOwn(usage, id) ? (usage[id] ?? undefined) : undefined
}

/** A count that is none counts as reached: what nobody can tell is not granted. */
function isReached(limit: number | null, used: unknown): boolean {
  return limit !== null && !(typeof used === 'number' && used < limit)
}

function isMoment(text: string | null): boolean {
  return text === null || isInstant(text) || isCalendarDate(text)
}

/** Now, in the form of what it is compared with: the moment, or the shop's day. */
function nowAs(text: string, { now, timeZone }: DiscountTerms): string {
  return isInstant(text) ? now : todayIn(now, timeZone)
}
