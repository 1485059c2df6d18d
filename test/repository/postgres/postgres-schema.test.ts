import { readFileSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import {
  createPostgresRepository,
  fromPglite,
  missingMigrations,
  postgresSchema,
  type PgliteQueryable,
  type PostgresRepository,
} from 'clientele/postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseSegment } from '../../../src/segment/parse-segment.js'
import { allCustomers } from '../../../src/segment/segment.js'
import { buildRecord } from '../../../src/testing/build-record.js'
import { changeSet, edit } from '../../../src/repository/contract/change-sets.js'
import { ben, everybody } from '../../../src/repository/contract/people.js'
import { newShop, openPglite } from './pglite.js'

let db: PGlite

beforeAll(async () => {
  db = await openPglite()
}, 60_000)
afterAll(() => db.close())

const ids = (migrations: readonly { readonly id: string }[]): readonly string[] =>
  migrations.map(({ id }) => id)

describe('the schema', () => {
  it('tells what is missing, and may be run again', async () => {
    const names = { schema: 'shops', prefix: 'crm_' }
    await db.exec('create schema shops')
    expect(ids(await missingMigrations(fromPglite(db), names))).toEqual(ids(postgresSchema(names)))
    for (let time = 0; time < 2; time++) for (const { sql } of postgresSchema(names)) await db.exec(sql)
    expect(await missingMigrations(fromPglite(db), names)).toEqual([])
    const repository = createPostgresRepository({ client: fromPglite(db), shop: 'one', ...names })
    await repository.seed(everybody)
    expect((await repository.list({ after: null, limit: 10 })).records).toHaveLength(3)
  })

  it('gives each migration an id of its own, in order', () => {
    expect(ids(postgresSchema())).toEqual([...new Set(ids(postgresSchema()))].toSorted())
  })

  it.each([
    { prefix: 'a"b' },
    { prefix: 'Big' },
    { schema: '1' },
    { prefix: '' },
    { schema: 'x'.repeat(31) },
  ])('takes no name that is none: %j', (names) => {
    expect(() => postgresSchema(names)).toThrow(/lower-case name/)
  })

  it('begins every primary key and every unique index with the shop, and no foreign key leaves it', async () => {
    const { rows } = await db.query<{ table: string; name: string; first: string }>(`
      select t.relname as table, i.relname as name, a.attname as first
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
      where x.indisunique and t.relname like 'clientele_%' and t.relname <> 'clientele_migrations'`)
    expect(rows.length).toBeGreaterThan(11)
    expect(rows.filter(({ first }) => first !== 'shop')).toEqual([])
    const { rows: keys } = await db.query<{ from: string; to: string }>(`
      select a.attname as from, b.attname as to from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
      where c.contype = 'f' and c.conrelid::regclass::text like 'clientele_%'`)
    expect(keys.length).toBeGreaterThan(4)
    expect(keys.filter(({ from, to }) => from !== 'shop' || to !== 'shop')).toEqual([])
  })

  it('has a line for every table in the page on scaling out', async () => {
    const page = readFileSync('docs/scaling-out.md', 'utf8')
    const distributed = [...page.matchAll(/create_distributed_table\('(\w+)'/g)].map(([, name]) => name)
    const { rows } = await db.query<{ relname: string }>(
      "select relname from pg_class where relkind = 'r' and relname like 'clientele_%'",
    )
    const tables = rows.map(({ relname }) => relname).filter((name) => name !== 'clientele_migrations')
    expect(new Set(distributed)).toEqual(new Set(tables))
  })

  it('has no sequence, and compares every text byte by byte', async () => {
    const { rows: sequences } = await db.query(
      "select 1 from pg_class where relkind = 'S' and relname like 'clientele%'",
    )
    expect(sequences).toEqual([])
    const { rows } = await db.query(`
      select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_collation l on l.oid = a.attcollation
      where c.relname like 'clientele_%' and c.relkind = 'r' and c.relname <> 'clientele_migrations' and l.collname <> 'C'`)
    expect(rows).toEqual([])
  })
})

describe('two shops in the same tables', () => {
  it('know nothing of each other, whatever ids, keys and contacts they share', async () => {
    const [one, other] = [newShop(), newShop()].map((shop) =>
      createPostgresRepository({ client: fromPglite(db), shop }),
    ) as [PostgresRepository<PgliteQueryable>, PostgresRepository<PgliteQueryable>]
    await one.seed(everybody)
    await other.seed(everybody)
    expect((await one.commit(changeSet('k', { changes: [edit(ben, { note: 'one' })] }))).ok).toBe(true)
    const [loaded] = await other.load(['ben'])
    expect(loaded.state === 'present' && loaded.record.customer.note).toBe(ben.customer.note)
    expect(await other.outcomeOf('k')).toBe(null)
    expect((await other.commit(changeSet('k', { changes: [edit(ben, { note: 'other' })] }))).ok).toBe(true)
    expect((await other.list({ after: null, limit: 10 })).records).toHaveLength(3)
  })
})

describe('segments', () => {
  const texts = [
    ["customer_tags CONTAINS 'rare'", /customers_tags/],
    ["customer_email_domain = 'rare.example'", /customers_domain/],
    ['number_of_orders > 900', /customers_orders/],
    ['last_order_date > 2026-11-01', /customers_last_order/],
  ] as const

  it('are found by the indexes', async () => {
    const shop = newShop()
    const records = Array.from({ length: 4000 }, (_, index) =>
      buildRecord({
        customer: {
          id: `c${index}`,
          phone: null,
          updatedAt: `2026-01-${String(1 + (index % 28)).padStart(2, '0')}T00:00:00.${String(index % 1000).padStart(3, '0')}Z`,
          email: index === 7 ? 'a@rare.example' : `p${index}@example.com`,
          tags: [index === 7 ? 'rare' : 'usual'],
        },
        statistics: {
          numberOfOrders: index === 7 ? 1000 : index % 10,
          lastOrderAt: index === 7 ? '2026-11-02T00:00:00.000Z' : null,
        },
      }),
    )
    const statements: [string, unknown[]][] = []
    const client = fromPglite(db)
    const repository = createPostgresRepository({
      client: {
        ...client,
        query: (text, values) => {
          statements.push([text, values])
          return client.query(text, values)
        },
      },
      shop,
    })
    await repository.seed(records)
    await db.exec('analyze')
    for (const [query, index] of texts) {
      const segment = parseSegment(query)
      if (!segment.ok) throw new Error(query)
      const moment = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' }
      statements.length = 0
      const page = await repository.find?.({
        where: segment.value,
        search: null,
        moment,
        after: null,
        limit: 50,
      })
      expect(page?.ok && page.value.records.map(({ customer }) => customer.id)).toEqual(['c7'])
      const [text, values] = statements[0] as [string, unknown[]]
      const { rows } = await db.query(`explain ${text}`, values)
      expect(JSON.stringify(rows), query).toMatch(index)
    }
    statements.length = 0
    const sort = { by: 'updatedAt', direction: 'descending' } as const
    await repository.find?.({
      where: allCustomers,
      search: null,
      moment: { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' },
      sort,
      after: null,
      limit: 50,
    })
    const [text, values] = statements[0] as [string, unknown[]]
    expect(JSON.stringify((await db.query(`explain ${text}`, values)).rows)).toMatch(/customers_updated/)
  }, 60_000)
})
