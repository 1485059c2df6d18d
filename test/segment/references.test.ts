import { describe, expect, it } from 'vitest'
import {
  compileSegment,
  parseSegment,
  segmentRequirements,
  type ParseSegmentOptions,
  type Segment,
} from '../../src/segment/index.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { relatedOf, shop } from './matching.js'

/** Segments as a host keeps them: each was right when it was saved, without the others. */
function saved(queries: Readonly<Record<string, string>>): NonNullable<ParseSegmentOptions['segments']> {
  const anything = (): Segment => ({ text: '', root: { kind: 'all' }, assumptions: [] })
  const segments = new Map(
    Object.entries(queries).map(([name, query]) => {
      const outcome = parseSegment(query, { segments: anything })
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
      return [name, outcome.value]
    }),
  )
  return (name) => segments.get(name)
}

const known = saved({
  buyers: 'number_of_orders > 0',
  vips: "segment('buyers') AND customer_tags CONTAINS 'vip'",
  lost: "segment('gone')",
  snake: "number_of_orders = 0 OR NOT segment('tail')",
  tail: "segment('snake')",
  self: "segment('self')",
  travellers: "orders_placed MATCHES () AND segment('firms')",
  firms: "companies = 5 OR segment('travellers-2')",
  'travellers-2': 'shopify_email.opened MATCHES () AND orders_placed MATCHES ()',
})

const problems = (query: string, options: ParseSegmentOptions): unknown[] => {
  const outcome = parseSegment(query, options)
  return outcome.ok ? [] : outcome.problems.map(({ code, params }) => [code, params])
}

const isMember = (query: string, orders: number, tags: string[] = []): boolean => {
  const outcome = parseSegment(query, { segments: known })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const test = compileSegment(outcome.value, { ...shop, segments: known })
  return test(buildRecord({ customer: { tags }, statistics: { numberOfOrders: orders } }))
}

describe('membership in another segment', () => {
  it.each([
    ["segment('buyers')", [false, true, true]],
    ["NOT segment('buyers')", [true, false, false]],
    ["segment('vips')", [false, false, true]],
    ["segment('buyers') AND NOT segment('vips')", [false, true, false]],
  ])('%s', (query, expected) => {
    expect([isMember(query, 0), isMember(query, 1), isMember(query, 1, ['VIP'])]).toEqual(expected)
  })

  it('is asked anew for each record, also for one that has changed in place', () => {
    const outcome = parseSegment("segment('buyers') OR segment('buyers')", { segments: known })
    if (!outcome.ok) throw new Error('wrong')
    const test = compileSegment(outcome.value, { ...shop, segments: known })
    const record = { statistics: { numberOfOrders: 0 } }
    expect(test(record as never)).toBe(false)
    record.statistics.numberOfOrders = 1
    expect(test(record as never)).toBe(true)
  })

  it.each<[string, string, string]>([
    ["segment('nobody')", 'segment.unknown-value', 'nobody'],
    // what it leads to is told where it is named
    ["segment('lost')", 'segment.unknown-value', 'gone'],
    ["segment('snake')", 'segment.cycle', 'snake'],
    ["segment('self')", 'segment.cycle', 'self'],
    ["segment('__proto__')", 'segment.unknown-value', '__proto__'],
  ])('%s is refused', (query, code, found) => {
    expect(problems(query, { segments: known })).toEqual([[code, { start: 8, end: query.length - 1, found }]])
  })

  it('is refused where the host says that there is none, in either way', () => {
    for (const nobody of [null, undefined])
      expect(problems("segment('x')", { segments: () => nobody })).toEqual([
        ['segment.unknown-value', { start: 8, end: 11, found: 'x' }],
      ])
  })

  it('is refused where it leads endlessly deep, before any stack overflows', () => {
    const root = (name: string) => ({ kind: 'segment', name: String(Number(name) + 1) }) as const
    const endless = (name: string): Segment => ({ text: '', root: root(name), assumptions: [] })
    const outcome = parseSegment("segment('1')", { segments: endless })
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(['segment.too-deep'])
  })

  it('is refused where no segments are known', () => {
    expect(problems("segment('buyers')", {})).toEqual([
      ['segment.unknown-value', { start: 8, end: 16, found: 'buyers' }],
    ])
  })

  it('all that is wrong is told at once', () => {
    const query = "segment('nobody') AND oops = 1 OR segment('self') AND segment('buyers') = 1"
    expect(problems(query, { segments: known }).map((problem) => (problem as unknown[])[0])).toEqual([
      'segment.unknown-value',
      'segment.unknown-attribute',
      'segment.cycle',
      'segment.unexpected',
    ])
  })

  it('leads to itself where it is kept under a name that it leads to', () => {
    expect(problems("segment('vips')", { segments: known, name: 'buyers' })).toEqual([
      ['segment.cycle', { start: 8, end: 14, found: 'buyers' }],
    ])
    expect(problems("segment('mine')", { segments: known, name: 'mine' })).toEqual([
      ['segment.cycle', { start: 8, end: 14, found: 'mine' }],
    ])
    expect(problems("segment('vips')", { segments: known, name: 'another' })).toEqual([])
  })

  it('of a tree is told by its path', () => {
    const tree = { kind: 'not', node: { kind: 'segment', name: 'self' } }
    expect(parseSegment(tree, { segments: known })).toMatchObject({
      problems: [{ code: 'segment.cycle', path: ['node', 'name'], params: { found: 'self' } }],
    })
  })
})

