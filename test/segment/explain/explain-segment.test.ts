import { en } from 'clientele/messages/en'
import {
  allCustomers,
  explainSegment,
  parseSegment,
  segmentCatalog,
  type FunctionParam,
  type SegmentNode,
  type SegmentValue,
} from 'clientele/segment'
import { describe, expect, it } from 'vitest'

const explained = (root: SegmentNode): string => explainSegment({ text: '', root, assumptions: [] }, en)
const text = (value: string): SegmentValue => ({ type: 'text', text: value })
const number = (value: string): SegmentValue => ({ type: 'number', text: value })
const date = (value: string): SegmentValue => ({ type: 'date', text: value })

describe('S-1 a segment in words', () => {
  it.each([
    // values
    ['amount_spent > 1000', 'amount spent: more than 1,000'],
    ['amount_spent = 0.10', 'amount spent: 0.1'],
    ['amount_spent = 12345678901234567890', 'amount spent: 12,345,678,901,234,567,890'],
    ['blocked = true', 'blocked: yes'],
    ['blocked = false', 'blocked: no'],
    ["source = 'www'", 'source: “www”'],
    ['last_order_date = 2024-02-29', 'last order: February 29, 2024'],
    ['last_order_date > 2024-02-29T16:05:00', 'last order: after February 29, 2024 at 4:05:00 PM'],
    ['last_order_date = today', 'last order: today'],
    ['last_order_date = yesterday', 'last order: yesterday'],
    ['last_order_date = -1d', 'last order: yesterday'],
    ['last_order_date = -1w', 'last order: a week ago'],
    ['last_order_date < -30d', 'last order: before 30 days ago'],
    ['last_order_date < 12_months_ago', 'last order: before 12 months ago'],
    ['last_order_date <= +2y', 'last order: in 2 years or earlier'],
    ["last_order_date >= '2024-02-29'", 'last order: February 29, 2024 or later'],
    ["last_order_date BETWEEN '-30d' AND '2024-02-29'", 'last order: from 30 days ago to February 29, 2024'],
    ["last_order_date != '2024-02-29'", 'last order: not February 29, 2024'],
    // codes that the language has words for
    ["email_subscription_status = 'SUBSCRIBED'", 'email subscription: “subscribed”'],
    ["sms_subscription_status != 'SUBSCRIBED'", 'SMS subscription: not “subscribed”'],
    [
      "email_subscription_status IN ('PENDING', 'UNSUBSCRIBED')",
      'email subscription: any of “to be confirmed” and “unsubscribed”',
    ],
    ["sms_subscription_status = 'NOT_SUBSCRIBED'", 'SMS subscription: “not subscribed”'],
    ["customer_account_status = 'ENABLED'", 'account status: “ENABLED”'],
    // ids are no quantities
    ['created_by_app_id = 1012132033639', 'app that added the customer: 1012132033639'],
    ['created_by_app_id > 1012132033639', 'app that added the customer: more than 1012132033639'],
    ["created_by_app_id > 'x'", 'app that added the customer: after “x”'],
    ['companies IN (1234, 5678)', 'company: any of 1234 and 5678'],
    ['products_purchased MATCHES (id = 9566713905447)', 'a product was purchased (id: 9566713905447)'],
    ['products_purchased MATCHES (count > 1234)', 'a product was purchased (count: more than 1,234)'],
    // operators
    ['number_of_orders != 1', 'number of orders: not 1'],
    ['number_of_orders >= 1', 'number of orders: at least 1'],
    ['number_of_orders < 1', 'number of orders: less than 1'],
    ['number_of_orders <= 1', 'number of orders: at most 1'],
    ['number_of_orders BETWEEN 1 AND 10', 'number of orders: from 1 to 10'],
    ['last_order_date BETWEEN -1m AND today', 'last order: from a month ago to today'],
    ['last_order_date IS NULL', 'last order: none'],
    ['customer_tags IS NOT NULL', 'tags: any'],
    ["customer_tags CONTAINS 'vip'", 'tags: “vip” is among them'],
    ["customer_tags NOT CONTAINS 'vip'", 'tags: “vip” is not among them'],
    // joints
    ['blocked = true AND newsletter = true', 'blocked: yes and newsletter: yes'],
    [
      'blocked = true AND newsletter = true OR price_level = 2',
      '(blocked: yes and newsletter: yes) or price level: 2',
    ],
    ['NOT blocked = true', 'not (blocked: yes)'],
    ['NOT (blocked = true OR newsletter = true)', 'not (blocked: yes or newsletter: yes)'],
    // names without words
    ["metafields.facts.size = 'XL'", 'metafields.facts.size: “XL”'],
  ])('says %s', (query, words) => {
    const outcome = parseSegment(query)
    expect(outcome.ok && explainSegment(outcome.value, en)).toBe(words)
  })

  it.each<[string, SegmentNode, string]>([
    [
      'a list',
      { kind: 'clause', attribute: 'source', operator: 'IN', values: [text('www'), text('app'), text('x')] },
      'source: any of “www”, “app”, and “x”',
    ],
    [
      'a list of numbers that must not be',
      { kind: 'clause', attribute: 'price_level', operator: 'NOT IN', values: [number('1'), number('2')] },
      'price level: none of 1 and 2',
    ],
    [
      'any of several tags',
      {
        kind: 'clause',
        attribute: 'customer_tags',
        operator: 'CONTAINS ANY',
        values: [text('a'), text('b')],
      },
      'tags: any of “a” and “b” is among them',
    ],
    [
      'a function without parameters',
      { kind: 'function', name: 'orders_placed', operator: 'MATCHES', params: [] },
      'an order was placed',
    ],
    [
      'a function with parameters, refuted',
      {
        kind: 'function',
        name: 'products_purchased',
        operator: 'NOT MATCHES',
        params: [
          { name: 'tag', operator: '=', values: [text('sale')] },
          { name: 'count', operator: '>', values: [number('1')] },
        ],
      },
      'not (a product was purchased (tag: “sale” and count: more than 1))',
    ],
    [
      "a host's own function",
      { kind: 'function', name: 'toString', operator: 'MATCHES', params: [] },
      'toString',
    ],
    [
      'a place',
      {
        kind: 'function',
        name: 'customer_within_distance',
        operator: 'MATCHES',
        params: [{ name: 'coordinates', operator: '=', values: [{ type: 'point', text: '(40.7, -74.0)' }] }],
      },
      'the customer lives nearby (place: (40.7, -74.0))',
    ],
    [
      'an anniversary',
      {
        kind: 'anniversary',
        attribute: 'metafields.facts.birth_date',
        operator: 'BETWEEN',
        values: [date('today'), date('+30d')],
      },
      'anniversary of metafields.facts.birth_date: from today to in 30 days',
    ],
    [
      "a state that is none, in a tree of the host's own",
      { kind: 'clause', attribute: 'email_subscription_status', operator: '=', values: [text('toString')] },
      'email subscription: “toString”',
    ],
    [
      'what every object has, as a name',
      { kind: 'clause', attribute: 'toString', operator: '=', values: [text('name')] },
      'toString: “name”',
    ],
    ['another segment', { kind: 'segment', name: 'wholesale' }, 'in the segment “wholesale”'],
    ['a lot', { kind: 'bucket', share: '20', seed: 'spring' }, 'drawn by lot: 20 % (seed “spring”)'],
  ])('says %s', (_what, node, words) => {
    expect(explained(node)).toBe(words)
  })

  it('says that all are meant', () => {
    expect(explainSegment(allCustomers, en)).toBe('all customers')
  })

  it('does not take what a query holds for a place in the text', () => {
    expect(explained({ kind: 'segment', name: '{name} [x] $&' })).toBe('in the segment “{name} [x] $&”')
  })

  it('keeps a value that no date is as it is', () => {
    const node: SegmentNode = {
      kind: 'clause',
      attribute: 'last_order_date',
      operator: '=',
      values: [date('2023-02-30')],
    }
    expect(explained(node)).toBe('last order: 2023-02-30')
  })

  it('knows the ids of the catalog from quantities', () => {
    const { attributes, functions = [] } = segmentCatalog
    const params: readonly FunctionParam[] = functions.flatMap((row): readonly FunctionParam[] => row.params)
    const rows = [...attributes, ...params]
    const ids = new Set(rows.flatMap((row) => ('ids' in row && row.ids ? [row.name] : [])))
    expect(ids.size).toBeGreaterThan(5)
    for (const name of ids)
      expect(
        explained({ kind: 'clause', attribute: name, operator: '=', values: [number('1234567')] }),
      ).toMatch(/: 1234567$/)
  })

  it('has words for exactly what the catalog has', () => {
    const { attributes, functions = [] } = segmentCatalog
    const names = attributes.filter(({ type }) => type !== 'any').map(({ name }) => name)
    const params = new Set(functions.flatMap((row) => row.params.map(({ name }) => name)))
    expect(Object.keys(en.segment.attributes).toSorted()).toEqual(names.toSorted())
    expect(Object.keys(en.segment.functions).toSorted()).toEqual(functions.map(({ name }) => name).toSorted())
    expect(Object.keys(en.segment.parameters).toSorted()).toEqual([...params].toSorted())
  })
})
