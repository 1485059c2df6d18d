import { describe, expect, it } from 'vitest'
import type { CustomerRecord } from '../../../src/customer/record.js'
import {
  allCustomers,
  createSegmentIndex,
  segmentCatalog,
  type Catalog,
  type CompileSegmentOptions,
  type NamedSegments,
  type Segment,
} from '../../../src/segment/index.js'
import { buildRecord, type RecordOverrides } from '../../../src/testing/build-record.js'
import { parsed, shop } from '../matching.js'

type Related = NonNullable<CompileSegmentOptions['related']>

/** The queries, numbered, which a customer comes into and goes out of. */
function changes(
  queries: readonly string[],
  before: RecordOverrides | null,
  after: RecordOverrides | null,
  options: Partial<CompileSegmentOptions> = {},
): { entered: readonly string[]; left: readonly string[] } {
  const index = createSegmentIndex(
    queries.map((query) => [query, parsed(query)]),
    { ...shop, ...options },
  )
  return index.update(before && buildRecord(before), after && buildRecord(after))
}

const lastOrder = (lastOrderAt: string | null): RecordOverrides => ({ statistics: { lastOrderAt } })
const metafield = (value: unknown): RecordOverrides => ({
  customer: { metafields: { 'a.b': value as never } },
})

describe('a change of a customer (S-2)', () => {
  it.each<[string, RecordOverrides, RecordOverrides]>([
    // a query that the second customer comes into, and the first out of its contrary
    ['number_of_orders = 2', { statistics: { numberOfOrders: 1 } }, { statistics: { numberOfOrders: 2 } }],
    ['number_of_orders > 1', { statistics: { numberOfOrders: 1 } }, { statistics: { numberOfOrders: 2 } }],
    ['number_of_orders >= 2', { statistics: { numberOfOrders: 1 } }, { statistics: { numberOfOrders: 2 } }],
    ['number_of_orders < 2', { statistics: { numberOfOrders: 2 } }, { statistics: { numberOfOrders: 1 } }],
    ['number_of_orders <= 1', { statistics: { numberOfOrders: 2 } }, { statistics: { numberOfOrders: 1 } }],
    [
      'number_of_orders BETWEEN 2 AND 3',
      { statistics: { numberOfOrders: 9 } },
      { statistics: { numberOfOrders: 3 } },
    ],
    [
      'number_of_orders IN (7, 9)',
      { statistics: { numberOfOrders: 8 } },
      { statistics: { numberOfOrders: 9 } },
    ],
    ['last_order_date > -30d', lastOrder('2026-10-01T00:00:00.000Z'), lastOrder('2026-11-01T00:00:00.000Z')],
    ['last_order_date < -30d', lastOrder(null), lastOrder('2026-10-01T00:00:00.000Z')],
    ['last_order_date IS NOT NULL', lastOrder(null), lastOrder('2026-10-01T00:00:00.000Z')],
    ['last_order_date != today', lastOrder('2026-11-22T10:00:00.000Z'), lastOrder(null)],
    ['amount_spent >= 10.99', {}, { statistics: { amountSpent: { minor: 1099, currency: 'EUR' } } }],
    ['amount_spent IS NULL', { statistics: { amountSpent: { minor: 1, currency: 'EUR' } } }, {}],
    // ten euros and eleven yen: in currencies with other decimals the amount itself is asked
    [
      'amount_spent > 10',
      { statistics: { amountSpent: { minor: 1000, currency: 'EUR' } } },
      { statistics: { amountSpent: { minor: 11, currency: 'JPY' } } },
    ],
    [
      "customer_tags CONTAINS 'VIP'",
      { customer: { tags: ['a'] } },
      { customer: { tags: ['a', 'vip', 'Vip'] } },
    ],
    ["customer_tags NOT CONTAINS 'a'", { customer: { tags: ['A'] } }, { customer: { tags: [] } }],
    [
      "customer_tags CONTAINS ANY ('a', 'b')",
      { customer: { tags: ['c'] } },
      { customer: { tags: ['B', 'c'] } },
    ],
    [
      "customer_tags CONTAINS ALL ('a', 'b')",
      { customer: { tags: ['a'] } },
      { customer: { tags: ['B', 'a'] } },
    ],
    ['customer_tags IS NOT NULL', { customer: { tags: [] } }, { customer: { tags: ['x'] } }],
    [
      "rfm_group IN ('LOYAL', 'NEW')",
      { statistics: { rfmGroup: null } },
      { statistics: { rfmGroup: 'NEW' } },
    ],
    ["rfm_group != 'NEW'", { statistics: { rfmGroup: 'NEW' } }, { statistics: { rfmGroup: null } }],
    ['newsletter = true', {}, { customer: { emailMarketingConsent: { state: 'SUBSCRIBED' } } }],
    ['metafields.a.b > 5', metafield('6'), metafield(6)],
    ['metafields.a.b IS NULL', metafield(6), metafield(null)],
    ['metafields.a.b >= today', metafield('2026-11-21'), metafield('2026-11-22')],
    ['metafields.a.b = today', metafield('2026-11-21T10:00:00Z'), metafield('2026-11-22')],
    ["anniversary('metafields.a.b') = today", metafield('1990-11-23'), metafield('1990-11-22')],
    ["random_bucket(50, 'x')", { customer: { id: 'c1' } }, { customer: { id: 'c2' } }],
    ["NOT (number_of_orders > 1 OR source = 'web')", { customer: { source: 'web' } }, {}],
  ])('%s', (query, before, after) => {
    const contrary = `NOT (${query})`
    expect(changes([query, contrary], before, after)).toEqual({ entered: [query], left: [contrary] })
    expect(changes([query, contrary], after, before)).toEqual({ entered: [contrary], left: [query] })
    expect(changes([query, contrary], after, after)).toEqual({ entered: [], left: [] })
    expect(changes([query, contrary], null, after)).toEqual({ entered: [query], left: [] })
    expect(changes([query, contrary], before, null)).toEqual({ entered: [], left: [contrary] })
    expect(changes([query, contrary], null, null)).toEqual({ entered: [], left: [] })
  })

  it('that moves a value from one condition to the next one with the same edge', () => {
    const days = [
      'last_order_date = yesterday',
      'last_order_date = today',
      'last_order_date BETWEEN today AND -1d',
    ]
    expect(
      changes(days, lastOrder('2026-11-21T23:59:59.999Z'), lastOrder('2026-11-22T00:00:00.000Z')),
    ).toEqual({ entered: ['last_order_date = today'], left: ['last_order_date = yesterday'] })
  })

  it.each<[string, string | null, string | null]>([
    ['over a range', '2026-10-01T00:00:00.000Z', '2026-11-22T00:00:00.000Z'],
    ['from nowhere over a range', null, '2026-11-22T00:00:00.000Z'],
    ['within a range', '2026-11-03T00:00:00.000Z', '2026-11-08T00:00:00.000Z'],
    ['from nowhere to below a range', null, '2026-10-01T00:00:00.000Z'],
  ])('that moves a value %s leaves who is where they were', (_case, before, after) => {
    const range = ["last_order_date BETWEEN '2026-11-02' AND '2026-11-08'"]
    expect(changes(range, lastOrder(before), lastOrder(after))).toEqual({ entered: [], left: [] })
    expect(changes(range, lastOrder(after), lastOrder(before))).toEqual({ entered: [], left: [] })
  })

  it('that makes one condition true and another false leaves who has either where they were', () => {
    const query = "source = 'web' OR number_of_orders = 1"
    const after: RecordOverrides = { statistics: { numberOfOrders: 1 } }
    expect(changes([query], { customer: { source: 'web' } }, after)).toEqual({ entered: [], left: [] })
  })

  it('goes by the shop’s zone, and by its currency', () => {
    const orders = [lastOrder('2026-11-21T22:59:59.999Z'), lastOrder('2026-11-21T23:00:00.000Z')] as const
    const query = 'last_order_date = today'
    expect(changes([query], ...orders, { timeZone: 'Europe/Warsaw' }).entered).toEqual([query])
    expect(changes([query], ...orders, { timeZone: 'UTC' }).entered).toEqual([])
    const yen: RecordOverrides = { statistics: { amountSpent: { minor: 11, currency: 'JPY' } } }
    expect(changes(['amount_spent > 10'], {}, yen).entered).toEqual(['amount_spent > 10'])
    expect(changes(['amount_spent > 10'], {}, yen, { currency: 'JPY' }).entered).toEqual([
      'amount_spent > 10',
    ])
    expect(changes(['amount_spent > 10'], {}, yen, { currency: 'EUR' }).entered).toEqual([])
  })

  it('of everybody: who is new belongs, who is deleted belonged', () => {
    const index = createSegmentIndex([['all', allCustomers]], shop)
    expect(index.update(null, buildRecord())).toEqual({ entered: ['all'], left: [] })
    expect(index.update(buildRecord(), null)).toEqual({ entered: [], left: ['all'] })
    expect(index.update(buildRecord(), buildRecord({ customer: { tags: ['x'] } }))).toEqual({
      entered: [],
      left: [],
    })
  })
})

