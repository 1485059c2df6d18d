import {
  createPostgresRepository,
  fromPg,
  postgresSchema,
  type PgQueryable,
  type PostgresConnection,
  type PostgresRepository,
} from 'clientele/postgres'
import { Pool, type PoolClient } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CustomerRecord } from '../../../src/customer/record.js'
import type { SortKey } from '../../../src/customer/record-sort.js'
import { sortKeys } from '../../../src/customer/record-sort.js'
import { blockingKeys } from '../../../src/duplicates/blocking-keys.js'
import type { Change } from '../../../src/plan/change.js'
import {
  changeSet,
  created,
  edit,
  expectation,
  newcomer,
  put,
  tombstone,
} from '../../../src/repository/contract/change-sets.js'
import { allCustomers } from '../../../src/segment/segment.js'
import { parseSegment } from '../../../src/segment/parse-segment.js'
import { buildRecord } from '../../../src/testing/index.js'
import { describeOnHastyServer } from '../../postgres/describe-on-server.js'

/** Enough that no planner looks through a whole shop for a few. */
const PEOPLE = 3000
/** The rows that a statement may touch at most in each table, pages of lists apart. */
const FEW = 100
const SHOPS = ['north', 'south']
const moment = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' }

function person(id: string, number: number): CustomerRecord {
  const day = String(1 + (number % 28)).padStart(2, '0')
  const time = `2026-01-${day}T00:00:00.${String(number % 1000).padStart(3, '0')}Z`
  return buildRecord({
    customer: {
      id,
      ...{ firstName: `First${number % 97}`, lastName: `Last${number}`, email: `${id}@example.com` },
      ...{ phone: `+4860${1_000_000 + number}`, createdAt: time, updatedAt: time },
      tags: [number === 7 ? 'rare' : 'usual'],
    },
    statistics: { numberOfOrders: number % 40, amountSpent: { minor: number, currency: 'EUR' } },
  })
}

/** A node of a plan, as `explain (analyze, format json)` tells it. */
interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Node[]
}

interface Seen {
  readonly nodes: readonly Node[]
  /** rows of the table of customers that were written, and those of them that touched no index */
  readonly updates: { readonly all: number; readonly hot: number }
}

function nodesOf(node: Node): readonly Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

/** The large tables; all others hold hardly anything, and may be read whole. */
const LARGE = /^clientele_(?:customers|claims|keys|events|receipts)$/

function scansOf(seen: readonly Seen[]): readonly Node[] {
  return seen
    .flatMap(({ nodes }) => nodes)
    .filter(
      (node) =>
        node['Actual Loops'] > 0 &&
        LARGE.test(node['Relation Name'] ?? '') &&
        node['Node Type'] !== 'ModifyTable',
    )
}

