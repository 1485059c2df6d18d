import { describe, expect, it } from 'vitest'
import { compileSegment, type Catalog } from '../../../src/segment/index.js'
import { matchesHistory, parsed, shop } from '../matching.js'

const order = {
  at: '2026-11-10T12:00:00.000Z',
  amount: { minor: 1000, currency: 'EUR' },
  appId: null,
  locationId: null,
}

describe('what is said of all events together', () => {
  it.each([
    // a comma means and
    ['count = 2, sum_amount = 20', true],
    ['count = 2, sum_amount = 10', false],
    ['count = 1, sum_amount = 20', false],
    ['count = 1, sum_amount = 10', false],
  ])('of two orders of ten euros, %s: %s', (params, expected) => {
    const history = { orders: [order, order] }
    expect(matchesHistory(`orders_placed MATCHES (${params})`, history)).toBe(expected)
    expect(matchesHistory(`orders_placed NOT MATCHES (${params})`, history)).toBe(!expected)
  })
})

describe('a function without a kind', () => {
  interface Host {
    readonly calls: readonly { readonly kind: string }[]
  }
  const catalog: Catalog<Host> = {
    attributes: [],
    functions: [
      { name: 'called', reads: ({ calls }) => calls, params: [] },
      { name: 'rang', reads: ({ calls }) => calls, kind: 'ring', params: [] },
    ],
  }

  it('asks events of every kind, one with a kind only its own', () => {
    const asks = (query: string): boolean =>
      compileSegment(parsed(query, catalog), { ...shop, catalog })({ calls: [{ kind: 'text' }] })
    expect(asks('called MATCHES ()')).toBe(true)
    expect(asks('rang MATCHES ()')).toBe(false)
  })
})
