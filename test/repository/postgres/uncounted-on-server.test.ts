import {
  createPostgresRepository,
  fromPg,
  postgresSchema,
  type PgQueryable,
  type PostgresRepository,
} from 'clientele/postgres'
import { Pool, type PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Customer } from '../../../src/customer/customer.js'
import type { CustomerRecord } from '../../../src/customer/record.js'
import { blockingKeys } from '../../../src/duplicates/blocking-keys.js'
import type { Change } from '../../../src/plan/change.js'
import { changeSet, put, tombstone } from '../../../src/repository/contract/change-sets.js'
import { buildRecord } from '../../../src/testing/index.js'
import { describeOnHastyServer } from '../../postgres/describe-on-server.js'

const PEOPLE = 4000
/** The rows of all tables that one call may touch: its own, and not those of everybody. */
const FEW = 200
/** Calls before there is anybody, so that what is prepared is planned for empty tables. */
const EARLY = 12

const person = (id: string): CustomerRecord =>
  buildRecord({ customer: { id, email: `${id}@example.com`, phone: null } })

/** As in the first minute of a shop: statements were prepared when it was empty, and nobody has counted since. */
describeOnHastyServer('a shop that has grown since its rows were counted', (server) => {
  let pool: Pool
  let client: PoolClient
  let repository: PostgresRepository<PgQueryable>

  let keys = 0
  const commit = async (changes: readonly Change[]): Promise<void> => {
    const outcome = await repository.commit(changeSet(`key ${++keys}`, { changes }), { transaction: client })
    expect(outcome.ok).toBe(true)
  }
  const edited = (id: string, change: Partial<Customer>): Change => put({ ...person(id).customer, ...change })

  /** A kind of call on somebody nobody else is about; the writing ones have somebody else of their own beside. */
  const works: readonly (readonly [string, (id: string) => Promise<unknown>])[] = [
    ['load', (id) => repository.load([id, 'nobody'], { transaction: client })],
    [
      'contacts',
      (id) =>
        repository.findByIdentity(
          { emails: [`${id}@example.com` as never], phones: [] },
          { transaction: client },
        ),
    ],
    [
      'keys',
      (id) =>
        repository.findByBlockingKeys({ keys: blockingKeys(person(id)), limit: 20 }, { transaction: client }),
    ],
    ['timeline', (id) => repository.timeline(id, { transaction: client })],
    ['distinct', (id) => repository.distinctFrom([id], { transaction: client })],
    ['save', (id) => commit([edited(id, { note: 'other' })])],
    ['other email', (id) => commit([edited(id, { email: `other-${id}@example.com` })])],
    ['merge', (id) => commit([edited(id, { note: 'survivor' }), tombstone(`${id}-too`, id)])],
    ['deletion', (id) => commit([tombstone(id, null)])],
  ]

  /** All rows that this connection has touched and not yet told of. */
  const touched = async (): Promise<number> => {
    const { rows } = await client.query(
      'select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as touched from pg_stat_xact_user_tables',
    )
    return rows[0].touched
  }
  const touchedBy = async (work: () => Promise<unknown>): Promise<number> => {
    await client.query('begin')
    const before = await touched()
    await work()
    const after = await touched()
    await client.query('commit')
    return after - before
  }

  beforeAll(async () => {
    pool = new Pool({ ...(await server().createDatabase()), max: 2 })
    for (const { sql } of postgresSchema()) await pool.query(sql)
    const { rows } = await pool.query(
      `select tablename as name from pg_tables where tablename like 'clientele%'`,
    )
    for (const { name } of rows) await pool.query(`alter table ${name} set (autovacuum_enabled = false)`)
    client = await pool.connect()
    repository = createPostgresRepository({ client: fromPg(pool, { prepare: true }), shop: 'north' })
    const early = works.flatMap(([name]) => Array.from({ length: EARLY }, (_, at) => `early ${name} ${at}`))
    await repository.seed(early.flatMap((id) => [person(id), person(`${id}-too`)]))
    for (const [name, work] of works)
      for (let at = 0; at < EARLY; at++) await touchedBy(() => work(`early ${name} ${at}`))
    const late = works.flatMap(([name]) => Array.from({ length: EARLY }, (_, at) => `late ${name} ${at}`))
    await repository.seed([
      ...late.flatMap((id) => [person(id), person(`${id}-too`)]),
      ...Array.from({ length: PEOPLE }, (_, at) => person(`p${at}`)),
    ])
  }, 120_000)
  afterAll(async () => {
    client.release()
    await pool.end()
  })

  describe.each(works)('%s', (name, work) => {
    it('reads nobody else, at the latest when it has been asked four times as often', async () => {
      const counts: number[] = []
      for (let at = 0; at < EARLY; at++) counts.push(await touchedBy(() => work(`late ${name} ${at}`)))
      expect(counts.at(-1)).toBeLessThan(FEW)
    })
  })
})
