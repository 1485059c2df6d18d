import type { Sort } from '../../customer/record-sort.js'
import { allCustomers } from '../../segment/segment.js'
import { accept } from './act.js'
import { ask, askPage, findFrom, idsOf, type Question } from './ask.js'
import { changeSet, edit, newcomer, put, tombstone } from './change-sets.js'
import type { CaseRow, World } from './contract-case.js'
import { crowd, queue } from './crowd.js'
import { expectEqual, expectThat } from './expect.js'
import { listAll, recordOf } from './observe.js'
import { ben } from './people.js'

const byOrders: Sort = { by: 'numberOfOrders', direction: 'ascending' }
const byName: Sort = { by: 'name', direction: 'ascending' }
const everyWay: readonly Question[] = [
  {},
  { sort: byOrders },
  { sort: { ...byName, direction: 'descending' } },
]

/** The first page, then whatever is done, and all the rest. */
async function interrupted(world: World, question: Question, act: () => Promise<unknown>): Promise<string[]> {
  const first = await askPage(world, question, null)
  await act()
  const found = idsOf(first.records)
  for (let after = first.next, pages = 0; after !== null && pages < 100; pages++) {
    const page = await askPage(world, question, after)
    found.push(...idsOf(page.records))
    after = page.next
  }
  return found
}

/** Pages go on where the last one ended, whatever happens in between: nobody is missed and nobody comes twice. */
export const pagingCases: readonly CaseRow[] = [
  {
    name: 'R-2 find gives everybody once, however large the pages',
    seed: crowd,
    method: 'find',
    check: async (world) => {
      const whole = await ask(world, { where: allCustomers, limit: 100 })
      expectEqual(whole.toSorted(), idsOf(crowd).toSorted(), 'found in one page')
      for (const limit of [1, 2, 3, 5])
        expectEqual(await ask(world, { limit }), whole, `in pages of ${limit}`)
    },
  },
  {
    name: 'R-2 sorted pages of any size are the same list',
    seed: queue,
    method: 'find',
    check: async (world) => {
      for (const question of everyWay) {
        const whole = await ask(world, { ...question, limit: 100 })
        for (const limit of [1, 2, 3, 7])
          expectEqual(await ask(world, { ...question, limit }), whole, `in pages of ${limit}`)
      }
    },
  },
  {
    name: 'a page goes on behind its last one, although that one has ended since',
    seed: queue,
    method: 'find',
    check: async (world) => {
      for (const [index, question] of everyWay.entries()) {
        const whole = await ask(world, question)
        const end = changeSet(`k${index}`, { changes: [tombstone(whole[1] as string, null)] })
        expectEqual(await interrupted(world, question, async () => accept(world, end)), whole, 'found')
      }
    },
  },
  {
    name: 'a page goes on behind its last one, although that one was changed since and stands elsewhere',
    seed: queue,
    method: 'find',
    check: async (world) => {
      const whole = await ask(world, { sort: byName })
      const moved = await recordOf(world, whole[1] as string)
      const changes = [edit(moved, { firstName: '\u{10FFFD}', lastName: null })]
      const found = await interrupted(world, { sort: byName }, async () =>
        accept(world, changeSet('k', { changes })),
      )
      const others = whole.filter((id) => id !== whole[1])
      expectEqual(
        found.filter((id) => id !== whole[1]),
        others,
        'everybody else',
      )
    },
  },
  {
    name: 'who comes in front of a page is not in it, and who comes behind is',
    seed: queue,
    method: 'find',
    check: async (world) => {
      const changes = [
        put(newcomer(1, { id: '!front', firstName: '!', lastName: null })),
        put(newcomer(2, { id: '~behind', firstName: '~', lastName: null })),
      ]
      const found = await interrupted(world, { sort: byName }, async () =>
        accept(world, changeSet('k', { changes })),
      )
      expectEqual([found.includes('!front'), found.includes('~behind')], [false, true], 'in front and behind')
      expectEqual(found.length, queue.length + 1, 'found')
    },
  },
  {
    name: 'who leaves the segment between two pages is missing, and nobody beside them',
    seed: queue,
    method: 'find',
    check: async (world) => {
      const where = 'number_of_orders = 0'
      const whole = await ask(world, { where })
      const end = changeSet('k', { changes: [tombstone(whole.at(-1) as string, null)] })
      const found = await interrupted(world, { where }, async () => accept(world, end))
      expectEqual(found, whole.slice(0, -1), 'found')
    },
  },
  {
    name: 'a cursor that is none, or of another sort or direction, is refused',
    seed: queue,
    method: 'find',
    check: async (world) => {
      const { next } = await askPage(world, { sort: byName }, null)
      for (const [what, question, cursor] of [
        ['nothing', {}, ''],
        ['a word', { sort: byName }, 'anna'],
        ['JSON', {}, '{"id":"7"}'],
        ['another sort', { sort: byOrders }, next],
        ['the order of ids', {}, next],
        ['the other direction', { sort: { ...byName, direction: 'descending' } }, next],
      ] as const) {
        const outcome = await findFrom(world, question, cursor)
        const codes = outcome.ok ? ['found'] : outcome.problems.map(({ code }) => code)
        expectEqual(codes, ['find.cursor-invalid'], what)
      }
    },
  },
  {
    name: 'a page that finds nobody is the last one',
    seed: queue,
    method: 'find',
    check: async (world) => {
      for (const question of everyWay)
        expectEqual(
          await askPage(world, { ...question, where: 'number_of_orders > 99' }, null),
          { records: [], next: null },
          'the page',
        )
    },
  },
  {
    name: 'a list goes on where it was, whoever was changed in between',
    seed: crowd,
    check: async (world) => {
      const first = await world.repository.list({ after: null, limit: 2 })
      await accept(world, changeSet('k', { changes: [edit(ben, { firstName: 'Zed' })] }))
      const rest = await world.repository.list({ after: first.next, limit: 100 })
      expectEqual(idsOf([...first.records, ...rest.records]), idsOf(crowd), 'listed')
    },
  },
  {
    name: 'a list takes up who comes behind the page, and not who comes in front of it',
    seed: crowd,
    check: async (world) => {
      const first = await world.repository.list({ after: null, limit: 2 })
      const changes = ['aaron', 'zora'].map((id, index) => put(newcomer(index + 1, { id })))
      await accept(world, changeSet('k', { changes }))
      const rest = await world.repository.list({ after: first.next, limit: 100 })
      const ids = idsOf([...first.records, ...rest.records])
      expectEqual(ids, [...idsOf(crowd), 'zora'], 'listed')
    },
  },
  {
    name: 'a list is in the order of ids by code points, in pages of any size',
    seed: queue,
    check: async (world) => {
      const inOrder = ['10', '7', 'B', 'a', 'c', 'é', 'ﬀ', '😀']
      expectEqual(idsOf(await listAll(world)), inOrder, 'in pages of two')
      const { records, next } = await world.repository.list({ after: null, limit: 8 })
      expectThat(next === null, 'expected the last page')
      expectEqual(idsOf(records), inOrder, 'in one page')
    },
  },
]
