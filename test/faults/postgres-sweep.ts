import {
  createPostgresRepository,
  fromPg,
  postgresSchema,
  type PgPool,
  type PgQueryable,
  type PostgresRelation,
  type PostgresRepository,
} from 'clientele/postgres'
import { Pool } from 'pg'
import type { PostgresServer } from '../postgres/server.js'
import { records } from './operation.js'
import { type Deed, type Moment, sabotagedPool } from './sabotage.js'
import type { OpenStore } from './sweep.js'

/** A database with the tables of the repository, and a pool of connections to it, which outlives the server. */
export async function openPool(server: PostgresServer, size = 10): Promise<Pool> {
  const pool = new Pool({ ...(await server.createDatabase()), max: size })
  // an idle connection that is lost is nobody's; who needs one next opens another
  pool.on('error', () => undefined)
  for (const { sql } of postgresSchema()) await pool.query(sql)
  await pool.query('create table orders (shop text, customer text, email text)')
  return pool
}

/** The host's orders, which follow in the transaction of the commit, or wherever else they are written. */
export function ordersOf(
  shop: string,
  connectionOf: (transaction: PgQueryable) => PgQueryable = (transaction) => transaction,
): PostgresRelation<PgQueryable> {
  return {
    mode: 'in-commit',
    reassign: (from, to, transaction) =>
      connectionOf(transaction).query({
        text: 'update orders set customer = $1 where shop = $2 and customer = any($3)',
        values: [to, shop, from],
      }),
    redact: ({ customers }, transaction) =>
      connectionOf(transaction).query({
        text: 'update orders set email = null where shop = $1 and customer = any($2)',
        values: [shop, customers],
      }),
  }
}

let shops = 0

/** A shop that nobody has used. */
export const newShop = (): string => `shop ${++shops}`

export function repositoryOn(
  pool: PgPool,
  shop: string,
  orders: PostgresRelation<PgQueryable> = ordersOf(shop),
): PostgresRepository<PgQueryable> {
  return createPostgresRepository({ client: fromPg(pool), shop, relations: { orders } })
}

/** What can be done to the server, by name. */
export const deeds = {
  /** nothing: only the process ends */
  none: () => async () => undefined,
  /** the connection is ended by the server */
  terminated: (pool: Pool) => async (client) => {
    const pid = (client as unknown as { readonly processID: number }).processID
    await pool.query('select pg_terminate_backend($1, 1000)', [pid])
  },
  /** the server is killed */
  killed: (_pool: Pool, server: PostgresServer) => () => Promise.resolve(server.kill()),
} satisfies Record<string, (pool: Pool, server: PostgresServer) => Deed>

/** Stores in shops of one database, whose n-th statement goes wrong. */
export function postgresStores(
  server: PostgresServer,
  pool: Pool,
  deed: keyof typeof deeds,
  { during = false, orders = (shop: string) => ordersOf(shop) } = {},
): OpenStore {
  return async (point) => {
    const shop = newShop()
    const whole = repositoryOn(pool, shop, orders(shop))
    await whole.seed(records)
    const ids = records.map(({ customer }) => customer.id)
    await pool.query("insert into orders select $1, id, id || '@example.com' from unnest($2::text[]) as id", [
      shop,
      ids,
    ])
    const beside = async (): Promise<unknown> =>
      (await pool.query('select customer, email from orders where shop = $1 order by 1, 2', [shop])).rows
    if (point === null) return { faulty: whole, whole, isHit: () => false, beside }
    const moment: Moment = during ? { ...point, kind: 'during' } : point
    const sabotaged = sabotagedPool(pool, moment, deeds[deed](pool, server))
    return {
      faulty: repositoryOn(sabotaged.pool, shop, orders(shop)),
      whole,
      beside,
      isHit: sabotaged.isHit,
      heal: async () => {
        if (deed === 'killed' && sabotaged.isHit()) await server.start()
      },
    }
  }
}
