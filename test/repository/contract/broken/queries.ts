import { type RecordPage, type RecordQuery, sortKeys } from 'clientele'
import { repositoryContract } from 'clientele/contract'
import type { MemoryRepository } from 'clientele/memory'
import { createMemoryRepository } from 'clientele/memory'
import { allCustomers } from 'clientele/segment'
import { success } from '../../../../src/outcome/outcome.js'
import { valueOf } from '../../../service/customers-on.js'
import type { BrokenAdapter, BrokenGroup, Fault } from './broken-adapter.js'

type Finder = (query: RecordQuery) => Promise<RecordPage>

/** Finds by way of what a sound adapter finds. */
function finding(find: (query: RecordQuery, sound: Finder) => Promise<RecordPage>): Fault {
  return (sound) => ({
    find: async (query, options) =>
      success(await find(query, async (asked) => valueOf(await sound.find(asked, options)))),
  })
}

/** Counts something else than what is found. */
function counting(alter: (query: Parameters<MemoryRepository['count']>[0]) => typeof query): Fault {
  return (sound) => ({ count: (filter, options) => sound.count(alter(filter), options) })
}

const names = repositoryContract({ createRepository: () => createMemoryRepository() })

/** The cases whose names begin alike. */
const casesOf = (beginning: string): string[] =>
  names.map(({ name }) => name).filter((name) => name.startsWith(beginning))

const reversed = (query: RecordQuery): RecordQuery =>
  query.sort === undefined
    ? query
    : {
        ...query,
        sort: { ...query.sort, direction: query.sort.direction === 'ascending' ? 'descending' : 'ascending' },
      }

const unsorted = finding(async ({ sort: _sort, ...query }, sound) => sound(query))
const everybodyFound = finding(async (query, sound) => sound({ ...query, where: allCustomers }))
const searchedByNobody = finding(async (query, sound) =>
  query.search === null ? sound(query) : { records: [], next: null },
)
const searchOverlooked = finding(async (query, sound) => sound({ ...query, search: null }))

const each = (cases: readonly string[], fault: string, wrap: Fault): BrokenAdapter[] =>
  cases.map((caughtBy) => ({ fault: `${fault} (${caughtBy})`, caughtBy, wrap }))

export const brokenSorting: BrokenGroup = {
  group: 'sorting',
  adapters: [
    ...sortKeys.flatMap((by) =>
      (['ascending', 'descending'] as const).map((direction) => ({
        fault: `turns ${by}, ${direction}, round`,
        caughtBy: `L-2 find sorts by ${by}, ${direction}, the missing last and equal ones by id`,
        wrap: finding(async (query, sound) =>
          sound(query.sort?.by === by && query.sort.direction === direction ? reversed(query) : query),
        ),
      })),
    ),
    {
      fault: 'is in the order of UTF-16',
      caughtBy: 'find without a sort is in the order of ids, by code points',
      wrap: finding(async (query, sound) => {
        const { records, next } = await sound({ ...query, limit: 100, after: null })
        return {
          records: records.toSorted((a, b) => (a.customer.id < b.customer.id ? -1 : 1)).slice(0, 2),
          next,
        }
      }),
    },
    {
      fault: 'compares amounts of any currency',
      caughtBy: 'L-2 an amount in another currency than the shop’s is sorted as none',
      wrap: finding(async (query, sound) =>
        sound({ ...query, moment: { ...query.moment, currency: undefined } }),
      ),
    },
    ...each(
      [
        'L-2 names are sorted by their folded code points, in no locale',
        'L-2 a list is sorted by what was committed last',
      ],
      'takes no notice of the sort',
      unsorted,
    ),
    {
      fault: 'forgets the search where there is a sort',
      caughtBy: 'L-2 a sort and a segment and a search hold together',
      wrap: finding(async (query, sound) =>
        sound(query.sort === undefined ? query : { ...query, search: null }),
      ),
    },
  ],
}

export const brokenSearch: BrokenGroup = {
  group: 'search',
  adapters: [
    ...each(
      casesOf('L-4a find searches').filter((name) => !name.includes('blanks')),
      'takes no notice of the search',
      searchOverlooked,
    ),
    ...each(
      casesOf('L-4a find searches').filter((name) => name.includes('blanks')),
      'finds nobody by blanks',
      searchedByNobody,
    ),
    {
      fault: 'finds by names of yesterday',
      caughtBy: 'L-4a a search finds what was committed last, and no longer what was there before',
      wrap: searchedByNobody,
    },
    {
      fault: 'counts without the search',
      caughtBy: 'L-4a as many are counted by a search as are found by it',
      wrap: counting((filter) => ({ ...filter, search: null })),
    },
  ],
}

