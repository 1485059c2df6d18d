import type { CountChange } from '../../plan/change.js'
import type { StatisticsDelta } from '../../plan/statistics-delta.js'
import { accept, refuse } from './act.js'
import { changeSet, edit, expectation, tombstone } from './change-sets.js'
import type { CaseRow, World } from './contract-case.js'
import { expectEqual } from './expect.js'
import { recordOf } from './observe.js'
import { anna, everybody } from './people.js'

const nothing: StatisticsDelta = { orders: 0, spent: null, orderAt: null, abandonedCheckoutAt: null }

function count(id: string, activityId: string, delta: Partial<StatisticsDelta>): CountChange {
  return { type: 'count', id, activityId, delta: { ...nothing, ...delta } }
}

const order = { orders: 1, spent: { minor: 1000, currency: 'EUR' }, orderAt: '2026-06-01T10:00:00.000Z' }

async function ordersOf(world: World, id: string): Promise<readonly [number, number | undefined]> {
  const { numberOfOrders, amountSpent } = (await recordOf(world, id)).statistics
  return [numberOfOrders, amountSpent?.minor]
}

const rows: readonly CaseRow[] = [
  {
    name: 'an order adds to number, amount and dates',
    check: async (world) => {
      await accept(world, changeSet('k', { changes: [count('anna', 'a', order)] }))
      const { statistics } = await recordOf(world, 'anna')
      const expected = {
        numberOfOrders: 3,
        amountSpent: { minor: 5000, currency: 'EUR' },
        lastOrderAt: order.orderAt,
      }
      expectEqual(statistics, { ...anna.statistics, ...expected }, 'statistics')
    },
  },
  {
    name: 'an order that is told late moves the first date, and not the last',
    check: async (world) => {
      const late = { ...order, orderAt: '2026-01-05T10:00:00.000Z' }
      await accept(world, changeSet('k', { changes: [count('anna', 'a', late)] }))
      const { firstOrderAt, lastOrderAt } = (await recordOf(world, 'anna')).statistics
      expectEqual([firstOrderAt, lastOrderAt], [late.orderAt, anna.statistics.lastOrderAt], 'the dates')
    },
  },
  {
    name: 'orders in two currencies are nobody’s sum, and stay so',
    check: async (world) => {
      const crowns = { ...order, spent: { minor: 900, currency: 'NOK' } }
      for (const [key, delta] of Object.entries({ a: crowns, b: order, c: crowns })) {
        await accept(world, changeSet(key, { changes: [count('anna', key, delta)] }))
        expectEqual((await recordOf(world, 'anna')).statistics.amountSpent, null, 'the amount')
      }
    },
  },
  {
    name: 'one activity counts once, also under another key',
    check: async (world) => {
      await accept(
        world,
        changeSet('k1', { changes: [count('anna', 'a', order), count('anna', 'a', order)] }),
      )
      await accept(world, changeSet('k2', { changes: [count('anna', 'a', order)] }))
      expectEqual(await ordersOf(world, 'anna'), [3, 5000], 'orders and amount')
      await accept(world, changeSet('k3', { changes: [count('anna', 'b', order)] }))
      expectEqual(await ordersOf(world, 'anna'), [4, 6000], 'orders and amount')
    },
  },
  {
    name: 'refunds and cancellations subtract',
    check: async (world) => {
      const cancelled = { orders: -1, spent: { minor: -1000, currency: 'EUR' } }
      await accept(world, changeSet('k', { changes: [count('anna', 'a', cancelled)] }))
      expectEqual(await ordersOf(world, 'anna'), [1, 3000], 'orders and amount')
    },
  },
  {
    name: 'a merge adds up the statistics, and amounts in two currencies are nobody’s sum',
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('ben', 'anna')] }))
      expectEqual(await ordersOf(world, 'anna'), [3, 5500], 'orders and amount')
      const crowns = { orders: 1, spent: { minor: 900, currency: 'NOK' } }
      await accept(world, changeSet('k2', { changes: [count('cleo', 'c', crowns)] }))
      await accept(world, changeSet('k3', { changes: [tombstone('cleo', 'anna')] }))
      expectEqual((await recordOf(world, 'anna')).statistics.amountSpent, null, 'the amount')
    },
  },
  {
    name: 'what comes for a merged record counts for its survivor, once',
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [count('ben', 'a', order)] }))
      await accept(world, changeSet('k2', { changes: [tombstone('ben', 'anna')] }))
      await accept(world, changeSet('k3', { changes: [count('ben', 'b', order), count('anna', 'a', order)] }))
      expectEqual(await ordersOf(world, 'anna'), [5, 7500], 'orders and amount')
    },
  },
  {
    name: 'nothing counts for whoever is gone',
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('ben', null)] }))
      await refuse(world, changeSet('k2', { changes: [count('ben', 'a', order)] }), ['commit.stale ben'])
    },
  },
  {
    name: 'an order that comes in refuses nobody’s edit',
    check: async (world) => {
      const read = await recordOf(world, 'anna')
      await accept(world, changeSet('k1', { changes: [count('anna', 'a', order)] }))
      await accept(
        world,
        changeSet('k2', { expects: [expectation(read)], changes: [edit(read, { note: 'n' })] }),
      )
      expectEqual(await ordersOf(world, 'anna'), [3, 5000], 'orders and amount')
    },
  },
]

/** An activity counts once, under whatever key and for whomever its customer was merged into. */
export const countCases: readonly CaseRow[] = rows.map((row) => ({
  ...row,
  seed: everybody,
  needs: ({ statistics }) => statistics === 'counted',
}))
