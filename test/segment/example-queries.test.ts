import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileSegment, parseSegment, printSegment, segmentRequirements } from '../../src/segment/index.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { faultsOf, parsed, relatedOf, shop } from './matching.js'

interface ExampleQuery {
  readonly query: string
  readonly invalid?: boolean
  /** in the spelling before API 2026-10 */
  readonly legacy?: boolean
}

const examples = JSON.parse(
  readFileSync(new URL('../fixtures/segment-queries.json', import.meta.url), 'utf8'),
) as ExampleQuery[]

const right = examples.filter(({ invalid }) => invalid !== true)
const wrong = examples.filter(({ invalid }) => invalid === true).map(({ query }) => query)

describe('the example queries', () => {
  it('are all here', () => {
    expect([right.length, wrong.length]).toEqual([73, 7])
  })

  it.each(right)('$query is read, printed, read again and asked', ({ query }) => {
    const segment = parsed(query)
    expect(parsed(printSegment(segment)).root).toEqual(segment.root)
    expect(parsed(JSON.parse(JSON.stringify(segment)))).toEqual(segment)
    expect(typeof compileSegment(segment, { ...shop, related: relatedOf() })(buildRecord())).toBe('boolean')
  })

  it.each(right.filter(({ legacy }) => legacy !== true))('$query is printed as it stands', ({ query }) => {
    expect(printSegment(parsed(query))).toBe(query.replace('( ', '(').replace(' )', ')'))
  })

  it.each([
    ['shopify_email.opened(activity_id: 123) = true', 'shopify_email.opened MATCHES (activity_id = 123)'],
    ['shopify_email.opened() = true', 'shopify_email.opened MATCHES ()'],
    ['products_purchased(quantity: 5) = true', 'products_purchased MATCHES (quantity = 5)'],
    ['products_purchased(tag: (product_tag)) = true', "products_purchased MATCHES (tag = 'product_tag')"],
    [
      'customer_within_distance(coordinates: (40.7, -74.0), distance_mi: 6.2) = true',
      'customer_within_distance MATCHES (coordinates = (40.7, -74.0), distance_mi = 6.2)',
    ],
    [
      "anniversary(date: 'metafields.facts.birth_date') BETWEEN today AND +30d",
      "anniversary ('metafields.facts.birth_date') BETWEEN today AND +30d",
    ],
  ])('%s is printed in the new spelling', (query, printed) => {
    expect(printSegment(parsed(query))).toBe(printed)
  })

  it.each<[string, string[]]>([
    ['not another valid segment query ???', ['unknown-attribute: another', 'unexpected: valid']],
    ['not a valid segment query ???', ['unknown-attribute: a', 'unexpected: valid']],
    [
      "customer_tags = 'VIP' AND orders_count >= 3",
      ['operator-not-allowed: =', 'unknown-attribute: orders_count'],
    ],
    ['products_purchased CONTAINS 1012132033639', ['operator-not-allowed: CONTAINS']],
    [
      'WHERE total_spent > 500',
      ['unknown-attribute: WHERE', 'unexpected: total_spent', 'unknown-attribute: total_spent'],
    ],
    [
      "orders_placed MATCHES (financial_status = 'paid', date > -30d)",
      ['unknown-attribute: financial_status'],
    ],
    ['orders_placed MATCHES (date > 2025-01-01, date < 2025-06-01)', ['unexpected: date']],
  ])('%s is refused for what is wrong in it', (query, faults) => {
    expect(wrong).toContain(query)
    expect(faultsOf(query)).toEqual(faults)
    expect(parseSegment(query).ok).toBe(false)
  })

  it.each<[string, string[]]>([
    ['products_purchased NOT MATCHES ()', ['products']],
    ['shopify_email.opened() = true', ['emails']],
    ["anniversary ('metafields.facts.birth_date') = today", []],
    ["customer_within_distance MATCHES (coordinates = '49.2827,-123.1207', distance_km = 25)", ['location']],
    ['number_of_orders = 0', []],
  ])('%s needs what it says', (query, names) => {
    expect(segmentRequirements(parsed(query))).toEqual(names)
  })
})