export const brokenSegments: BrokenGroup = {
  group: 'segments',
  adapters: [
    ...each(casesOf('S-2 find gives exactly'), 'takes no notice of the segment', everybodyFound),
    {
      fault: 'counts everybody',
      caughtBy: 'S-2 as many are counted as a segment holds for',
      wrap: counting((filter) => ({ ...filter, where: allCustomers })),
    },
    {
      fault: 'counts who has ended',
      caughtBy: 'S-1 everybody who lives is counted, and nobody else',
      wrap: (sound) => {
        let most = 0
        return {
          count: async (filter, options) => {
            most = Math.max(most, valueOf(await sound.count(filter, options)))
            return success(most)
          },
        }
      },
    },
    {
      fault: 'has every day begin in Greenwich',
      caughtBy: 'S-2 days begin in the zone that the query names',
      wrap: finding(async (query, sound) =>
        sound({ ...query, moment: { ...query.moment, timeZone: 'UTC' } }),
      ),
    },
    {
      fault: 'has a clock of its own',
      caughtBy: 'S-2 relative dates count from the moment that the query names',
      wrap: finding(async (query, sound) =>
        sound({ ...query, moment: { ...query.moment, now: '2026-12-30T00:00:00.000Z' } }),
      ),
    },
    {
      fault: 'takes every amount for one in the shop’s currency',
      caughtBy: 'S-2 an amount in another currency than the shop’s counts as missing',
      wrap: finding(async (query, sound) =>
        sound({ ...query, moment: { ...query.moment, currency: undefined } }),
      ),
    },
    {
      fault: 'takes every other segment for that of everybody',
      caughtBy: 'S-2 a segment may name another one',
      wrap: finding(async (query, sound) => sound({ ...query, segments: () => allCustomers })),
    },
    {
      fault: 'keeps who once had a tag',
      caughtBy: 'S-2 a tag that was taken away finds nobody, in whatever spelling it came',
      wrap: (sound) => {
        const seen = new Map<string, string[]>()
        return {
          find: async (query, options) => {
            const page = valueOf(await sound.find({ ...query, limit: 100, after: null }, options))
            const known = seen.get(query.where.text) ?? []
            const ids = new Set([...known, ...page.records.map(({ customer }) => customer.id)])
            seen.set(query.where.text, [...ids])
            const records = (await sound.list({ after: null, limit: 100 })).records
            return success({
              records: records.filter(({ customer }) => ids.has(customer.id)).slice(0, query.limit),
              next: null,
            })
          },
        }
      },
    },
    {
      fault: 'counts on, though nobody waits',
      caughtBy: 'a count that was given up before it began throws',
      wrap: (sound) => ({ count: (filter) => sound.count(filter) }),
    },
  ],
}

const byOffset: Fault = (sound) => ({
  find: async (query, options) => {
    const { records } = valueOf(await sound.find({ ...query, after: null, limit: 1000 }, options))
    const start = Number(query.after ?? 0)
    const end = start + query.limit
    return success({ records: records.slice(start, end), next: end < records.length ? String(end) : null })
  },
})

export const brokenPaging: BrokenGroup = {
  group: 'paging',
  adapters: [
    ...each(
      [
        'a page goes on behind its last one, although that one has ended since',
        'who comes in front of a page is not in it, and who comes behind is',
        'a cursor that is none, or of another sort or direction, is refused',
      ],
      'counts to where a page begins',
      byOffset,
    ),
    {
      fault: 'cuts sorted pages off',
      caughtBy: 'R-2 sorted pages of any size are the same list',
      wrap: finding(async (query, sound) => ({ ...(await sound(query)), next: null })),
    },
    {
      fault: 'looks up anew where its last one stands',
      caughtBy:
        'a page goes on behind its last one, although that one was changed since and stands elsewhere',
      wrap: (sound) => ({
        find: async (query, options) => {
          const { records } = valueOf(await sound.find({ ...query, after: null, limit: 1000 }, options))
          const start =
            query.after === null ? 0 : records.findIndex(({ customer }) => customer.id === query.after) + 1
          const page = records.slice(start, start + query.limit)
          const isLast = start + query.limit >= records.length
          return success({ records: page, next: isLast ? null : (page.at(-1)?.customer.id ?? null) })
        },
      }),
    },
    {
      fault: 'finds whom it found before',
      caughtBy: 'who leaves the segment between two pages is missing, and nobody beside them',
      wrap: (sound) => {
        let kept: RecordPage['records'] = []
        return {
          find: async (query, options) => {
            if (query.after === null)
              kept = valueOf(await sound.find({ ...query, limit: 1000 }, options)).records
            const start = Number(query.after ?? 0)
            const end = start + query.limit
            return success({ records: kept.slice(start, end), next: end < kept.length ? String(end) : null })
          },
        }
      },
    },
    {
      fault: 'goes on for ever where there is nobody',
      caughtBy: 'a page that finds nobody is the last one',
      wrap: finding(async (query, sound) => {
        const page = await sound(query)
        return page.records.length === 0 ? { ...page, next: '["id",null,"x"]' } : page
      }),
    },
    ...each(
      ['a list goes on where it was, whoever was changed in between'],
      'lists in the order of names',
      (sound) => ({
        list: async ({ after, limit }, options) => {
          const { records } = await sound.list({ after: null, limit: 1000 }, options)
          const sorted = records.toSorted((one, other) =>
            (one.customer.firstName ?? '') < (other.customer.firstName ?? '') ? -1 : 1,
          )
          const start = Number(after ?? 0)
          return {
            records: sorted.slice(start, start + limit),
            next: start + limit < sorted.length ? String(start + limit) : null,
          }
        },
      }),
    ),
    ...each(
      ['a list takes up who comes behind the page, and not who comes in front of it'],
      'counts to where a page of the list begins',
      (sound) => ({
        list: async ({ after, limit }, options) => {
          const { records } = await sound.list({ after: null, limit: 1000 }, options)
          const start = Number(after ?? 0)
          return {
            records: records.slice(start, start + limit),
            next: start + limit < records.length ? String(start + limit) : null,
          }
        },
      }),
    ),
    {
      fault: 'lists in the order of UTF-16',
      caughtBy: 'a list is in the order of ids by code points, in pages of any size',
      wrap: (sound) => ({
        list: async ({ limit }, options) => {
          const { records } = await sound.list({ after: null, limit: 1000 }, options)
          const sorted = records.toSorted((a, b) => (a.customer.id < b.customer.id ? -1 : 1))
          return { records: sorted.slice(0, limit), next: null }
        },
      }),
    },
  ],
}
