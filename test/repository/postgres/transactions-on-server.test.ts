import {
  createPostgresRepository,
  fromPg,
  postgresSchema,
  type PgQueryable,
  type PostgresRepository,
} from 'clientele/postgres'
import { Pool, type PoolClient } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  changeSet,
  edit,
  expectation,
  newcomer,
  put,
  tombstone,
} from '../../../src/repository/contract/change-sets.js'
import { anna, ben, cleo, everybody } from '../../../src/repository/contract/people.js'
import type { Change } from '../../../src/plan/change.js'
import type { ChangeSet } from '../../../src/plan/change-set.js'
import { describeOnHastyServer } from '../../postgres/describe-on-server.js'
import { newShop } from './pglite.js'

const note = (text: string): readonly Change[] => [edit(ben, { note: text })]

describeOnHastyServer('transactions on a server', (server) => {
  let pool: Pool
  let shop: string
  let repository: PostgresRepository<PgQueryable>

  const open = async (options: object = {}): Promise<PostgresRepository<PgQueryable>> => {
    const opened = createPostgresRepository({ client: fromPg(pool), shop, ...options })
    await opened.seed(everybody)
    return opened
  }
  const noteOf = async (id: string): Promise<string | null> => {
    const [loaded] = await repository.load([id])
    return loaded.state === 'present' ? loaded.record.customer.note : null
  }

  beforeAll(async () => {
    pool = new Pool({ ...(await server().createDatabase()), max: 20 })
    for (const { sql } of postgresSchema()) await pool.query(sql)
    await pool.query('create table orders (id int primary key, shop text, customer text, email text)')
  })
  afterAll(() => pool.end())
  beforeEach(async () => {
    shop = newShop()
    repository = await open()
  })

  describe("the host's own transaction", () => {
    let transaction: PoolClient
    beforeEach(async () => {
      transaction = await pool.connect()
      await transaction.query('begin')
      return () => transaction.release()
    })

    it('keeps or loses a commit together with what the host wrote', async () => {
      await repository.commit(changeSet('k', { changes: note('kept') }), { transaction })
      expect(await noteOf('ben')).toBe(null)
      await transaction.query('commit')
      expect(await noteOf('ben')).toBe('kept')
      await transaction.query('begin')
      await repository.commit(changeSet('k2', { changes: note('lost') }), { transaction })
      await transaction.query('rollback')
      expect(await noteOf('ben')).toBe('kept')
      expect(await repository.outcomeOf('k2')).toBe(null)
    })

    it('is seen by every method that it is handed to', async () => {
      await repository.commit(changeSet('k', { changes: note('inside') }), { transaction })
      const [loaded] = await repository.load(['ben'], { transaction })
      expect(loaded.state === 'present' && loaded.record.customer.note).toBe('inside')
      expect(await repository.outcomeOf('k', { transaction })).not.toBe(null)
      await transaction.query('rollback')
    })

    it('is usable after a refusal', async () => {
      const late = changeSet('k', { expects: [{ id: 'ben', revision: 'older' }], changes: note('no') })
      expect((await repository.commit(late, { transaction })).ok).toBe(false)
      await transaction.query('insert into orders values (100, $1, $2)', [shop, 'ben'])
      await repository.commit(changeSet('k2', { changes: note('yes') }), { transaction })
      await transaction.query('commit')
      expect(await noteOf('ben')).toBe('yes')
    })

    it('is usable after a throw', async () => {
      const impossible = changeSet('k', { changes: [...note('no'), edit(anna, { note: 'a\u0000b' })] })
      await expect(repository.commit(impossible, { transaction })).rejects.toThrow(/cannot keep/)
      await repository.commit(changeSet('k2', { changes: note('yes') }), { transaction })
      await transaction.query('commit')
      expect(await noteOf('ben')).toBe('yes')
    })

    it('waits for whoever claims the same, and is refused then', async () => {
      const other = await pool.connect()
      await other.query('begin')
      const claiming = (key: string): ChangeSet =>
        changeSet(key, { changes: [put(newcomer(1, { email: 'x@example.com' }))] })
      await repository.commit(claiming('k1'), { transaction: other })
      const second = repository.commit(claiming('k2'), { transaction })
      await other.query('commit')
      other.release()
      const outcome = await second
      expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(['commit.identity-taken'])
      await transaction.query('commit')
    })
  })

  describe('many at once', () => {
    it('one key is carried out once, and all others are told what it did', async () => {
      const wanted = changeSet('k', { changes: [put(newcomer(1, { email: 'x@example.com' }))] })
      const outcomes = await Promise.all(Array.from({ length: 12 }, () => repository.commit(wanted)))
      const replayed = outcomes.map((outcome) => outcome.ok && outcome.value.replayed)
      expect(outcomes.every(({ ok }) => ok)).toBe(true)
      expect(replayed.filter((one) => !one)).toHaveLength(1)
      expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.ids['new:1'])).size).toBe(1)
    })

    it('no edit under a revision is lost, and no waiting edit acts on what is gone', async () => {
      let done = 0
      const writer = async (name: number): Promise<void> => {
        for (let turn = 0; turn < 5; ) {
          const [loaded] = await repository.load(['ben'])
          if (loaded.state !== 'present') throw new Error(loaded.state)
          const { customer } = loaded.record
          const changes = [put({ ...customer, tags: [...customer.tags, `${name}-${turn}`] })]
          const outcome = await repository.commit(
            changeSet(`${name}-${turn}-${++done}`, { expects: [expectation(loaded.record)], changes }),
          )
          if (outcome.ok) turn++
        }
      }
      await Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)))
      const [loaded] = await repository.load(['ben'])
      expect(loaded.state === 'present' && new Set(loaded.record.customer.tags).size).toBe(40)
    })

    it('merges that cross leave no cycle and no orphan', async () => {
      for (let round = 0; round < 10; round++) {
        shop = newShop()
        repository = await open()
        await Promise.all([
          repository.commit(changeSet('1', { changes: [tombstone('anna', 'ben')] })),
          repository.commit(changeSet('2', { changes: [tombstone('ben', 'anna')] })),
          repository.commit(changeSet('3', { changes: [tombstone('ben', 'cleo')] })),
          repository.commit(changeSet('4', { changes: [tombstone('cleo', 'anna')] })),
        ])
        const loaded = await repository.load(['anna', 'ben', 'cleo'])
        const present = loaded.filter(({ state }) => state === 'present').map(({ id }) => id)
        expect(present.length).toBeGreaterThan(0)
        for (const one of loaded) if (one.state === 'merged') expect(present).toContain(one.into)
      }
    })

    it('an activity is counted once, however often it is told, and whoever is merged meanwhile', async () => {
      shop = newShop()
      const counter = await open({ statistics: 'counted' })
      const count = (id: string, key: string) =>
        counter.commit(
          changeSet(key, {
            changes: [
              {
                type: 'count',
                id,
                activityId: 'order',
                delta: { orders: 1, spent: null, orderAt: null, abandonedCheckoutAt: null },
              },
            ],
          }),
        )
      await Promise.all([
        count('cleo', 'k1'),
        count('cleo', 'k2'),
        counter.commit(changeSet('m', { changes: [tombstone('cleo', 'ben')] })),
        count('cleo', 'k3'),
      ])
      await count('ben', 'k5')
      const [loaded] = await counter.load(['ben'])
      const { numberOfOrders } = ben.statistics
      const orders = loaded.state === 'present' ? loaded.record.statistics.numberOfOrders : 0
      expect(orders - numberOfOrders - cleo.statistics.numberOfOrders).toBe(1)
    })
  })

  it('a connection that is lost throws, leaves nothing, and is never lent again', async () => {
    const losing = createPostgresRepository({
      client: fromPg(pool),
      shop,
      facts: async (ids, transaction) => {
        await transaction
          ?.query({ text: 'select pg_terminate_backend(pg_backend_pid())', values: [] })
          .catch(() => null)
        return new Map(ids.map((id) => [id, {}]))
      },
    })
    const guards = [{ id: 'ben', fact: 'vaultedCards', oneOf: ['unknown'] } as const]
    const lost = losing.commit(changeSet('k', { guards, changes: note('no') }))
    await expect(lost).rejects.toMatchObject({ name: 'PostgresFailure' })
    expect(await noteOf('ben')).toBe(null)
    expect((await repository.commit(changeSet('k', { changes: note('yes') }))).ok).toBe(true)
  })

  it('statements that come again are prepared where the host wants it', async () => {
    const prepared = createPostgresRepository({ client: fromPg(pool, { prepare: true }), shop })
    for (let turn = 0; turn < 8; turn++)
      expect((await prepared.commit(changeSet(`k${turn}`, { changes: note(`note ${turn}`) }))).ok).toBe(true)
    expect(await noteOf('ben')).toBe('note 7')
  })

  describe("the host's tables", () => {
    const relations = {
      orders: {
        mode: 'in-commit',
        reassign: (from: readonly string[], to: string, tx: PgQueryable) =>
          tx.query({
            text: 'update orders set customer = $2 where shop = $3 and customer = any($1)',
            values: [from, to, shop],
          }),
        redact: (person: { customers: readonly string[]; emails: readonly string[] }, tx: PgQueryable) =>
          tx.query({
            text: 'update orders set email = null where shop = $2 and (customer = any($1) or customer is null and email = any($3))',
            values: [person.customers, shop, person.emails],
          }),
      },
    } as const
    const rows = async (): Promise<unknown> =>
      (await pool.query('select id, customer, email from orders where shop = $1 order by id', [shop])).rows

    let number = 0
    const order = (customer: string | null, email: string): Promise<unknown> =>
      pool.query('insert into orders values ($1, $2, $3, $4)', [++number, shop, customer, email])

    it('M-1 follow a merge in its transaction, and nothing is moved when it fails', async () => {
      repository = createPostgresRepository({ client: fromPg(pool), shop, relations })
      await order('ben', 'ben@example.com')
      const changes: readonly Change[] = [
        tombstone('ben', 'anna'),
        { type: 'reassign', relation: 'orders', from: ['ben'], to: 'anna' },
      ]
      const failing = createPostgresRepository({
        client: fromPg(pool),
        shop,
        relations: {
          orders: {
            ...relations.orders,
            reassign: async (...given) => {
              await relations.orders.reassign(...given)
              throw new Error("the host's own")
            },
          },
        },
      })
      await expect(failing.commit(changeSet('k', { changes }))).rejects.toThrow("the host's own")
      expect(await rows()).toMatchObject([{ customer: 'ben' }])
      expect((await repository.load(['ben']))[0].state).toBe('present')
      expect((await repository.commit(changeSet('k', { changes }))).ok).toBe(true)
      expect(await rows()).toMatchObject([{ customer: 'anna' }])
    })

    it('G-1 are told under what a person was known before the erasure', async () => {
      repository = createPostgresRepository({ client: fromPg(pool), shop, relations })
      await order('ben', 'ben@example.com')
      await order(null, 'ben@example.com')
      await order(null, 'other@example.com')
      const changes: readonly Change[] = [
        edit(ben, { email: null }),
        { type: 'redact', relation: 'orders', id: 'ben' },
      ]
      await repository.commit(changeSet('k', { changes }))
      expect(await rows()).toMatchObject([{ email: null }, { email: null }, { email: 'other@example.com' }])
    })
  })
})
