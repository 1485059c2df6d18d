import { createCustomers, type Change, type SegmentChange } from 'clientele'
import { createMemoryRepository } from 'clientele/memory'
import { parseSegment } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { changeSet } from '../../../src/repository/contract/change-sets.js'
import { valueOf } from '../customers-on.js'

const at = '2026-11-22T12:00:00.000Z'
const segments = {
  vips: valueOf(parseSegment("customer_tags CONTAINS 'vip'")),
  buyers: valueOf(parseSegment('number_of_orders >= 1')),
}
const anna = buildRecord({ customer: { id: 'anna', email: 'anna@example.com' } })
const bo = buildRecord({
  customer: { id: 'bo', email: 'bo@example.com', tags: ['vip'] },
  statistics: { numberOfOrders: 2 },
})

/** A shop that counts its orders, and notes whom its listener is told of and which ids its store is asked for. */
function shopOn() {
  const table = { mode: 'in-commit', reassign: () => undefined, redact: () => undefined } as const
  const store = createMemoryRepository({
    records: [anna, bo],
    statistics: 'counted',
    relations: { orders: table },
  })
  const told: SegmentChange[] = []
  const asked: string[][] = []
  const load = (async (ids: string[]) => (asked.push(ids), store.load(ids))) as typeof store.load
  const changed = async (change: SegmentChange): Promise<void> => void told.push(change)
  const customers = createCustomers({
    repository: { ...store, load },
    shop: { timeZone: 'UTC', currency: 'EUR', country: 'NO', locale: 'nb-NO' },
    now: () => at,
    segmentListener: { segments: () => segments, changed },
  })
  return { customers, told, asked }
}

/** A plan of just these changes. */
const planOf = (...changes: Change[]) => ({
  planner: 'test',
  wish: {},
  subjects: [],
  touches: [],
  warnings: [],
  changeSet: changeSet('k', { changes }),
})

const order = { orders: 1, spent: null, orderAt: at, abandonedCheckoutAt: null }

describe('S-2 each change of a commit tells of whom it can move', () => {
  it.each<readonly [string, Change, readonly SegmentChange[]]>([
    [
      'an order that is counted',
      { type: 'count', id: 'anna', activityId: 'order-1', delta: order },
      [{ customer: 'anna', at, entered: ['buyers'], left: [] }],
    ],
    [
      'a record that is taken out of use, and is still there',
      { type: 'state', id: 'bo', field: 'deleted', value: true },
      [{ customer: 'bo', at, entered: [], left: ['vips', 'buyers'] }],
    ],
    [
      'a record that ends in another one, which takes over its orders',
      { type: 'tombstone', id: 'bo', into: 'anna' },
      [
        { customer: 'bo', at, entered: [], left: ['vips', 'buyers'] },
        { customer: 'anna', at, entered: ['buyers'], left: [] },
      ],
    ],
    [
      'a record that ends',
      { type: 'tombstone', id: 'bo', into: null },
      [{ customer: 'bo', at, entered: [], left: ['vips', 'buyers'] }],
    ],
  ])('%s', async (_what, change, expected) => {
    const { customers, told, asked } = shopOn()
    valueOf(await customers.commit(planOf(change)))
    expect(told).toEqual(expected)
    const ids = expected.map(({ customer }) => customer)
    expect(asked).toEqual([ids, ids])
  })

  it.each<readonly [string, Change]>([
    ['that two are different people', { type: 'distinct', ids: ['anna', 'bo'] }],
    ['rows of a table that move', { type: 'reassign', relation: 'orders', from: ['bo'], to: 'anna' }],
    ['rows of a table that are erased', { type: 'redact', relation: 'orders', id: 'bo' }],
    ['a timeline that is erased', { type: 'redactEvents', id: 'bo' }],
    ['an identity that is kept out', { type: 'suppress', id: 'bo' }],
  ])('no segment reads it, so nobody is looked up: %s', async (_what, change) => {
    const { customers, told, asked } = shopOn()
    valueOf(await customers.commit(planOf(change)))
    expect([told, asked]).toEqual([[], []])
  })

  it('a store is asked for no id that it has yet to give', async () => {
    const { customers, told, asked } = shopOn()
    const { subjects } = valueOf(await customers.runCreate({ email: 'cy@example.com', tags: ['vip'] }))
    expect(told).toEqual([{ customer: subjects[0], at, entered: ['vips'], left: [] }])
    expect(asked.flat()).toEqual(subjects)
  })
})