function rowsOf(node: Node): number {
  return (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
}

describeOnHastyServer('the plans of statements on a server', (server) => {
  let pool: Pool
  let repository: PostgresRepository<PgQueryable>
  let seen: Seen[] = []

  /** Each statement is carried out twice: once to see how, which is rolled back, and then in earnest. */
  const watched = (connection: PostgresConnection, alone: boolean): PostgresConnection => ({
    query: async (text, values, isUsual = false) => {
      if (alone) {
        const client = await pool.connect()
        await client.query('begin')
        seen.push(await explained(client, text, values, isUsual))
        await client.query('rollback')
        client.release()
      }
      return connection.query(text, values, isUsual)
    },
  })

  beforeAll(async () => {
    pool = new Pool({ ...(await server().createDatabase()), max: 4 })
    for (const { sql } of postgresSchema()) await pool.query(sql)
    const client = fromPg(pool)
    for (const shop of SHOPS) {
      const people = Array.from({ length: PEOPLE }, (_, number) => person(`p${number}`, number))
      await createPostgresRepository({ client, shop }).seed(people)
    }
    await pool.query(`insert into clientele_receipts select shop, 'old ' || id, 'r', '{}', array[id] from clientele_customers;
      insert into clientele_events select shop, 'old ' || id, id, 1, 1, '2026', '{}' from clientele_customers`)
    await pool.query('vacuum analyze')
    repository = createPostgresRepository({
      client: { ...client, ...watched(client, true) },
      shop: 'north',
    })
  }, 120_000)
  afterAll(() => pool.end())

  const watch = async (work: () => Promise<unknown>): Promise<readonly Seen[]> => {
    seen = []
    await work()
    return seen
  }
  const recordOf = async (id: string): Promise<CustomerRecord> => {
    const [loaded] = await repository.load([id])
    if (loaded.state !== 'present') throw new Error(loaded.state)
    return loaded.record
  }
  let keys = 0
  const commit = async (changes: readonly Change[], expected?: CustomerRecord): Promise<void> => {
    const expects = expected === undefined ? [] : [expectation(expected)]
    const outcome = await repository.commit(changeSet(`key ${++keys}`, { changes, expects }))
    if (!outcome.ok) throw new Error(outcome.problems[0].code)
  }
  const expectIndexes = (plans: readonly Seen[], most: number): void => {
    const scans = scansOf(plans)
    expect(scans.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([])
    expect(scans.filter((node) => rowsOf(node) > most)).toEqual([])
  }

  const saved = (name: string, change: (record: CustomerRecord) => Partial<CustomerRecord['customer']>) =>
    [
      name,
      async (id: string): Promise<void> => {
        const record = await recordOf(id)
        seen = []
        await commit([put({ ...record.customer, ...change(record) }), created(`event of ${id}`, id)], record)
      },
    ] as const

  const commits: readonly (readonly [string, (id: string) => Promise<void>, number])[] = [
    [...saved('a save', () => ({ note: 'other' })), 1],
    [...saved('a save with another email', ({ customer }) => ({ email: `x${customer.email}` })), 3],
    [
      'a batch of new customers',
      (id) =>
        commit(
          Array.from({ length: 20 }, (_, number) =>
            put(newcomer(1, person(`${id}-new-${number}`, 9000 + number).customer)),
          ),
        ),
      2,
    ],
    [
      'a merge',
      async (id) => {
        const record = await recordOf(id)
        seen = []
        await commit([
          edit(record, { note: 'survivor' }),
          tombstone(`${id}0`, id),
          created(`merge of ${id}`, id),
        ])
      },
      2,
    ],
  ]
  it.each(commits)('of a commit find each row by an index: %s', async (_, work, statements) => {
    seen = []
    await work('p12')
    expect(seen).toHaveLength(statements)
    expectIndexes(seen, FEW)
  })

  it('of an erasure find stored requests and events of one person alone', async () => {
    const record = await recordOf('p40')
    const plans = await watch(() =>
      transactionOf(pool, (transaction) => {
        const connection = watchedIn(transaction, (one) => seen.push(one))
        const erasing = createPostgresRepository({
          client: { ...fromPg(pool), connectionOf: () => connection },
          shop: 'north',
        })
        return erasing.commit(
          changeSet('erase', {
            changes: [
              edit(record, { email: null, phone: null }),
              { type: 'redactEvents', id: 'p40' },
              { type: 'suppress', id: 'p40' },
            ],
          }),
          { transaction },
        )
      }),
    )
    expect(plans.length).toBeGreaterThan(1)
    expectIndexes(plans, FEW)
    expect(scansOf(plans).map((node) => node['Index Name'])).toEqual(
      expect.arrayContaining(['clientele_events_customer']),
    )
  })

  it('of a save that changes nothing sorted touch no index of customers, where the page has room', async () => {
    let hot = 0
    for (let turn = 0; turn < 10; turn++) {
      const record = await recordOf('p90')
      const plans = await watch(() => commit([edit(record, { note: `note ${turn}` })], record))
      expect(plans.map(({ updates }) => updates.all)).toEqual([1])
      hot += plans[0]?.updates.hot ?? 0
    }
    expect(hot).toBeGreaterThanOrEqual(5)
  })

  const tagged = parseSegment("customer_tags CONTAINS 'rare'")
  const orders = (sort: SortKey): readonly object[] =>
    (['ascending', 'descending'] as const).map((direction) => ({ by: sort, direction }))
  it.each(sortKeys.flatMap(orders))('of a list go along an index: %o', async (sort) => {
    for (const currency of [undefined, 'EUR']) {
      const query = {
        where: allCustomers,
        search: null,
        moment: { ...moment, currency },
        sort: sort as never,
      }
      const first = await repository.find({ ...query, limit: 20, after: null })
      if (!first.ok || first.value.next === null) throw new Error('no page')
      const { next } = first.value
      const plans = await watch(() => repository.find({ ...query, limit: 20, after: next }))
      expect(plans).toHaveLength(1)
      expectIndexes(plans, FEW)
    }
  })

  it('of a search use an index of words where the host has made one', async () => {
    await pool.query('create extension pg_trgm')
    await pool.query('create index on clientele_customers using gin (search_text gin_trgm_ops)')
    await pool.query('analyze clientele_customers')
    const sort = { by: 'updatedAt', direction: 'descending' } as const
    for (const sorted of [{}, { sort }]) {
      const query = { where: allCustomers, search: 'last2071', moment, after: null, limit: 20, ...sorted }
      expectIndexes(await watch(() => repository.find(query)), FEW)
    }
  })

  it('of a segment by a tag, of keys, contacts and ids read nobody else', async () => {
    if (!tagged.ok) throw new Error('no segment')
    const where = tagged.value
    const [one] = [person('p50', 50)]
    const works: Readonly<Record<string, () => Promise<unknown>>> = {
      segment: () => repository.find({ where, search: null, moment, after: null, limit: 20 }),
      count: () => repository.count({ where, search: null, moment }),
      keys: () => repository.findByBlockingKeys({ keys: blockingKeys(one), limit: 20 }),
      contacts: () =>
        repository.findByIdentity({ emails: ['p50@example.com' as never], phones: ['+48601000050'] }),
      load: () => repository.load(['p50', 'p51', 'nobody']),
      timeline: () => repository.timeline('p50'),
      outcome: () => repository.outcomeOf('old p50'),
      list: () => repository.list({ after: 'p50', limit: 20 }),
    }
    for (const [name, work] of Object.entries(works)) {
      const plans = await watch(work)
      expect(plans, name).toHaveLength(1)
      expectIndexes(plans, FEW)
    }
  })
})

/** How a statement is carried out, with what it is given, or as one that was prepared and knows nothing of it. */
async function explained(
  client: PoolClient,
  text: string,
  values: unknown[],
  isUsual: boolean,
): Promise<Seen> {
  const options = '(analyze, format json)'
  const before = await updatesOf(client)
  // what is prepared is given texts alone
  const given = (): string =>
    values.map((value) => (value === null ? 'null' : client.escapeLiteral(value as string))).join()
  if (isUsual) {
    await client.query(`set local plan_cache_mode = force_generic_plan`)
    await client.query(`prepare usual as ${text}`)
  }
  const { rows } = isUsual
    ? await client.query(`explain ${options} execute usual(${given()})`)
    : await client.query(`explain ${options} ${text}`, values)
  if (isUsual) await client.query('deallocate usual')
  const after = await updatesOf(client)
  return {
    nodes: nodesOf(rows[0]['QUERY PLAN'][0].Plan as Node),
    updates: { all: after.all - before.all, hot: after.hot - before.hot },
  }
}

/** Those that this connection has not yet told of, earlier ones among them. */
async function updatesOf(client: PoolClient): Promise<Seen['updates']> {
  const { rows } = await client.query(
    `select n_tup_upd::int as all, n_tup_hot_upd::int as hot from pg_stat_xact_user_tables where relname = 'clientele_customers'`,
  )
  return rows[0]
}

function watchedIn(client: PoolClient, tell: (seen: Seen) => void): PostgresConnection {
  return {
    query: async (text, values, isUsual = false) => {
      if (/^(?:with|select)/.test(text)) {
        await client.query('savepoint seen')
        tell(await explained(client, text, values, isUsual))
        await client.query('rollback to savepoint seen')
      }
      return client.query({ text, values })
    },
  }
}

async function transactionOf<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  await client.query('begin')
  try {
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