describe('what the record does not hold', () => {
  const order = {
    at: '2026-11-20T00:00:00.000Z',
    amount: { minor: 500, currency: 'EUR' },
    appId: null,
    locationId: null,
  }
  const query = 'orders_placed MATCHES (date > -7d)'
  const contrary = 'orders_placed NOT MATCHES (date > -7d)'
  const record = buildRecord()
  const watch = (related: Related, queries = [query, contrary]) =>
    createSegmentIndex(
      queries.map((text) => [text, parsed(text)]),
      { ...shop, related },
    )

  it('is read of both records, where it goes with them', () => {
    const index = watch({ orders: ({ customer }) => (customer.tags.length > 0 ? [order] : []) })
    const ordered = buildRecord({ customer: { tags: ['x'] } })
    expect(index.update(record, ordered)).toEqual({ entered: [query], left: [contrary] })
    expect(index.update(ordered, record)).toEqual({ entered: [contrary], left: [query] })
  })

  it('is what it was, where that is said', () => {
    const index = watch({ orders: () => [order] })
    expect(index.update(record, record, { was: { orders: () => [] } })).toEqual({
      entered: [query],
      left: [contrary],
    })
    expect(index.update(record, record)).toEqual({ entered: [], left: [] })
    expect(index.update(record, null, { was: { orders: () => [] } }).left).toEqual([contrary])
  })

  it('keeps its own `this`, and other readers stay as they are', () => {
    const host = {
      placed: [order],
      orders(): readonly (typeof order)[] {
        return this.placed
      },
      companies: (): readonly string[] => ['5'],
    }
    const both = 'orders_placed MATCHES () AND companies = 5'
    const index = watch(host, [both])
    expect(index.update(record, record, { was: { orders: () => [] } }).entered).toEqual([both])
    expect(index.update(record, record, { was: { companies: () => [] } }).entered).toEqual([both])
  })

  it('is not asked again for the same array, nor more than once for a record', () => {
    const asked = { times: 0 }
    const orders = [
      {
        ...order,
        get at(): string {
          asked.times++
          return '2026-11-20T00:00:00.000Z'
        },
      },
    ]
    const queries = ["source = 'web'", "source = 'shop'", "source = 'app'"].map(
      (text) => `${query} AND NOT ${text}`,
    )
    const index = watch({ orders: () => orders }, queries)
    index.update(record, buildRecord({ customer: { tags: ['x'] } }))
    expect(asked.times).toBe(0)
    index.update(record, record, { was: { orders: () => [] } })
    expect(asked.times).toBe(1)
  })

  it('is not asked where a cheaper condition settles it, wherever that stands', () => {
    const asked = { times: 0 }
    const orders = [
      {
        ...order,
        get at(): string {
          asked.times++
          return '2026-11-20T00:00:00.000Z'
        },
      },
    ]
    const index = watch({ orders: () => orders }, [`${query} AND number_of_orders > 5 AND source = 'web'`])
    const often: RecordOverrides = { statistics: { numberOfOrders: 9 } }
    expect(index.update(record, buildRecord(often)).entered).toEqual([])
    expect(asked.times).toBe(0)
    const web: RecordOverrides = { ...often, customer: { source: 'web' } }
    expect(index.update(record, buildRecord(web)).entered).toHaveLength(1)
    expect(asked.times).toBe(1)
  })

  it('a distance follows the place', () => {
    const near = 'customer_within_distance MATCHES (coordinates = (50.06, 19.94), distance_km = 10)'
    const index = watch({ location: () => ({ latitude: 50.05, longitude: 19.95 }) }, [near])
    expect(index.update(record, record, { was: { location: () => null } }).entered).toEqual([near])
  })
})

