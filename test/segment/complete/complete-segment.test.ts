import fc from 'fast-check'
import {
  completeSegment,
  parseSegment,
  segmentCatalog,
  type CompleteSegmentOptions,
  type CompletionItem,
} from 'clientele/segment'
import { describe, expect, it } from 'vitest'

/** What is offered where `|` stands. */
function offered(marked: string, options?: CompleteSegmentOptions): readonly CompletionItem[] {
  return completeSegment(marked.replace('|', ''), marked.indexOf('|'), options).items
}
const texts = (marked: string, options?: CompleteSegmentOptions): string[] =>
  offered(marked, options).map(({ text }) => text)

const names = segmentCatalog.attributes.flatMap((row) => (row.type === 'any' ? row.prefixes : [row.name]))

describe('S-1 what may be typed', () => {
  it.each(['|', 'NOT |', '(|', 'blocked = true AND |', '(blocked = true OR |'])(
    'at the beginning of a condition (%s): every name, NOT and a bracket',
    (marked) => {
      expect(texts(marked)).toEqual(
        expect.arrayContaining([
          ...names,
          'orders_placed',
          'anniversary',
          'random_bucket',
          'segment',
          'NOT',
          '(',
        ]),
      )
    },
  )

  it.each<[string, string[]]>([
    // operators
    ['blocked |', ['=', '!=', 'IN', 'NOT IN', 'IS NULL', 'IS NOT NULL']],
    [
      'customer_tags |',
      ['CONTAINS', 'NOT CONTAINS', 'CONTAINS ANY', 'CONTAINS ALL', 'IS NULL', 'IS NOT NULL'],
    ],
    ['customer_tags NOT |', ['CONTAINS']],
    ['customer_tags IS |', ['NULL', 'NOT']],
    ['orders_placed |', ['MATCHES', 'NOT MATCHES']],
    // values
    ['blocked = |', ['true', 'false']],
    ['customer_type != |', ["'ACCOUNT'", "'GUEST'"]],
    ['number_of_orders > |', []],
    ['number_of_orders BETWEEN 1 |', ['AND']],
    // names behind a dot
    ['storefront.|', ['storefront.product_viewed', 'storefront.collection_viewed']],
    ['NOT storefront.|', ['storefront.product_viewed', 'storefront.collection_viewed']],
    ['customer.|', ['customer.metafields.']],
    ['storefront .|', []],
    ['storefront..|', []],
    ["'x'.|", []],
    // parameters
    ['orders_placed MATCHES |', ['(']],
    ['orders_placed MATCHES (|', ['date', 'amount', 'count', 'sum_amount', 'app_id', 'location_id']],
    ['orders_placed MATCHES (date > -30d|x', []],
    ['orders_placed MATCHES (date > -30d |', [',', ')']],
    [
      'orders_placed MATCHES (date > -30d, |',
      ['date', 'amount', 'count', 'sum_amount', 'app_id', 'location_id'],
    ],
    ['orders_placed MATCHES (count |', ['=', '!=', '>', '>=', '<', '<=', 'BETWEEN', 'IN', 'NOT IN']],
    // joints
    ['blocked = true |', ['AND', 'OR']],
    ['(blocked = true |', ['AND', 'OR', ')']],
    ['(blocked = true) |', ['AND', 'OR']],
    // calls
    ['segment(|', []],
    ['random_bucket(|', []],
    ['random_bucket(20 |', [',']],
    ["anniversary ('metafields.facts.birth_date') |", ['=', 'BETWEEN']],
  ])('%s', (marked, expected) => {
    expect(texts(marked).toSorted()).toEqual(expected.toSorted())
  })

  it('dates in every form', () => {
    expect(texts('last_order_date > |')).toContain('-7d')
    expect(texts("anniversary ('metafields.facts.birth_date') = |")).toContain('today')
    expect(texts('orders_placed MATCHES (date > |')).toContain('yesterday')
    expect(texts('metafields.facts.birth_date > |')).toContain('today')
  })

  it.each([
    ['email_subscription_status = sub|', "'SUBSCRIBED'"],
    ["email_subscription_status = 'sub|", "'SUBSCRIBED'"],
    ['amount|', 'amount_spent'],
    ['spent|', 'amount_spent'],
    ['AMOUNT_S|', 'amount_spent'],
    ['blocked !|', '!='],
    ['blocked = true a|', 'AND'],
    ['orders_placed mat|', 'MATCHES'],
  ])('what goes on with what is typed: %s', (marked, first) => {
    expect(texts(marked)[0]).toBe(first)
  })

  it('what begins with what is typed, then what holds it', () => {
    expect(texts('order|').slice(0, 1)).toEqual(['orders_placed'])
    expect(texts('order|')).toContain('number_of_orders')
  })

  it('in place of what is typed, whole', () => {
    expect(completeSegment('blocked = tr AND', 11)).toMatchObject({ from: 10, to: 12 })
    expect(completeSegment("source = 'ww AND x = 1", 12)).toMatchObject({ from: 9, to: 12 })
    expect(completeSegment('blocked = ', 10)).toMatchObject({ from: 10, to: 10 })
  })

  it('what only the host knows', () => {
    const keys = (name: string): string[] => (name === 'metafields' ? ['facts.birth_date'] : [])
    expect(texts('metaf|', { valuesOf: keys })).toContain('metafields.facts.birth_date')
    const known: { readonly [name: string]: readonly string[] } = {
      customer_tags: ['vip', "o'neill"],
      segment: ['wholesale'],
      anniversary: ['metafields.facts.birth_date'],
      tag: ['sale'],
    }
    const valuesOf = (name: string): readonly string[] => known[name] ?? []
    expect(texts('customer_tags CONTAINS |', { valuesOf })).toEqual(["'vip'", "'o\\'neill'"])
    expect(texts('customer_tags CONTAINS ANY (|', { valuesOf })).toEqual(["'vip'", "'o\\'neill'"])
    expect(texts('segment(|', { valuesOf })).toEqual(["'wholesale'"])
    expect(texts('blocked = true AND segment(|', { valuesOf })).toEqual(["'wholesale'"])
    expect(texts('anniversary(|', { valuesOf })).toContain("'metafields.facts.birth_date'")
    expect(texts('products_purchased MATCHES (tag = |', { valuesOf })).toEqual(["'sale'"])
  })

  it("a host's own names", () => {
    const points = {
      name: 'points',
      type: 'integer',
      read: (member: { points: number }) => member.points,
    } as const
    expect(texts('po|', { catalog: { attributes: [points] } })).toEqual(['points'])
  })

  it('nothing that makes the query wrong where it stands', () => {
    const beginnings = [
      '',
      'NOT ',
      'customer_tags ',
      'blocked = ',
      'amount_spent BETWEEN 1 ',
      'orders_placed MATCHES (',
    ]
    for (const beginning of beginnings)
      for (const { text } of completeSegment(beginning, beginning.length).items) {
        // Of metafields the key is still missing
        if (text.endsWith('.')) continue
        const query = `${beginning}${text} `
        const outcome = parseSegment(query)
        const problems = outcome.ok ? [] : outcome.problems
        const early = problems.filter(
          ({ code, params }) => code === 'segment.unexpected' && Number(params?.['start']) < query.length,
        )
        expect([query, early]).toEqual([query, []])
      }
  })

  it.each([
    ['behind', 7, 3],
    ['before', -1, 0],
  ])('takes a place %s the text for its nearer end', (_case, offset, end) => {
    expect(completeSegment('NOT', offset)).toEqual(completeSegment('NOT', end))
  })

  it('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), (text, offset) => {
        const { from, to, items } = completeSegment(text, Math.min(offset, text.length))
        expect(from).toBeLessThanOrEqual(to)
        expect(Array.isArray(items)).toBe(true)
      }),
    )
  })
})
