import { en } from 'clientele/messages/en'
import type { Outcome } from 'clientele'
import {
  addCondition,
  allCustomers,
  explainSegment,
  filterCondition,
  removeCondition,
  segmentConditions,
  segmentFilters,
  type Operator,
  type Segment,
  type SegmentFilterName,
} from 'clientele/segment'
import { describe, expect, it } from 'vitest'
import { parsed as segment } from '../matching.js'

/** The segment of an outcome that must be right. */
function valueOf(outcome: Outcome<Segment>): Segment {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

describe('L-3 each filter is a filter, a condition and a value', () => {
  it.each<[SegmentFilterName, Operator, readonly (string | number | boolean)[], string]>([
    ['email-subscription-status', '=', ['SUBSCRIBED'], "email_subscription_status = 'SUBSCRIBED'"],
    ['tagged-with', 'CONTAINS', ['vip'], "customer_tags CONTAINS 'vip'"],
    ['account-status', '!=', ['DISABLED'], "customer_account_status != 'DISABLED'"],
    ['language', '=', ['pl'], "customer_language = 'pl'"],
    ['amount-spent', 'BETWEEN', ['10', 99.5], 'amount_spent BETWEEN 10 AND 99.5'],
    ['number-of-orders', '>', [2], 'number_of_orders > 2'],
    ['order-date', 'BETWEEN', ['-30d', 'today'], 'orders_placed MATCHES (date BETWEEN -30d AND today)'],
    ['date-added', 'IS NULL', [], 'customer_added_date IS NULL'],
    ['abandoned-checkout-date', '=', ['yesterday'], 'checkouts_abandoned MATCHES (date = yesterday)'],
    ['country', 'CONTAINS', ['NO'], "customer_countries CONTAINS 'NO'"],
    ['product-subscription-status', '=', ['ACTIVE'], "product_subscription_status = 'ACTIVE'"],
    ['customer-type', '=', ['GUEST'], "customer_type = 'GUEST'"],
    ['blocked', '=', [true], 'blocked = true'],
    ['price-level', '<=', ['3'], 'price_level <= 3'],
    ['source', '=', ['www'], "source = 'www'"],
    ['newsletter', '=', ['false'], 'newsletter = false'],
  ])('%s %s %j', (filter, operator, values, text) => {
    expect(valueOf(filterCondition(filter, operator, ...values)).text).toBe(text)
  })

  it('refuses a value that does not fit, as the language does', () => {
    expect(filterCondition('number-of-orders', '>', 'many')).toMatchObject({
      problems: [{ code: 'segment.unknown-value', path: ['values', 0] }],
    })
  })

  it('has a label for each', () => {
    expect(Object.keys(en.segment.filters)).toEqual(Object.keys(segmentFilters))
  })

  it('offers subscriptions and price levels only to shops that have them', () => {
    const special = Object.entries(segmentFilters).filter(([, filter]) => 'onlyWith' in filter)
    expect(special.map(([name]) => name)).toEqual(['product-subscription-status', 'price-level'])
  })
})

describe('L-4 filters combine', () => {
  const two = segment("amount_spent > 1000 AND customer_tags CONTAINS 'vip'")

  it('says each with its label', () => {
    const labels = segmentConditions(two).map((condition) => explainSegment(condition, en))
    expect(labels).toEqual(['amount spent: more than 1,000', 'tags: “vip” is among them'])
  })

  it('takes what is joined otherwise as one condition', () => {
    const either = segment('blocked = true OR newsletter = true')
    expect(segmentConditions(either)).toEqual([either])
  })

  it.each([
    ['the first', '', 'blocked = true', 'blocked = true'],
    ['another', 'newsletter = true', 'blocked = true', 'newsletter = true AND blocked = true'],
    [
      'several',
      'newsletter = true',
      'blocked = true AND price_level = 1',
      'newsletter = true AND blocked = true AND price_level = 1',
    ],
    [
      'one that is there',
      'newsletter = true AND blocked = true',
      'newsletter = true',
      'newsletter = true AND blocked = true',
    ],
    [
      'one beside an OR',
      'blocked = true OR price_level = 1',
      'newsletter = true',
      '(blocked = true OR price_level = 1) AND newsletter = true',
    ],
  ])('adds %s', (_which, text, condition, expected) => {
    const before = text === '' ? allCustomers : segment(text)
    expect(valueOf(addCondition(before, segment(condition))).text).toBe(expected)
  })

  it('adds none that would be one too many', () => {
    const levels = (first: number): Segment =>
      segment({
        kind: 'and',
        nodes: Array.from({ length: 500 }, (_, i) => ({
          kind: 'clause',
          attribute: 'price_level',
          operator: '=',
          values: [{ type: 'number', text: String(first + i) }],
        })),
      })
    expect(addCondition(levels(0), levels(500))).toMatchObject({
      problems: [{ code: 'segment.too-large', params: { limit: 1000 } }],
    })
  })

  it('removes one, and with the last all', () => {
    const one = removeCondition(two, 0)
    expect(one).toEqual(segment("customer_tags CONTAINS 'vip'"))
    expect(removeCondition(one, 0)).toEqual(allCustomers)
  })

  it('removes none where none is', () => {
    expect(removeCondition(two, 2)).toEqual(two)
    expect(removeCondition(allCustomers, 0)).toEqual(allCustomers)
  })

  it('keeps what was assumed in what is left', () => {
    const assumed = segment("last_order_date > '2024-01-01' AND blocked = true")
    expect(removeCondition(assumed, 1)).toEqual(segment("last_order_date > '2024-01-01'"))
  })
})
