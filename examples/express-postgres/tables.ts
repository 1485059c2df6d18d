import { harmlessHostFacts } from 'clientele'
import {
  type HostFactsById,
  missingMigrations,
  type PgPool,
  type PgQueryable,
  type PostgresRelation,
} from 'clientele/postgres'

/** The shop's own table. A guest's order has no customer, only an email. */
const orders = `create table if not exists orders (
  number text primary key,
  customer text,
  email text,
  total bigint check (total >= 0),
  currency text not null,
  placed_at timestamptz not null
)`

/** Makes whatever tables are missing: the library's, and the shop's. May be run at every start. */
export async function migrate(pool: PgPool): Promise<void> {
  for (const { sql } of await missingMigrations(pool)) await runScript(pool, sql)
  await runScript(pool, orders)
}

/** Of several statements, so without values. */
async function runScript(pool: PgPool, sql: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(sql, [])
  } finally {
    client.release()
  }
}

/** Orders follow their customer into a merge, and forget the person at an erasure, in the same transaction. */
export const orderRelation: PostgresRelation<PgQueryable> = {
  mode: 'in-commit',
  reassign: (from, to, transaction) =>
    transaction.query('update orders set customer = $2 where customer = any($1)', [from, to]),
  redact: ({ customers, emails }, transaction) =>
    transaction.query(
      `update orders set customer = null, email = null
        where customer = any($1) or (customer is null and lower(email) = any($2))`,
      [customers, emails],
    ),
}

/** What the shop's tables know of customers: it has orders, and neither contracts nor cards nor credit. */
export async function factsOf(ids: readonly string[], connection: PgQueryable): Promise<HostFactsById> {
  const { rows } = await connection.query('select distinct customer from orders where customer = any($1)', [
    ids,
  ])
  const buyers = new Set(rows.map(({ customer }) => customer))
  return new Map(
    ids.map((id) => [id, { ...harmlessHostFacts, orderHistory: buyers.has(id) ? 'some' : 'none' }]),
  )
}