describe('segments that name others', () => {
  const named = new Map<string, Segment>([
    ['recent', parsed('last_order_date > -30d')],
    ['vip', parsed("customer_tags CONTAINS 'vip'")],
  ])
  const segments = (name: string): Segment | undefined => named.get(name)
  const both: Segment = {
    ...allCustomers,
    root: {
      kind: 'and',
      nodes: [
        { kind: 'segment', name: 'recent' },
        { kind: 'segment', name: 'vip' },
      ],
    },
  }
  const plain = buildRecord(lastOrder('2026-11-20T00:00:00.000Z'))
  const vip = { ...plain, customer: { ...plain.customer, tags: ['vip'] } }

  it('follow them, through others as well', () => {
    named.set('both', both)
    const through: Segment = {
      ...allCustomers,
      root: { kind: 'not', node: { kind: 'segment', name: 'both' } },
    }
    const index = createSegmentIndex(
      new Map([
        ['both', both],
        ['not both', through],
      ]),
      { ...shop, segments },
    )
    expect(index.update(plain, vip)).toEqual({ entered: ['both'], left: ['not both'] })
    expect(index.update(vip, plain)).toEqual({ entered: ['not both'], left: ['both'] })
  })

  it('mean what they meant when they were put in', () => {
    const changing = new Map(named)
    const index = createSegmentIndex([['one', both]], { ...shop, segments: (name) => changing.get(name) })
    changing.set('vip', parsed("customer_tags CONTAINS 'gold'"))
    index.add('two', both)
    const gold = { ...plain, customer: { ...plain.customer, tags: ['gold'] } }
    expect(index.update(plain, vip).entered).toEqual(['one'])
    expect(index.update(plain, gold).entered).toEqual(['two'])
  })
})

