import { matchesSearch } from '../../customer/matches-search.js'
import type { CustomerRecord } from '../../customer/record.js'
import type { Outcome } from '../../outcome/outcome.js'
import { compileSegment } from '../../segment/compile/compile.js'
import { parseSegment } from '../../segment/parse-segment.js'
import { allCustomers } from '../../segment/segment.js'
import type { Segment } from '../../segment/segment.js'
import { buildRecord } from '../../testing/build-record.js'
import type { CustomerId } from '../../value/id.js'
import type { Cursor } from '../page-cursor.js'
import type { RecordPage } from '../port.js'
import type { Moment } from '../query.js'
import { accept } from './act.js'
import { changeSet, edit, tombstone } from './change-sets.js'
import type { CaseRow, World } from './contract-case.js'
import { expectEqual, expectThat, expectThrow, fail, givenUp } from './expect.js'
import { anna, ben, everybody, home } from './people.js'

/** Somebody who is found by a company, and somebody by next to nothing. */
const crowd: readonly CustomerRecord[] = [
  ...everybody,
  buildRecord({
    customer: {
      id: 'dora',
      firstName: 'Dóra',
      lastName: null,
      email: null,
      tags: ['vip'],
      addresses: [{ ...home, id: 'dora-office', company: 'Młyn & Syn' }],
    },
    statistics: { numberOfOrders: 5 },
  }),
  buildRecord({ customer: { id: 'emil', firstName: 'Emil', lastName: null, email: 'emil@example.org' } }),
]

const moment: Moment = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' }

/** Queries whose meaning depends on no clock, no zone and no currency: those are the adapter's own to know. */
const queries = [
  'number_of_orders >= 2',
  "customer_tags CONTAINS 'VIP'",
  "customer_tags NOT CONTAINS 'vip' AND number_of_orders = 0",
  "(customer_tags CONTAINS 'wholesale' OR number_of_orders = 1) AND number_of_orders < 5",
]

const searches = [
  'anna',
  'NOWAK anna',
  'anna ben',
  'DO\u0301RA',
  'dora',
  'młyn syn',
  'vip',
  '601 234',
  '@example.org',
  '%',
  '_',
  "'",
  ' ',
]

/** Those whom a segment and a search find (R-2, L-4a); only where an adapter can ask. */
export const findCases: readonly CaseRow[] = [
  {
    name: 'R-2 find gives everybody once, however large the pages',
    seed: crowd,
    method: 'find',
    check: async (world) => {
      const whole = await findAll(world, allCustomers, null, 100)
      expectEqual(whole.toSorted(), idsOf(crowd), 'found in one page')
      for (const limit of [1, 2, 3, 5])
        expectEqual(await findAll(world, allCustomers, null, limit), whole, `found in pages of ${limit}`)
    },
  },
  {
    name: 'S-2 find gives exactly those for whom a segment holds',
    seed: crowd,
    method: 'find',
    check: async (world) => {
      for (const query of queries) {
        const segment = segmentOf(query)
        const holds = compileSegment(segment, moment)
        const found = (await findAll(world, segment, null, 2)).toSorted()
        expectEqual(found, idsOf(crowd.filter(holds)), query)
      }
    },
  },
  {
    name: 'L-4a find gives exactly those whom matchesSearch finds',
    seed: crowd,
    method: 'find',
    check: async (world) => {
      for (const search of searches) {
        const found = (await findAll(world, allCustomers, search, 2)).toSorted()
        expectEqual(found, idsOf(crowd.filter((record) => matchesSearch(record, search))), search)
      }
    },
  },
  {
    name: 'R-2 who is found by a segment and a search is found by both',
    seed: crowd,
    method: 'find',
    check: async (world) => {
      const vip = segmentOf("customer_tags CONTAINS 'vip'")
      expectEqual(await findAll(world, vip, 'dóra', 2), ['dora'], 'both hold')
      expectEqual(await findAll(world, vip, 'emil', 2), [], 'the search alone holds')
    },
  },
  {
    name: 'S-2 find follows what is committed, and finds nobody who is gone',
    seed: crowd,
    method: 'find',
    check: async (world) => {
      const out = { type: 'state', id: 'cleo', field: 'deleted', value: true } as const
      const tagged = edit(ben, { tags: ['vip'] })
      const changes = [tagged, tombstone('anna', null), tombstone('emil', 'dora'), out]
      await accept(world, changeSet('k', { changes }))
      expectEqual((await findAll(world, allCustomers, null, 2)).toSorted(), ['ben', 'dora'], 'everybody')
      const vip = await findAll(world, segmentOf("customer_tags CONTAINS 'vip'"), null, 2)
      expectEqual(vip.toSorted(), ['ben', 'dora'], 'by the new tag')
      expectEqual(await findAll(world, allCustomers, 'anna', 2), [], 'by the name of somebody deleted')
    },
  },
  {
    name: 'R-2 what find tells of a record is what load tells',
    seed: crowd,
    method: 'find',
    check: async (world) => {
      const [page] = await pagesOf(world, allCustomers, anna.customer.email, 50)
      const [loaded] = await world.repository.load(['anna'])
      expectEqual(page?.records, loaded.state === 'present' ? [loaded.record] : [], 'Anna')
    },
  },
  {
    name: 'a search that was given up before it began throws',
    seed: crowd,
    method: 'find',
    check: async ({ repository }) => {
      const query = { where: allCustomers, search: null, moment, after: null, limit: 1 }
      await expectThrow(async () => repository.find?.(query, { signal: givenUp }), 'find')
    },
  },
]

async function findAll(
  world: World,
  where: Segment,
  search: string | null,
  limit: number,
): Promise<readonly CustomerId[]> {
  return (await pagesOf(world, where, search, limit)).flatMap(({ records }) =>
    records.map(({ customer }) => customer.id),
  )
}

/** All pages from the first to the last; a page may be short, as whoever tests page by page makes it. */
async function pagesOf(
  { repository }: World,
  where: Segment,
  search: string | null,
  limit: number,
): Promise<readonly RecordPage[]> {
  const pages: RecordPage[] = []
  for (let after: Cursor | null = null; pages.length < 100; ) {
    const outcome: Outcome<RecordPage> | undefined = await repository.find?.({
      where,
      search,
      moment,
      after,
      limit,
    })
    if (outcome?.ok !== true) return fail('expected a page')
    const page: RecordPage = outcome.value
    expectThat(page.records.length <= limit, `a page of ${limit} holds ${page.records.length}`)
    pages.push(page)
    if (page.next === null) return pages
    after = page.next
  }
  return fail('find has not ended after 100 pages')
}

function segmentOf(query: string): Segment {
  const parsed = parseSegment(query)
  return parsed.ok ? parsed.value : fail(query)
}

function idsOf(records: readonly CustomerRecord[]): readonly CustomerId[] {
  return records.map(({ customer }) => customer.id).toSorted()
}
