import { compareRecords, sortKeys, type Sort } from '../../customer/record-sort.js'
import { accept } from './act.js'
import { ask, idsOf, moment } from './ask.js'
import { changeSet, edit } from './change-sets.js'
import type { CaseRow } from './contract-case.js'
import { queue } from './crowd.js'
import { expectEqual } from './expect.js'
import { recordOf } from './observe.js'

const directions = ['ascending', 'descending'] as const

/** Every sort of L-2 and the name, in both directions, in pages of every size. */
const everySort: readonly CaseRow[] = sortKeys.flatMap((by) =>
  directions.map((direction) => ({
    name: `L-2 find sorts by ${by}, ${direction}, the missing last and equal ones by id`,
    seed: queue,
    method: 'find',
    check: async (world) => {
      const sort: Sort = { by, direction }
      const expected = idsOf(queue.toSorted(compareRecords(sort)))
      for (const limit of [1, 3, 100])
        expectEqual(await ask(world, { sort, limit }), expected, `pages of ${limit}`)
    },
  })),
)

/** Lists are sorted everywhere alike (L-2): by values that the library defines, and code points. */
export const sortingCases: readonly CaseRow[] = [
  ...everySort,
  {
    name: 'find without a sort is in the order of ids, by code points',
    seed: queue,
    method: 'find',
    check: async (world) =>
      expectEqual(await ask(world, {}), ['10', '7', 'B', 'a', 'c', 'é', 'ﬀ', '😀'], 'found'),
  },
  {
    name: 'L-2 an amount in another currency than the shop’s is sorted as none',
    seed: queue,
    method: 'find',
    check: async (world) => {
      const sort: Sort = { by: 'amountSpent', direction: 'ascending' }
      const inEuro = await ask(world, { sort, moment: { ...moment, currency: 'EUR' } })
      expectEqual(inEuro, idsOf(queue.toSorted(compareRecords(sort, 'EUR'))), 'in euro')
      const inYen = await ask(world, { sort, moment: { ...moment, currency: 'JPY' } })
      expectEqual(inYen, idsOf(queue.toSorted(compareRecords(sort, 'JPY'))), 'in yen')
    },
  },
  {
    name: 'L-2 names are sorted by their folded code points, in no locale',
    seed: queue,
    method: 'find',
    check: async (world) => {
      const sort: Sort = { by: 'name', direction: 'ascending' }
      const named = ['ﬀ', '10', '7', 'é', 'a', 'B', 'c', '😀']
      expectEqual(await ask(world, { sort, limit: 100 }), named, 'found')
    },
  },
  {
    name: 'L-2 a sort and a segment and a search hold together',
    seed: queue,
    method: 'find',
    check: async (world) => {
      const sort: Sort = { by: 'numberOfOrders', direction: 'descending' }
      const found = await ask(world, { sort, where: 'number_of_orders = 0', search: 'z', limit: 1 })
      expectEqual(found, ['7'], 'found')
    },
  },
  {
    name: 'L-2 a list is sorted by what was committed last',
    seed: queue,
    method: 'find',
    check: async (world) => {
      const sort: Sort = { by: 'name', direction: 'ascending' }
      await ask(world, { sort })
      const changed = await recordOf(world, 'B')
      await accept(world, changeSet('k', { changes: [edit(changed, { firstName: '!' })] }))
      expectEqual((await ask(world, { sort }))[0], 'B', 'who is first now')
    },
  },
]
