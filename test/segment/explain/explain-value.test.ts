import { en } from 'clientele/messages/en'
import { explainSegment, segmentCatalog } from 'clientele/segment'
import { describe, expect, it } from 'vitest'
import { parsed } from '../matching.js'

describe('S-1 a number in words', () => {
  it.each([
    // no digit is rounded
    ['amount_spent = 0.1234', 'amount spent: 0.1234'],
    ['amount_spent < 12345.678901234', 'amount spent: less than 12,345.678901234'],
  ])('%s: %s', (query, words) => {
    expect(explainSegment(parsed(query), en)).toBe(words)
  })
})

describe('S-1 a quoted date in words', () => {
  it.each([
    ["last_order_date = '2026-05-10'", 'last order: May 10, 2026'],
    ["last_order_date = 'today'", 'last order: today'],
    ["metafields.a.b = '2026-05-10'", 'metafields.a.b: “2026-05-10”'],
    ["orders_placed MATCHES (date = '2026-05-10')", 'an order was placed (date: May 10, 2026)'],
  ])('%s: %s', (query, words) => {
    expect(explainSegment(parsed(query), en)).toBe(words)
  })

  it('an anniversary is one of dates, quoted or not', () => {
    const said = (from: string): string =>
      explainSegment(parsed(`anniversary('metafields.a.b') BETWEEN ${from} AND today`), en)
    expect(said("'2026-05-10'")).toBe(said('2026-05-10'))
  })

  const { attributes, functions = [] } = segmentCatalog
  it.each(
    [
      ...attributes,
      ...functions.flatMap(({ params }): readonly { name: string; type: string }[] => params),
    ].map(({ name, type }) => [name, type]),
  )('%s is of the type %s, and named so', (name, type) => {
    expect(/(?:^|_)date$/.test(name)).toBe(type === 'date')
  })
})
