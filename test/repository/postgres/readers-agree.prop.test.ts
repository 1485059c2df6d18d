import type { PGlite } from '@electric-sql/pglite'
import { createPostgresRepository, type PostgresRepository, type PgliteQueryable } from 'clientele/postgres'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matchesSearch, searchedTexts } from '../../../src/customer/matches-search.js'
import { compareRecords, sortKeys, type Sort } from '../../../src/customer/record-sort.js'
import type { CustomerRecord } from '../../../src/customer/record.js'
import { policies } from '../../../src/policy/policies.js'
import type { RecordQuery } from '../../../src/repository/query.js'
import { compileSegment } from '../../../src/segment/compile/compile.js'
import { segmentRequirements } from '../../../src/segment/index.js'
import { allCustomers } from '../../../src/segment/segment.js'
import { arbitraries } from '../../../src/testing/index.js'
import { buildRecord } from '../../../src/testing/build-record.js'
import { fromPglite, newShop, openPglite } from './pglite.js'

const moment = { now: '2026-11-22T12:00:00.000Z', timeZone: 'Europe/Warsaw' } as const
const seed = 20_261_122

let db: PGlite
let people: readonly CustomerRecord[]
let repository: PostgresRepository<PgliteQueryable>

/** Names in which letters, folding and order are not what they seem. */
const strange = [
  'İpek',
  'ΟΔΟΣ',
  'ﬁ',
  'ǅ',
  '𐐀',
  '😀',
  '\ufffd',
  '100%',
  'a_b',
  'back\\slash',
  "O'Neil; --",
  'e\u0301',
  'ß',
  'I',
  'ı',
  '\u212a',
]

beforeAll(async () => {
  db = await openPglite()
  const sampled = fc.sample(arbitraries(fc).record, { numRuns: 60, seed })
  people = [
    ...sampled.map((record, index) => ({ ...record, customer: { ...record.customer, id: `p${index}` } })),
    ...strange.map((lastName, index) =>
      buildRecord({
        customer: { id: `${lastName}${index}`, firstName: null, lastName, email: null, tags: [lastName] },
      }),
    ),
    buildRecord({ customer: { id: 'old', createdAt: '0000-01-01T00:00:00.000Z', email: null } }),
    buildRecord({ customer: { id: 'late', createdAt: '9999-12-31T23:59:59.999Z', email: null } }),
  ].map((record) => ({ ...record, facts: { ...record.facts, deleted: false } }))
  repository = createPostgresRepository({
    client: fromPglite(db),
    shop: newShop(),
    identity: { ...policies.shopify.identity, email: 'not-unique', phone: 'not-unique' },
  })
  await repository.seed(people)
}, 120_000)
afterAll(() => db.close())

type Page = Awaited<ReturnType<NonNullable<typeof repository.find>>> | undefined

async function found(query: Partial<RecordQuery>, limit = 100): Promise<readonly string[]> {
  const ids: string[] = []
  for (let after: string | null = null; ; ) {
    const page: Page = await repository.find?.({
      where: allCustomers,
      search: null,
      moment,
      ...query,
      after,
      limit,
    })
    if (!page?.ok) throw new Error(JSON.stringify(page?.problems))
    ids.push(...page.value.records.map(({ customer }) => customer.id))
    if (page.value.next === null) return ids
    after = page.value.next
  }
}

const idsWhere = (holds: (record: CustomerRecord) => boolean): readonly string[] =>
  people
    .filter(holds)
    .map(({ customer }) => customer.id)
    .toSorted()

describe('PostgreSQL and the rules', () => {
  it('S-2 find the same by random segments', async () => {
    const segments = fc
      .sample(arbitraries(fc).segment(), { numRuns: 160, seed })
      .filter((segment) => segmentRequirements(segment).length === 0)
    expect(segments.length).toBeGreaterThan(40)
    let divided = 0
    for (const where of segments)
      for (const currency of [undefined, 'EUR']) {
        const at = { ...moment, currency }
        const holding = idsWhere(compileSegment(where, at))
        expect((await found({ where, moment: at })).toSorted(), where.text).toEqual(holding)
        const count = await repository.count?.({ where, search: null, moment: at })
        expect(count).toEqual({ ok: true, value: holding.length, warnings: [] })
        if (holding.length > 0 && holding.length < people.length) divided++
      }
    expect(divided).toBeGreaterThan(20)
  }, 120_000)

  it('L-2 sort the same, page after page', async () => {
    for (const by of sortKeys)
      for (const direction of ['ascending', 'descending'] as const)
        for (const currency of [undefined, 'EUR']) {
          const sort: Sort = { by, direction }
          const sorted = people.toSorted(compareRecords(sort, currency)).map(({ customer }) => customer.id)
          expect(await found({ sort, moment: { ...moment, currency } }, 7), `${by} ${direction}`).toEqual(
            sorted,
          )
        }
  }, 120_000)

  it('L-4a find the same by random words of the people themselves', async () => {
    const parts = fc
      .constantFrom(...people.flatMap(({ customer }) => searchedTexts(customer)))
      .chain((text) =>
        fc
          .tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 9 }))
          .map(([from, length]) => text.slice(from, from + length)),
      )
    const fixed = [
      '%',
      '_',
      '\\',
      '\\%',
      '%\\',
      "'",
      '\u0000',
      '\ud83d',
      '😀',
      'i̇pek',
      'İPEK',
      '(601) 234',
      '+48 601',
      '0',
      ' ',
      '12 vip',
    ]
    const searches = [
      ...fixed,
      ...fc
        .sample(fc.array(parts, { minLength: 1, maxLength: 2 }), { numRuns: 80, seed })
        .map((words) => words.join(' ')),
    ]
    for (const search of searches)
      expect((await found({ search })).toSorted(), JSON.stringify(search)).toEqual(
        idsWhere((record) => matchesSearch(record, search)),
      )
  }, 120_000)
})

describe('a cursor that is none', () => {
  it.each(['', 'x', '[]', '["id",null,"\\u0000"]', '["name ascending","a","b"]'])(
    '%s is refused',
    async (after) => {
      const page = await repository.find?.({ where: allCustomers, search: null, moment, after, limit: 1 })
      expect(page).toMatchObject({ ok: false, problems: [{ code: 'find.cursor-invalid' }] })
    },
  )

  it('is refused where its value is none that the database can compare with', async () => {
    const sort = { by: 'numberOfOrders', direction: 'ascending' } as const
    const after = '["numberOfOrders ascending",1.5,"b"]'
    const page = await repository.find?.({ where: allCustomers, search: null, moment, sort, after, limit: 1 })
    expect(page).toMatchObject({ ok: false, problems: [{ code: 'find.cursor-invalid' }] })
  })
})
