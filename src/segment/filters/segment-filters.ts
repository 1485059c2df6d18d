import type { Outcome } from '../../outcome/outcome.js'
import { segmentCatalog } from '../catalog/customer-catalog.js'
import type { ValueType } from '../catalog/value-type.js'
import type { Operator } from '../operator.js'
import { parseSegment } from '../parse-segment.js'
import type { Segment, SegmentValue } from '../segment.js'
import type { SegmentProblem } from '../segment-problem.js'

/** What a filter asks about: an attribute, or the day of any of the events of a function. */
interface SegmentFilter {
  readonly attribute?: string
  readonly event?: string
  /** offered only where the shop has these */
  readonly onlyWith?: 'product-subscriptions' | 'wholesale'
}

/**
 * The filters of a customer list, in their order (L-3, C-7 … C-10, E-6). "Order date" and "abandoned checkout date" mean
 * any such day, not only the last, so they need the customer's history.
 */
export const segmentFilters = {
  'email-subscription-status': { attribute: 'email_subscription_status' },
  'tagged-with': { attribute: 'customer_tags' },
  'account-status': { attribute: 'customer_account_status' },
  language: { attribute: 'customer_language' },
  'amount-spent': { attribute: 'amount_spent' },
  'number-of-orders': { attribute: 'number_of_orders' },
  'order-date': { event: 'orders_placed' },
  'date-added': { attribute: 'customer_added_date' },
  'abandoned-checkout-date': { event: 'checkouts_abandoned' },
  country: { attribute: 'customer_countries' },
  'product-subscription-status': {
    attribute: 'product_subscription_status',
    onlyWith: 'product-subscriptions',
  },
  'customer-type': { attribute: 'customer_type' },
  blocked: { attribute: 'blocked' },
  'price-level': { attribute: 'price_level', onlyWith: 'wholesale' },
  source: { attribute: 'source' },
  newsletter: { attribute: 'newsletter' },
} as const satisfies { readonly [name: string]: SegmentFilter }

/** A filter's name; its label is in the messages. */
export type SegmentFilterName = keyof typeof segmentFilters

/** How a value of each type is written in a condition. */
const written: { readonly [Type in ValueType]: SegmentValue['type'] } = {
  date: 'date',
  money: 'number',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  text: 'text',
  enum: 'text',
  list: 'text',
  any: 'text',
}

/**
 * Makes a condition from a filter, an operator and as many values as it takes (L-3), from what a form holds: texts are
 * enough, also for numbers, dates and yes or no. The condition is a segment, for `addCondition`.
 *
 * Codes: those of `parseSegment`, with a path into the condition's tree.
 *
 * @example
 * ```ts @import.meta.vitest
 * const ordered = filterCondition('order-date', '>=', '-30d')
 * expect(ordered.ok && ordered.value.text).toBe('orders_placed MATCHES (date >= -30d)')
 * ```
 */
export function filterCondition(
  filter: SegmentFilterName,
  operator: Operator,
  ...values: readonly (string | number | boolean)[]
): Outcome<Segment, SegmentProblem> {
  const { attribute, event }: SegmentFilter = segmentFilters[filter]
  const row = segmentCatalog.attributes.find(({ name }) => name === attribute)
  const type = written[row?.type ?? 'date']
  const typed = values.map((value) => ({ type, text: String(value) }))
  return parseSegment(
    event === undefined
      ? { kind: 'clause', attribute, operator, values: typed }
      : {
          kind: 'function',
          name: event,
          operator: 'MATCHES',
          params: [{ name: 'date', operator, values: typed }],
        },
  )
}
