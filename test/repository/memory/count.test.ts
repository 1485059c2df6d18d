import { createMemoryRepository } from 'clientele/memory'
import { describe, expect, it } from 'vitest'
import type { Statistics } from '../../../src/customer/statistics.js'
import type { StatisticsDelta } from '../../../src/plan/statistics-delta.js'
import { buildRecord } from '../../../src/testing/build-record.js'
import { commitOn, recordOn } from './commit-on.js'

const nothing: StatisticsDelta = { orders: 0, spent: null, orderAt: null, abandonedCheckoutAt: null }
const euros = (minor: number) => ({ minor, currency: 'EUR' })
const crowns = (minor: number) => ({ minor, currency: 'NOK' })
const [may, june, july] = ['2026-05-01', '2026-06-01', '2026-07-01'].map((date) => `${date}T10:00:00.000Z`)

const cases: readonly (readonly [
  string,
  Partial<Statistics>,
  Partial<StatisticsDelta>,
  Partial<Statistics>,
])[] = [
  [
    'the first order',
    {},
    { orders: 1, spent: euros(5), orderAt: june! },
    { numberOfOrders: 1, amountSpent: euros(5), firstOrderAt: june!, lastOrderAt: june! },
  ],
  [
    'a later order',
    { firstOrderAt: may!, lastOrderAt: june! },
    { orderAt: july! },
    { firstOrderAt: may!, lastOrderAt: july! },
  ],
  [
    'an order that comes late',
    { firstOrderAt: june!, lastOrderAt: july! },
    { orderAt: may! },
    { firstOrderAt: may!, lastOrderAt: july! },
  ],
  ['the first abandoned checkout', {}, { abandonedCheckoutAt: may! }, { abandonedCheckoutAt: may! }],
  [
    'an abandoned checkout',
    { abandonedCheckoutAt: may! },
    { abandonedCheckoutAt: june! },
    { abandonedCheckoutAt: june! },
  ],
  [
    'an older abandoned checkout',
    { abandonedCheckoutAt: june! },
    { abandonedCheckoutAt: may! },
    { abandonedCheckoutAt: june! },
  ],
  [
    'an amount in the same currency',
    { numberOfOrders: 1, amountSpent: euros(5) },
    { spent: euros(-2) },
    { numberOfOrders: 1, amountSpent: euros(3) },
  ],
  [
    'an amount in another currency, which nobody can add',
    { numberOfOrders: 1, amountSpent: euros(5) },
    { spent: crowns(2) },
    { numberOfOrders: 1, amountSpent: null },
  ],
  [
    'an amount after orders of unknown amounts, which stay unknown',
    { numberOfOrders: 1 },
    { orders: 1, spent: euros(2) },
    { numberOfOrders: 2, amountSpent: null },
  ],
  [
    'an order without an amount',
    { numberOfOrders: 1, amountSpent: euros(5) },
    { orders: 1 },
    { numberOfOrders: 2, amountSpent: euros(5) },
  ],
]

describe('an activity that counts', () => {
  it.each(cases)('adds to what is there: %s', async (_name, before, delta, expected) => {
    const record = buildRecord({ customer: { id: 'x' }, statistics: before })
    const repository = createMemoryRepository({ records: [record], statistics: 'counted' })
    await commitOn(repository, [{ type: 'count', id: 'x', activityId: 'a', delta: { ...nothing, ...delta } }])
    expect((await recordOn(repository, 'x')).statistics).toEqual({ ...record.statistics, ...expected })
  })

  it('counts once for each record, and leaves the revision as it is', async () => {
    const records = ['x', 'y'].map((id) => buildRecord({ customer: { id, email: null } }))
    const repository = createMemoryRepository({ records, statistics: 'counted' })
    const count = (id: string) =>
      ({ type: 'count', id, activityId: 'a', delta: { ...nothing, orders: 1 } }) as const
    const { revisions } = await commitOn(repository, [count('x'), count('y'), count('x')])
    expect(revisions).toEqual({ x: 'revision-1', y: 'revision-1' })
    expect((await recordOn(repository, 'x')).statistics.numberOfOrders).toBe(1)
    expect((await recordOn(repository, 'y')).statistics.numberOfOrders).toBe(1)
    await commitOn(repository, [{ type: 'tombstone', id: 'y', into: 'x' }, count('y')])
    expect((await recordOn(repository, 'x')).statistics.numberOfOrders).toBe(2)
  })
})
