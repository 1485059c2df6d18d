import { matchesSearch } from '../../customer/matches-search.js'
import { accept } from './act.js'
import { ask, askPages, countOf, idsOf } from './ask.js'
import { changeSet, edit } from './change-sets.js'
import type { CaseRow } from './contract-case.js'
import { crowd } from './crowd.js'
import { expectEqual } from './expect.js'
import { anna, ben } from './people.js'

/** What somebody types, and what of a customer it is to find; each is a case of its own. */
const searches = {
  'a first name': ['anna', 'ANNA', 'nn', 'EMIL'],
  'names in any order': ['NOWAK anna', 'anna ben'],
  'accents however they are written': ['DO\u0301RA', 'dóra', 'dora'],
  'a company': ['młyn syn', 'MŁYN', 'mlyn'],
  'a tag': ['vip', 'Wholesale'],
  'a phone however it is written': ['601 234', '+48 601-234-567', '0601234567', '0048601234567'],
  'an email': ['@example.org', 'ANNA.NOWAK@', 'example'],
  'signs that mean nothing': ['%', '_', "'", '\\', '*', '"', '--', '%ann%'],
  'nothing but blanks': [' ', '', '\t\n'],
  'what nobody has': ['😀', '\u0000', '\uD800', 'x'.repeat(2000)],
} as const

const everySearch: readonly CaseRow[] = Object.entries(searches).map(([what, texts]) => ({
  name: `L-4a find searches in the sense of matchesSearch: ${what}`,
  seed: crowd,
  method: 'find',
  check: async (world) => {
    for (const search of texts) {
      const expected = idsOf(crowd.filter((record) => matchesSearch(record, search)))
      expectEqual(await ask(world, { search }), expected, JSON.stringify(search.slice(0, 40)))
    }
  },
}))

/** Those whom a search finds (L-4a). */
export const searchCases: readonly CaseRow[] = [
  ...everySearch,
  {
    name: 'R-2 who is found by a segment and a search is found by both',
    seed: crowd,
    method: 'find',
    check: async (world) => {
      const where = "customer_tags CONTAINS 'vip'"
      expectEqual(await ask(world, { where, search: 'dóra' }), ['dora'], 'both hold')
      expectEqual(await ask(world, { where, search: 'emil' }), [], 'the search alone holds')
    },
  },
  {
    name: 'L-4a a search finds what was committed last, and no longer what was there before',
    seed: crowd,
    method: 'find',
    check: async (world) => {
      expectEqual(await ask(world, { search: 'benedict' }), [], 'before')
      await accept(world, changeSet('k', { changes: [edit(ben, { firstName: 'Benedict', lastName: null })] }))
      expectEqual(await ask(world, { search: 'benedict' }), ['ben'], 'after')
      expectEqual(await ask(world, { search: 'ben nowak' }), [], 'by the name before')
    },
  },
  {
    name: 'L-4a as many are counted by a search as are found by it',
    seed: crowd,
    method: 'count',
    check: async (world) => {
      for (const search of ['anna', 'vip', '%', ' ', 'nobody']) {
        const expected = crowd.filter((record) => matchesSearch(record, search)).length
        expectEqual(await countOf(world, { search }), expected, JSON.stringify(search))
      }
    },
  },
  {
    name: 'R-2 what find tells of a record is what load tells',
    seed: crowd,
    method: 'find',
    check: async (world) => {
      const [page] = await askPages(world, { search: anna.customer.email, limit: 50 })
      const [loaded] = await world.repository.load(['anna'])
      expectEqual(page?.records, [loaded.state === 'present' ? loaded.record : null], 'Anna')
    },
  },
]
