import type { PostgresAnswer, PostgresClient } from './client.js'

/** What of a client of `pg` is used: inside a transaction nothing but its `query`. */
export interface PgQueryable {
  query(text: string, values: unknown[]): Promise<PostgresAnswer>
}

/** What of a `Pool` of `pg` is used. */
export interface PgPool extends PgQueryable {
  connect(): Promise<PgPoolClient>
}

/** What of a client that a `Pool` of `pg` lends is used. */
export interface PgPoolClient extends PgQueryable {
  release(destroy?: boolean): void
  on(event: 'error', listener: () => void): unknown
  off(event: 'error', listener: () => void): unknown
}

/**
 * A `Pool` of the driver `pg`. The host's own transaction is the client that it was begun on.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { Pool } = await import('pg')
 * const client = fromPg(new Pool({ host: 'localhost', database: 'shop' }))
 * expect(client.transaction).toBeTypeOf('function')
 * ```
 */
export function fromPg(pool: PgPool): PostgresClient<PgQueryable> {
  return {
    query: (text, values) => pool.query(text, values),
    connectionOf: (transaction) => transaction,
    transaction: (work) => inTransaction(pool, work),
  }
}

/** A lost connection is told by the statement that waits, and must not end the process. */
function ignore(): void {}

async function inTransaction<T>(pool: PgPool, work: (client: PgQueryable) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  client.on('error', ignore)
  let isBroken = true
  try {
    await client.query('begin isolation level read committed', [])
    const result = await orRollBack(
      client,
      () => work(client),
      () => (isBroken = false),
    )
    await client.query('commit', [])
    isBroken = false
    return result
  } finally {
    client.off('error', ignore)
    client.release(isBroken)
  }
}

/** A client whose rollback fails is broken, and is never lent again. */
async function orRollBack<T>(client: PgQueryable, work: () => Promise<T>, whole: () => void): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await client.query('rollback', []).then(whole, () => undefined)
    throw error
  }
}
