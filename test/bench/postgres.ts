import { deepStrictEqual, ok } from 'node:assert'
import type { ChangeSet, CustomerRecord } from 'clientele'
import {
  createPostgresRepository,
  fromPg,
  postgresSchema,
  type PgQueryable,
  type PostgresConnection,
} from 'clientele/postgres'
import { parseSegment } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { Pool, type PoolClient, type QueryConfig } from 'pg'
import { findPrograms, startPostgres } from '../postgres/server.js'
import type { Count, Field, Race, Way } from './contest.js'

/** What a commit writes, as objects: whoever writes them by hand makes the JSON, too. */
interface Written {
  readonly statement: string
  readonly rows: object
}

const SHOP = 'north'
const PEOPLE = 5000
const BATCH = 500

/** What the adapter costs beside the driver alone; the reason, where PostgreSQL is not installed. */
export async function postgres(): Promise<Field> {
  const programs = findPrograms()
  if (programs === null) return { missing: 'PostgreSQL is not installed (Debian: postgresql-15)' }
  // the server's processes keep nobody alive, so this does until they have stopped
  const alive = setInterval(() => undefined, 1000)
  const server = await startPostgres(programs)
  const pool = new Pool({ ...(await server.createDatabase()), max: 4 })
  const end = async (): Promise<void> => {
    await pool.end()
    await server.stop()
    clearInterval(alive)
  }
  try {
    for (const { sql } of postgresSchema()) await pool.query(sql)
    return { races: await racesOn(pool), end }
  } catch (error) {
    await end()
    throw error
  }
}

const person = (id: string, number: number): CustomerRecord =>
  buildRecord({
    customer: {
      id,
      email: `${id}@example.com`,
      phone: null,
      tags: [`tag ${number % 50}`, 'all'],
      note: 'x'.repeat(200),
    },
    statistics: { numberOfOrders: number % 40 },
    facts: { orderHistory: 'none' },
  })

let keys = 0
const wish = (changes: ChangeSet['changes'], expects: ChangeSet['expects'] = []): ChangeSet => {
  const key = `key ${++keys}`
  return { key, request: key, expects, guards: [], changes, outbox: [], summary: {} }
}

const put = ({ customer }: CustomerRecord): ChangeSet['changes'][number] => ({
  type: 'put',
  customer,
  claims: [`email:${customer.email}`],
  touches: [],
})

