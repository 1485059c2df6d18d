import { definePolicy, policies } from 'clientele'
import { buildRecord } from 'clientele/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, customersOn, valueOf } from './customers-on.js'

const ids = ['1', '2', '3', '4', '5'] as const

/** Each has ten times as many orders as the one before, so that a sum tells whose are in it. */
const records = ids.map((id, index) =>
  buildRecord({
    customer: { id, email: `${id}@example.com`, tags: [`tag-${id}`] },
    statistics: { numberOfOrders: 10 ** index, amountSpent: { minor: 10 ** index, currency: 'EUR' } },
  }),
)

/** Orders block no merge, so that any pair may be merged. */
const policy = definePolicy(policies.shopify, { mergeBlockers: [] })

const pair = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 })

describe('merges that cross', () => {
  it('of two into one another: the second is refused, and no id leads in a circle (M-10)', async () => {
    const { customers, repository } = customersOn(records, { policy })
    const there = valueOf(await customers.planMerge({ ids: ['1', '2'], survivor: '1' }))
    const back = valueOf(await customers.planMerge({ ids: ['1', '2'], survivor: '2' }))
    expect(codesOf(await customers.commit(there, { confirmed: true }))).toEqual(['ok'])
    expect(new Set(codesOf(await customers.commit(back, { confirmed: true })))).toEqual(
      new Set(['commit.stale']),
    )
    expect(await repository.load(['2'])).toEqual([{ id: '2', state: 'merged', into: '1' }])
  })

  it('in any order, planned before or after one another, leave every id leading to a living profile, and lose nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ pair, isPlannedAhead: fc.boolean() }), { maxLength: 8 }),
        async (wishes) => {
          const { customers, repository } = customersOn(records, { policy })
          const ahead = await Promise.all(
            wishes.map(async ({ pair: [survivor, other] }) =>
              valueOf(await customers.planMerge({ ids: [survivor!, other!], survivor })),
            ),
          )
          for (const [index, { pair: both, isPlannedAhead }] of wishes.entries()) {
            if (isPlannedAhead) await customers.commit(ahead[index]!, { confirmed: true })
            else await customers.runMerge({ ids: both, survivor: both[0] }, { confirmed: true })
          }
          const loaded = await repository.load(ids)
          const ends = loaded.map((one) => (one.state === 'merged' ? one.into : one.id))
          expect((await repository.load(ends)).map(({ state }) => state)).toEqual(ids.map(() => 'present'))
          const living = (await repository.list({ after: null, limit: 10 })).records
          expect(living.reduce((sum, { statistics }) => sum + statistics.numberOfOrders, 0)).toBe(11_111)
          expect(living.flatMap(({ customer }) => customer.tags).toSorted()).toEqual(
            ids.map((id) => `tag-${id}`),
          )
        },
      ),
      { numRuns: 60 },
    )
  })
})