describe('segments come and go', () => {
  it.each<[string, NamedSegments, string]>([
    ['a map', new Map([['VIPs', parsed("customer_tags CONTAINS 'vip'")]]), 'VIPs'],
    ['entries', [['VIPs', parsed("customer_tags CONTAINS 'vip'")]], 'VIPs'],
    ['an object', { VIPs: parsed("customer_tags CONTAINS 'vip'") }, 'VIPs'],
    ['a plain list, named by their places', [parsed("customer_tags CONTAINS 'vip'")], '0'],
  ])('S-2 given as %s', (_case, segments, name) => {
    const index = createSegmentIndex(segments, shop)
    expect(index.update(buildRecord(), buildRecord({ customer: { tags: ['VIP'] } })).entered).toEqual([name])
  })

  it('one of the same name takes the place, one that is not there is no loss', () => {
    const [plain, vip] = [buildRecord(), buildRecord({ customer: { tags: ['vip'] } })]
    const index = createSegmentIndex(Object.entries({ a: parsed("customer_tags CONTAINS 'vip'") }), shop)
    expect(index.update(plain, vip).entered).toEqual(['a'])
    index.add('a', parsed("customer_tags CONTAINS 'gold'"))
    index.add('b', parsed("customer_tags NOT CONTAINS 'vip'"))
    index.remove('c')
    expect(index.update(plain, vip)).toEqual({ entered: [], left: ['b'] })
    index.remove('b')
    expect(index.update(plain, vip)).toEqual({ entered: [], left: [] })
  })

  it('a new edge between old ones is seen', () => {
    const orders = (numberOfOrders: number): CustomerRecord => buildRecord({ statistics: { numberOfOrders } })
    const index = createSegmentIndex([['many', parsed('number_of_orders > 10')]], shop)
    expect(index.update(orders(1), orders(7)).entered).toEqual([])
    index.add('some', parsed('number_of_orders > 5'))
    expect(index.update(orders(1), orders(7)).entered).toEqual(['some'])
    expect(index.update(orders(7), orders(11)).entered).toEqual(['many'])
  })

  it('a reader that throws does no lasting harm', () => {
    let isBroken = true
    const orders = (): readonly never[] => {
      if (isBroken) throw new RangeError('the host’s')
      return []
    }
    const queries = ["customer_tags CONTAINS 'vip'", 'orders_placed MATCHES ()']
    const index = createSegmentIndex(
      queries.map((query) => [query, parsed(query)]),
      { ...shop, related: { orders } },
    )
    const vip = buildRecord({ customer: { tags: ['vip'] } })
    expect(() => index.update(vip, vip)).toThrow(RangeError)
    isBroken = false
    expect(index.update(buildRecord(), buildRecord({ customer: { source: 'web' } }))).toEqual({
      entered: [],
      left: [],
    })
    expect(index.update(buildRecord(), vip).entered).toEqual([queries[0]])
  })
})

describe('a programmer’s error', () => {
  const bare: Catalog<CustomerRecord> = { attributes: segmentCatalog.attributes }
  const nothing: Catalog<CustomerRecord> = { attributes: [] }

  it.each<[string, string, object]>([
    ['a moment that is none', 'blocked = true', { now: 'today' }],
    ['a zone that is none', 'blocked = true', { timeZone: 'Warsaw' }],
    ['an attribute of another catalog', 'blocked = true', { catalog: nothing }],
    ['an anniversary of another catalog', "anniversary('customer_added_date') = today", { catalog: nothing }],
    ['a function of another catalog', 'orders_placed MATCHES ()', { catalog: bare }],
    ['a lot without an id', "random_bucket(5, 'x')", { catalog: bare }],
    ['a reader that is missing', 'orders_placed MATCHES ()', {}],
    ['an attribute’s reader that is missing', 'companies = 5', {}],
  ])('%s throws', (_name, query, options) => {
    expect(() => createSegmentIndex([['a', parsed(query)]], { ...shop, ...options } as never)).toThrow(
      TypeError,
    )
  })

  it('a named segment that is not given throws', () => {
    const segment: Segment = { ...allCustomers, root: { kind: 'segment', name: 'vip' } }
    expect(() => createSegmentIndex([['a', segment]], shop)).toThrow(TypeError)
  })
})
