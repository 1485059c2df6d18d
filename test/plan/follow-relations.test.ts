import { describe, expect, it } from 'vitest'
import { reassignRelations, redactRelations } from '../../src/plan/follow-relations.js'
import { noRelations, relationKinds } from '../../src/plan/store-traits.js'
import { buildContext } from '../../src/testing/build-context.js'

const context = buildContext({
  key: 'k',
  store: {
    relations: { orders: 'in-commit', discounts: 'outbox', 'gift-cards': 'outbox', wishlists: 'in-commit' },
  },
})

const fates = [
  { relation: 'orders', mode: 'in-commit' },
  { relation: 'draft-orders', mode: 'none' },
  { relation: 'payment-methods', mode: 'none' },
  { relation: 'accounts', mode: 'none' },
  { relation: 'gift-cards', mode: 'outbox' },
  { relation: 'discounts', mode: 'outbox' },
  { relation: 'wishlists', mode: 'in-commit' },
]

describe('a host without tables of its own', () => {
  it('M-1 answers every kind, and nothing follows', () => {
    const { changes, fates: ofNone } = reassignRelations(
      buildContext({ store: { relations: noRelations } }),
      ['2'],
      '1',
    )
    expect(changes).toEqual([])
    expect(ofNone).toEqual(relationKinds.map((relation) => ({ relation, mode: 'none' })))
  })
})

describe('reassignRelations', () => {
  const work = reassignRelations(context, ['2', '3'], '1')

  it("M-1 answers every kind, the host's own too", () => {
    expect(work.fates).toEqual(fates)
  })

  it('re-points in the commit what shares it, by one instruction a kind', () => {
    expect(work.changes).toEqual([
      { type: 'reassign', relation: 'orders', from: ['2', '3'], to: '1' },
      { type: 'reassign', relation: 'wishlists', from: ['2', '3'], to: '1' },
    ])
  })

  it('re-points the others by effects whose ids come from the key', () => {
    expect(work.outbox).toEqual([
      { id: 'k/effect/1', type: 'reassign', relation: 'gift-cards', from: ['2', '3'], to: '1' },
      { id: 'k/effect/2', type: 'reassign', relation: 'discounts', from: ['2', '3'], to: '1' },
    ])
  })
})

describe('redactRelations', () => {
  const work = redactRelations(context, '7')

  it('D-6 erases the person in the commit, or by effects', () => {
    expect(work.fates).toEqual(fates)
    expect(work.changes).toEqual([
      { type: 'redact', relation: 'orders', id: '7' },
      { type: 'redact', relation: 'wishlists', id: '7' },
    ])
    expect(work.outbox).toEqual([
      { id: 'k/effect/1', type: 'redact', relation: 'gift-cards', customer: '7' },
      { id: 'k/effect/2', type: 'redact', relation: 'discounts', customer: '7' },
    ])
  })
})