async function racesOn(pool: Pool): Promise<Readonly<Record<string, Race | Count>>> {
  const names = new Map<string, string>()
  /** How a statement is sent by hand: as the adapter sends its own. */
  const statementOf = (text: string, values: unknown[]): QueryConfig => {
    const name = names.get(text) ?? `by_hand_${names.size}`
    names.set(text, name)
    return { name, text, values }
  }
  const asked: [string, unknown[]][] = []
  const client = fromPg(pool, { prepare: true })
  let trips = 0
  const counted = (connection: PostgresConnection): PostgresConnection => ({
    query: (text, values, isUsual) => {
      trips++
      asked.push([text, values])
      return connection.query(text, values, isUsual)
    },
  })
  const watched = createPostgresRepository<PgQueryable>({
    client: {
      ...counted(client),
      connectionOf: (one) => counted(client.connectionOf(one)),
      transaction: (work) => {
        // its beginning and its end
        trips += 2
        return client.transaction(work)
      },
    },
    shop: SHOP,
  })
  const repository = createPostgresRepository({ client, shop: SHOP })
  await repository.seed(Array.from({ length: PEOPLE }, (_, number) => person(`p${number}`, number)))
  await pool.query('analyze')

  const segment = parseSegment("customer_tags CONTAINS 'tag 7' AND number_of_orders > 2")
  ok(segment.ok)
  const moment = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' }
  const query = { where: segment.value, search: null, moment, after: null, limit: 50 }
  const page = await watched.find(query)
  ok(page.ok && page.value.records.length === 50)
  const [text, values] = asked.at(-1) as [string, unknown[]]

  const load = async (id: string): Promise<CustomerRecord> => {
    const [loaded] = await repository.load([id])
    ok(loaded.state === 'present')
    return loaded.record
  }
  const edited = (record: CustomerRecord, note: string): CustomerRecord => ({
    ...record,
    customer: { ...record.customer, note },
  })
  const rawUpdate = `update clientele_customers set customer = $3, revision = $4, version = version + 1
    where shop = $1 and id = $2 and revision = $5`
  const saved = await Promise.all(['p1', 'p2', 'p3', 'p4'].map(load))
  const revisions = saved.map(({ revision }) => revision)
  const saveOf = (index: number, turn: number): ChangeSet => {
    const record = edited(saved[index] as CustomerRecord, `note ${turn}`)
    return wish([put(record)], [{ id: record.customer.id, revision: revisions[index] ?? '' }])
  }
  const batchOf = (name: string): ChangeSet =>
    wish(Array.from({ length: BATCH }, (_, number) => put(person(`${name}-${number}`, number))))
  const mergeOf = (first: number): ChangeSet => {
    const [one, other] = [`p${first}`, `p${first + 1}`]
    const survivor = person(one, 1)
    return wish([
      put({ ...survivor, customer: { ...survivor.customer, tags: ['merged'] } }),
      { type: 'tombstone', id: other, into: one },
      {
        type: 'event',
        id: `event ${first}`,
        customer: one,
        at: moment.now,
        event: { kind: 'created', by: { type: 'system', id: 'bench' } },
      },
    ])
  }
  trips = 0
  const outcome = await watched.commit(mergeOf(100))
  ok(outcome.ok)
  const mergeTrips = trips

  /** The statement that writes all rows of a commit, without any work of the library's; nothing of it is kept. */
  const written = async (wanted: ChangeSet): Promise<Written> => {
    const transaction = await pool.connect()
    await transaction.query('begin')
    ok((await watched.commit(wanted, { transaction })).ok)
    await transaction.query('rollback')
    transaction.release()
    const last = asked.findLast(([statement]) => statement.includes('_part as (')) as [string, unknown[]]
    return { statement: last[0], rows: JSON.parse(last[1][1] as string) as object }
  }
  const prepared = {
    batches: await inTurn(27, (turn) => written(batchOf(`raw${turn}`))),
    saves: await inTurn(360, (turn) => written(saveOf(0, turn))),
    merges: await inTurn(1000, (turn) => written(mergeOf(1000 + turn * 2))),
  }
  /** Who saves is given what to save, as who writes by hand is given the rows. */
  const planned = {
    batches: await inTurn(27, async (turn) => batchOf(`ours${turn}`)),
    merges: await inTurn(1000, async (turn) => mergeOf(3000 + turn * 2)),
  }
  /** By hand: begin, lock the rows, write everything in one statement, commit. */
  const byHand = (ids: readonly string[], what: Written | undefined): Promise<void> =>
    inTransaction(pool, async (connection) => {
      const locking =
        'select * from clientele_customers where shop = $1 and id = any($2) order by id for update'
      await connection.query(statementOf(locking, [SHOP, ids]))
      ok(what !== undefined, 'more turns than were prepared')
      await connection.query(statementOf(what.statement, [SHOP, JSON.stringify(what.rows)]))
    })
  const commit = async (wanted: ChangeSet | undefined): Promise<void> => {
    ok(wanted !== undefined, 'more turns than were planned')
    ok((await repository.commit(wanted)).ok)
  }

  const save = async (index: number, turn: number): Promise<void> => {
    const done = await repository.commit(saveOf(index, turn))
    ok(done.ok)
    revisions[index] = Object.values(done.value.revisions)[0] ?? ''
  }

  const race = (peer: string, raw: Way, ours: Way, check: () => unknown = () => undefined): Race => ({
    size: `${PEOPLE} customers in the table, on a socket, every commit written through to the disk`,
    count: 1,
    check,
    ways: { [peer]: raw, 'clientele/postgres': ours },
  })
  const rawPage = async (): Promise<readonly unknown[]> =>
    (await pool.query<{ answer: string }>(text, values)).rows.map(
      ({ answer }) => JSON.parse(answer) as unknown,
    )
  /** Both give the same people; one more is asked for, to see whether there is another page. */
  const checkPage = async (): Promise<void> => {
    const found = await repository.find(query)
    ok(found.ok)
    const rows = (await rawPage()) as readonly Pick<CustomerRecord, 'customer'>[]
    deepStrictEqual(
      found.value.records.map(({ customer }) => customer.id),
      rows.slice(0, query.limit).map(({ customer }) => customer.id),
    )
  }
  return {
    page: race('pg, the same SQL', rawPage, () => repository.find(query), checkPage),
    batch: race(
      'pg, the same rows of jsonb',
      (turn) => byHand([], prepared.batches[turn]),
      (turn) => commit(planned.batches[turn]),
    ),
    save: race(
      'pg, the same rows in 4 round trips',
      (turn) => byHand(['p1'], prepared.saves[turn]),
      async (turn) => save(1, turn),
    ),
    update: race(
      'pg, one update of one row alone',
      async (turn) => {
        const { customer } = edited(saved[0] as CustomerRecord, `note ${turn}`)
        const [before, after] = [turn === 0 ? revisions[3] : `revision ${turn - 1}`, `revision ${turn}`]
        const values = [SHOP, 'p4', JSON.stringify(customer), after, before]
        deepStrictEqual((await pool.query(statementOf(rawUpdate, values))).rowCount, 1)
      },
      async (turn) => save(2, turn),
    ),
    merge: race(
      'pg, the same rows in 4 round trips',
      (turn) => byHand([`p${1000 + turn * 2}`, `p${1001 + turn * 2}`], prepared.merges[turn]),
      (turn) => commit(planned.merges[turn]),
    ),
    trips: {
      size: 'apart from relations of the host',
      figures: () => ({ 'round trips': mergeTrips }),
    },
  }
}

async function inTurn<T>(turns: number, work: (turn: number) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = []
  for (let turn = 0; turn < turns; turn++) results.push(await work(turn))
  return results
}

async function inTransaction(pool: Pool, work: (connection: PoolClient) => Promise<void>): Promise<void> {
  const connection = await pool.connect()
  await connection.query('begin')
  await work(connection)
  await connection.query('commit')
  connection.release()
}