describe('chains and nets of segments', () => {
  /** `s0` names nothing, and each other one the one before it as often as `times` says. */
  const chain = (length: number, times: number): NonNullable<ParseSegmentOptions['segments']> => {
    const names = Array.from({ length }, (_, i) => `s${i}`)
    return saved(
      Object.fromEntries(
        names.map((name, i) => [
          name,
          i === 0
            ? 'number_of_orders > 0'
            : Array.from({ length: times }, () => `segment('s${i - 1}')`).join(' AND '),
        ]),
      ),
    )
  }

  it('may be 1000 levels deep, and no deeper', () => {
    const segments = chain(1001, 1)
    expect(problems("segment('s999')", { segments })).toEqual([])
    expect(problems("segment('s1000')", { segments })).toEqual([
      ['segment.too-deep', { start: 8, end: 15, found: 's0', limit: 1000 }],
    ])
    const outcome = parseSegment("segment('s999')", { segments })
    if (!outcome.ok) throw new Error('wrong')
    const test = compileSegment(outcome.value, { ...shop, segments })
    expect(test(buildRecord({ statistics: { numberOfOrders: 1 } }))).toBe(true)
    expect(segmentRequirements(outcome.value, { segments })).toEqual([])
  })

  it('count the levels of what was followed before', () => {
    const segments = chain(1001, 1)
    const names = problems("segment('s998') AND segment('s999') AND segment('s1000')", { segments })
    expect(names).toEqual([['segment.too-deep', { start: 48, end: 55, found: 's999', limit: 1000 }]])
  })

  it('that name one another twice on each of 400 levels are asked once each', () => {
    const chained = chain(400, 2)
    let asked = 0
    const segments = (name: string): Segment | null | undefined => {
      asked++
      return chained(name)
    }
    const outcome = parseSegment("segment('s399') OR segment('s398')", { segments })
    if (!outcome.ok) throw new Error('wrong')
    expect(asked).toBe(400)
    expect(segmentRequirements(outcome.value, { segments })).toEqual([])
    expect(asked).toBe(800)
    const test = compileSegment(outcome.value, { ...shop, segments })
    expect(asked).toBe(1200)
    expect(test(buildRecord({ statistics: { numberOfOrders: 1 } }))).toBe(true)
    expect(test(buildRecord())).toBe(false)
  })
})

describe('what a segment needs', () => {
  const needs = (query: string): readonly string[] => {
    const outcome = parseSegment(query, { segments: known })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    return segmentRequirements(outcome.value, { segments: known })
  }

  it.each<[string, string[]]>([
    ['number_of_orders = 0', []],
    ["anniversary ('last_order_date') = today OR random_bucket(5, 'x')", []],
    ['products_purchased MATCHES ()', ['products']],
    ['NOT (products_purchased MATCHES () OR orders_placed MATCHES ())', ['orders', 'products']],
    ['products_purchased MATCHES () AND products_purchased MATCHES (id = 1)', ['products']],
    ['checkouts_abandoned MATCHES ()', ['checkouts']],
    ['storefront.product_viewed MATCHES () OR storefront.collection_viewed MATCHES ()', ['views']],
    ['store_credit_accounts MATCHES ()', ['credit']],
    ["customer_within_distance MATCHES (coordinates = '1,2', distance_km = 3)", ['location']],
    ['companies = 5 AND created_by_app_id = 5', ['companies', 'origin']],
    ["segment('travellers')", ['companies', 'emails', 'orders']],
  ])('%s', (query, names) => {
    expect(needs(query)).toEqual(names)
  })

  it('without the segments that it names is only its own', () => {
    const outcome = parseSegment("segment('travellers') AND companies = 5", { segments: known })
    expect(outcome.ok && segmentRequirements(outcome.value)).toEqual(['companies'])
  })

  it('must be given when it is compiled', () => {
    const outcome = parseSegment("segment('travellers')", { segments: known })
    if (!outcome.ok) throw new Error('wrong')
    const { value } = outcome
    const { orders, companies, emails } = relatedOf() as Required<ReturnType<typeof relatedOf>>
    const compile = (related: object): unknown => compileSegment(value, { ...shop, segments: known, related })
    expect(compile({ orders, companies, emails })).toBeTypeOf('function')
    expect(() => compile({ orders, companies })).toThrow('related.emails')
    expect(() => compile({ orders, emails })).toThrow('related.companies')
    expect(() => compileSegment(value, { ...shop, related: { orders, companies, emails } })).toThrow(
      TypeError,
    )
  })

  it('is read as a method of the host’s', () => {
    class Tables {
      readonly known = [{ at: '2026-11-10T12:00:00.000Z', amount: { minor: 5, currency: 'EUR' } }]
      orders(): readonly {
        at: string
        amount: { minor: number; currency: string }
        appId: null
        locationId: null
      }[] {
        return this.known.map((order) => ({ ...order, appId: null, locationId: null }))
      }
    }
    const outcome = parseSegment('orders_placed MATCHES (count = 1)')
    if (!outcome.ok) throw new Error('wrong')
    expect(compileSegment(outcome.value, { ...shop, related: new Tables() })(buildRecord())).toBe(true)
  })
})
