import { describe, expect, it } from 'vitest'
import {
  allCustomers,
  compileSegment,
  dueSegment,
  parseSegment,
  segmentCatalog,
  type Segment,
  type SegmentNode,
} from '../../../src/segment/index.js'
import { buildRecord } from '../../../src/testing/build-record.js'
import { matches, parsed } from '../matching.js'

const FROM = '2026-11-20T12:00:00.000Z'
const NEXT = '2026-11-21T12:00:00.000Z'
const WEEK = '2026-11-27T12:00:00.000Z'
const zone = { timeZone: 'Europe/Warsaw' } as const

function due(query: unknown, from: string, to: string, named: Readonly<Record<string, string>> = {}): string {
  const known = new Map<string, Segment>()
  const segments = (name: string): Segment | null => known.get(name) ?? null
  for (const [name, text] of Object.entries(named)) known.set(name, parsedWith(text, segments))
  return dueSegment(parsedWith(query, segments), from, to, { ...zone, segments }).text
}

function parsedWith(query: unknown, segments: (name: string) => Segment | null): Segment {
  const outcome = parseSegment(query, { segments })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

describe('what is due (S-2)', () => {
  it.each([
    // query, after a day, after a week
    [
      'last_order_date > -30d',
      'last_order_date = 2026-10-22',
      'last_order_date BETWEEN 2026-10-22 AND 2026-10-28',
    ],
    [
      'last_order_date <= -30d',
      'last_order_date = 2026-10-22',
      'last_order_date BETWEEN 2026-10-22 AND 2026-10-28',
    ],
    [
      'last_order_date >= -30d',
      'last_order_date = 2026-10-21',
      'last_order_date BETWEEN 2026-10-21 AND 2026-10-27',
    ],
    [
      'last_order_date < -30d',
      'last_order_date = 2026-10-21',
      'last_order_date BETWEEN 2026-10-21 AND 2026-10-27',
    ],
    [
      'last_order_date = today',
      'last_order_date = 2026-11-20 OR last_order_date = 2026-11-21',
      'last_order_date = 2026-11-20 OR last_order_date = 2026-11-27',
    ],
    [
      'last_order_date != today',
      'last_order_date = 2026-11-20 OR last_order_date = 2026-11-21',
      'last_order_date = 2026-11-20 OR last_order_date = 2026-11-27',
    ],
    [
      'last_order_date IN (today, yesterday, 2020-01-01)',
      'last_order_date = 2026-11-19 OR last_order_date = 2026-11-21',
      'last_order_date = 2026-11-20 OR last_order_date = 2026-11-19 OR last_order_date = 2026-11-27 OR last_order_date = 2026-11-26',
    ],
    [
      'last_order_date BETWEEN -6d AND today',
      'last_order_date = 2026-11-14 OR last_order_date = 2026-11-21',
      'last_order_date BETWEEN 2026-11-14 AND 2026-11-20 OR last_order_date BETWEEN 2026-11-21 AND 2026-11-27',
    ],
    [
      'last_order_date BETWEEN 2020-05-30T16:00:00 AND today',
      'last_order_date = 2026-11-21',
      'last_order_date BETWEEN 2026-11-21 AND 2026-11-27',
    ],
    [
      "anniversary('metafields.facts.birth_date') = today",
      "anniversary ('metafields.facts.birth_date') = 2026-11-20 OR anniversary ('metafields.facts.birth_date') = 2026-11-21",
      "anniversary ('metafields.facts.birth_date') = 2026-11-20 OR anniversary ('metafields.facts.birth_date') = 2026-11-27",
    ],
    [
      "anniversary('customer_added_date') BETWEEN today AND +30d",
      "anniversary ('customer_added_date') BETWEEN 2026-11-20 AND 2026-12-20 AND NOT anniversary ('customer_added_date') BETWEEN 2026-11-21 AND 2026-12-21 OR anniversary ('customer_added_date') BETWEEN 2026-11-21 AND 2026-12-21 AND NOT anniversary ('customer_added_date') BETWEEN 2026-11-20 AND 2026-12-20",
      "anniversary ('customer_added_date') BETWEEN 2026-11-20 AND 2026-12-20 AND NOT anniversary ('customer_added_date') BETWEEN 2026-11-27 AND 2026-12-27 OR anniversary ('customer_added_date') BETWEEN 2026-11-27 AND 2026-12-27 AND NOT anniversary ('customer_added_date') BETWEEN 2026-11-20 AND 2026-12-20",
    ],
    [
      'orders_placed MATCHES (date >= -30d, amount > 5, count >= 2)',
      'orders_placed MATCHES (amount > 5, date = 2026-10-21)',
      'orders_placed MATCHES (amount > 5, date BETWEEN 2026-10-21 AND 2026-10-27)',
    ],
    [
      "store_credit_accounts MATCHES (next_expiry_date < +7d, last_credit_date > -7d, currency = 'EUR')",
      "store_credit_accounts MATCHES (currency = 'EUR', next_expiry_date = 2026-11-27) OR store_credit_accounts MATCHES (currency = 'EUR', last_credit_date = 2026-11-14)",
      "store_credit_accounts MATCHES (currency = 'EUR', next_expiry_date BETWEEN 2026-11-27 AND 2026-12-03) OR store_credit_accounts MATCHES (currency = 'EUR', last_credit_date BETWEEN 2026-11-14 AND 2026-11-20)",
    ],
  ])('%s', (query, day, week) => {
    expect(due(query, FROM, NEXT)).toBe(day)
    expect(due(query, FROM, WEEK)).toBe(week)
  })

  it.each([
    // what stands still narrows who is due
    [
      "customer_tags CONTAINS 'vip' AND last_order_date > -30d",
      "customer_tags CONTAINS 'vip' AND last_order_date = 2026-10-22",
    ],
    [
      "customer_tags CONTAINS 'vip' OR NOT blocked = true OR last_order_date > -30d",
      "NOT customer_tags CONTAINS 'vip' AND blocked = true AND last_order_date = 2026-10-22",
    ],
    ['NOT last_order_date > -30d', 'last_order_date = 2026-10-22'],
    [
      'last_order_date > -30d OR first_order_date > -7d',
      'last_order_date = 2026-10-22 OR first_order_date = 2026-11-14',
    ],
    ['last_order_date > -30d OR last_order_date > -30d', 'last_order_date = 2026-10-22'],
    // an absolute end of a range stays where it is
    ['last_order_date BETWEEN -30d AND 2026-12-31', 'last_order_date = 2026-10-21'],
    ['metafields.facts.until < today', 'metafields.facts.until = 2026-11-20'],
    ["last_order_date > '-30d'", 'last_order_date = 2026-10-22'],
    [
      'orders_placed MATCHES (date = today)',
      'orders_placed MATCHES (date = 2026-11-20) OR orders_placed MATCHES (date = 2026-11-21)',
    ],
    ['orders_placed NOT MATCHES (date >= -30d)', 'orders_placed MATCHES (date = 2026-10-21)'],
  ])('%s', (query, expected) => {
    expect(due(query, FROM, NEXT)).toBe(expected)
  })

  it('is found in the segments that are named, each looked at once', () => {
    const named = { recent: 'last_order_date > -30d', vip: "customer_tags CONTAINS 'vip'" }
    expect(due("segment('recent')", FROM, NEXT, named)).toBe('last_order_date = 2026-10-22')
    expect(due("segment('recent') AND segment('vip')", FROM, NEXT, named)).toBe(
      "segment('vip') AND last_order_date = 2026-10-22",
    )
    expect(due("segment('recent') OR NOT segment('recent')", FROM, NEXT, named)).toBe(
      'last_order_date = 2026-10-22',
    )
  })

  it('goes by the calendar of the shop: months clamp, days have the length that the clock gives them', () => {
    // 31 March less a month is the last day of February, as 28, 29 and 30 March are
    expect(due('last_order_date > -1m', '2026-03-30T12:00:00.000Z', '2026-03-31T12:00:00.000Z')).toBe(
      'last_order_date IS NULL AND NOT last_order_date IS NULL'.replaceAll('IS NULL', '> -1m'),
    )
    expect(due('last_order_date > -1m', '2026-03-31T12:00:00.000Z', '2026-04-01T12:00:00.000Z')).toBe(
      'last_order_date = 2026-03-01',
    )
    // In Warsaw the day changes at 22:00 UTC in summer, at 23:00 in winter
    expect(due('last_order_date = today', '2026-10-24T21:59:59.999Z', '2026-10-24T22:00:00.000Z')).toBe(
      'last_order_date = 2026-10-24 OR last_order_date = 2026-10-25',
    )
    expect(due('last_order_date >= today', '2026-10-25T22:30:00.000Z', '2026-10-25T23:00:00.000Z')).toBe(
      'last_order_date = 2026-10-25',
    )
    // Back to before it is the same customers
    expect(due('last_order_date > -30d', NEXT, FROM)).toBe('last_order_date = 2026-10-22')
  })
})

describe('nobody is due', () => {
  const nobody = (query: unknown, from = FROM, to = WEEK): boolean => {
    const segment = dueSegment(parsed(query), from, to, zone)
    const options = { ...zone, now: to, related: { orders: () => [], location: () => null } }
    expect(parsed(segment.text).root).toEqual(segment.root)
    return [buildRecord(), buildRecord({ statistics: { lastOrderAt: FROM } })].every(
      (record) => !compileSegment(segment, options)(record),
    )
  }

  it.each([
    'last_order_date > 2026-11-22',
    'last_order_date = 2020-05-30T16:00:00',
    'last_order_date IN (2026-11-22)',
    'last_order_date BETWEEN 2026-11-01 AND 2026-11-30',
    'last_order_date IS NULL',
    "customer_tags CONTAINS 'today'",
    "source = 'today'",
    'NOT (blocked = true OR number_of_orders > 1)',
    "anniversary('customer_added_date') BETWEEN 2026-11-01 AND 2026-12-24",
    "random_bucket(20, 'spring')",
    'orders_placed MATCHES (count > 1)',
    'customer_within_distance MATCHES (coordinates = (40.7, -74.0), distance_km = 10)',
  ])('for %s', (query) => {
    expect(nobody(query)).toBe(true)
  })

  it('on the same day, nor for all customers', () => {
    expect(nobody('last_order_date > -30d', '2026-11-20T00:00:00.000Z', '2026-11-20T22:59:59.999Z')).toBe(
      true,
    )
    expect(nobody(allCustomers)).toBe(true)
  })
})

describe('at the limits', () => {
  const clause = (amount: number): SegmentNode => ({
    kind: 'clause',
    attribute: 'last_order_date',
    operator: 'BETWEEN',
    values: [`-${amount}d`, 'today'].map((text) => ({ type: 'date', text })),
  })

  it('what stands still is left out where the answer would be too large', () => {
    const still = Array.from({ length: 400 }, (_, i) => `number_of_orders = ${i}`)
    const nodes = still.map((query): SegmentNode => ({ kind: 'and', nodes: [parsed(query).root, clause(9)] }))
    const segment = parsed({ kind: 'or', nodes: nodes.slice(0, 330) })
    expect(dueSegment(segment, FROM, NEXT, zone).text).toBe(
      'last_order_date = 2026-11-11 OR last_order_date = 2026-11-21',
    )
  })

  it('segments that name others twice, and these others, do not double the work each time', () => {
    const named: Record<string, string> = { level0: 'last_order_date > -30d' }
    for (let i = 1; i <= 40; i++)
      named[`level${i}`] =
        `segment('level${i - 1}') AND source = 'a${i}' OR segment('level${i - 1}') AND source = 'b${i}'`
    expect(due("segment('level40')", FROM, NEXT, named)).toBe('last_order_date = 2026-10-22')
  })

  it('everybody is due where even that is too large', () => {
    const nodes = Array.from({ length: 600 }, (_, i) => parsed(`last_order_date = -${i * 20}d`).root)
    const due = dueSegment(parsed({ kind: 'or', nodes }), FROM, WEEK, zone)
    expect(due.text).toBe('last_order_date = -0d OR NOT last_order_date = -0d')
  })
})

describe('a programmer’s error', () => {
  const segment = parsed('last_order_date > -30d')

  it.each([
    ['a moment that is none', () => dueSegment(segment, 'today', NEXT, zone)],
    ['another that is none', () => dueSegment(segment, FROM, '2026-11-22', zone)],
    ['a zone that is none', () => dueSegment(segment, FROM, NEXT, { timeZone: 'Warsaw' })],
    ['another catalog', () => dueSegment(segment, FROM, NEXT, { ...zone, catalog: { attributes: [] } })],
    [
      'a catalog without the function',
      () =>
        dueSegment(parsed('orders_placed MATCHES ()'), FROM, NEXT, {
          ...zone,
          catalog: { attributes: segmentCatalog.attributes },
        }),
    ],
    [
      'all customers of a catalog that asks nothing',
      () => dueSegment(allCustomers, FROM, NEXT, { ...zone, catalog: { attributes: [] } }),
    ],
    [
      'a named segment that is not given',
      () => dueSegment({ ...segment, root: { kind: 'segment', name: 'vip' } }, FROM, NEXT, zone),
    ],
  ])('%s throws', (_name, act) => {
    expect(act).toThrow(TypeError)
  })
})

describe('an anniversary within a year or more', () => {
  // 29 days back and eleven months on are a year where they meet at the end of February, and a day less on 31 March
  const query = "anniversary('customer_added_date') BETWEEN -29d AND +11m"
  const added = { customer: { createdAt: '2020-03-01T12:00:00.000Z' } }
  const [wide, narrow] = ['2026-03-29T12:00:00.000Z', '2026-03-31T12:00:00.000Z']

  it('is due for who falls out of it (S-2)', () => {
    expect([wide, narrow].map((now) => matches(query, added, { now, ...zone }))).toEqual([true, false])
    expect(matches(due(query, wide, narrow), added, { now: narrow, ...zone })).toBe(true)
    expect(matches(due(query, narrow, wide), added, { now: wide, ...zone })).toBe(true)
  })

  it('is due for nobody where it holds every day before and after', () => {
    const always = dueSegment(parsed(query.replace('+11m', '+12m')), wide, narrow, zone)
    expect(matches(always.text, added, { now: narrow, ...zone })).toBe(false)
  })
})

describe('a plain condition', () => {
  it('is due for exactly who comes and goes (S-2)', () => {
    const query = 'last_order_date > -30d'
    const answers = (lastOrderAt: string): boolean[] => [
      matches(query, { statistics: { lastOrderAt } }, { now: FROM, ...zone }),
      matches(query, { statistics: { lastOrderAt } }, { now: NEXT, ...zone }),
      matches(due(query, FROM, NEXT), { statistics: { lastOrderAt } }, { now: NEXT, ...zone }),
    ]
    // The days begin at 22:00 UTC
    expect(answers('2026-10-21T21:59:59.999Z')).toEqual([false, false, false])
    expect(answers('2026-10-21T22:00:00.000Z')).toEqual([true, false, true])
    expect(answers('2026-10-22T21:59:59.999Z')).toEqual([true, false, true])
    expect(answers('2026-10-22T22:00:00.000Z')).toEqual([true, true, false])
  })
})
