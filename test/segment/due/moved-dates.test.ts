import { describe, expect, it } from 'vitest'
import { dueSegment } from '../../../src/segment/index.js'
import { parsed } from '../matching.js'

const FROM = '2026-11-20T12:00:00.000Z'
const NEXT = '2026-11-21T12:00:00.000Z'
const WEEK = '2026-11-27T12:00:00.000Z'

function due(query: string, from: string, to: string): string {
  const { text, root } = dueSegment(parsed(query), from, to, { timeZone: 'Europe/Warsaw' })
  expect(parsed(text).root).toEqual(root)
  return text
}

describe('S-2 of a range of days, exactly who changes is due', () => {
  it.each([
    // the day in both ranges stays
    [
      'last_order_date BETWEEN -1d AND today',
      NEXT,
      'last_order_date = 2026-11-19 OR last_order_date = 2026-11-21',
    ],
    // no day is in both
    [
      'last_order_date BETWEEN -1d AND today',
      WEEK,
      'last_order_date BETWEEN 2026-11-19 AND 2026-11-20 OR last_order_date BETWEEN 2026-11-26 AND 2026-11-27',
    ],
    // what begins within a day belongs to both from there on
    ['last_order_date BETWEEN 2026-11-20T16:00:00 AND today', NEXT, 'last_order_date = 2026-11-21'],
  ])('%s, up to %s', (query, to, expected) => {
    expect(due(query, FROM, to)).toBe(expected)
    const parts = expected.split(' OR ')
    expect(due(query, to, FROM).split(' OR ').toSorted()).toEqual(parts.toSorted())
  })
})

describe('what stands still', () => {
  it.each([
    // narrows all that moves
    [
      "customer_tags CONTAINS 'vip' AND last_order_date > -30d AND first_order_date > -7d",
      "customer_tags CONTAINS 'vip' AND (last_order_date = 2026-10-22 OR first_order_date = 2026-11-14)",
    ],
    [
      "customer_tags CONTAINS 'vip' AND last_order_date = today",
      "customer_tags CONTAINS 'vip' AND (last_order_date = 2026-11-20 OR last_order_date = 2026-11-21)",
    ],
    [
      'last_order_date = today OR first_order_date > -7d',
      'last_order_date = 2026-11-20 OR last_order_date = 2026-11-21 OR first_order_date = 2026-11-14',
    ],
    // one end of an anniversary may move while the other stays
    [
      "anniversary('customer_added_date') BETWEEN 2026-11-10 AND today",
      "anniversary ('customer_added_date') BETWEEN 2026-11-10 AND 2026-11-20 AND NOT anniversary ('customer_added_date') BETWEEN 2026-11-10 AND 2026-11-21 OR anniversary ('customer_added_date') BETWEEN 2026-11-10 AND 2026-11-21 AND NOT anniversary ('customer_added_date') BETWEEN 2026-11-10 AND 2026-11-20",
    ],
    // where nothing moves, nobody is due: the first condition and its contrary
    [
      "customer_tags CONTAINS 'vip' OR anniversary('customer_added_date') BETWEEN 2026-11-01 AND 2026-12-24",
      "customer_tags CONTAINS 'vip' AND NOT customer_tags CONTAINS 'vip'",
    ],
    [
      'blocked = true OR last_order_date BETWEEN 2026-11-01 AND 2026-11-30',
      'blocked = true AND NOT blocked = true',
    ],
    // a word that only looks like a day is none
    ["blocked = true OR products_purchased MATCHES (tag = 'today')", 'blocked = true AND NOT blocked = true'],
    [
      "products_purchased MATCHES (tag = 'today', date > -30d)",
      "products_purchased MATCHES (tag = 'today', date = 2026-10-22)",
    ],
  ])('%s', (query, expected) => {
    expect(due(query, FROM, NEXT)).toBe(expected)
  })
})
