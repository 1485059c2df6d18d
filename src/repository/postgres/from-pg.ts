import { fingerprint } from '../../value/fingerprint.js'
import { invariant } from '../../outcome/invariant.js'
import { hasMethods, type PostgresAnswer, type PostgresClient, type PostgresConnection } from './client.js'

/** A statement, prepared under its name where it has one. */
export interface PgStatement {
  readonly name?: string
  readonly text: string
  readonly values: unknown[]
}

/** What of a client of `pg` is used: inside a transaction nothing but its `query`. */
export interface PgQueryable {
  query(statement: PgStatement): Promise<PostgresAnswer>
  query(text: string, values: unknown[]): Promise<PostgresAnswer>
}

/** How statements are sent. */
export interface PgOptions {
  /**
   * whether the few statements that come again and again are prepared once a connection, which spares the server much of its work;
   * not by way of a pooler that lends connections for one transaction. `false` unless given
   */
  readonly prepare?: boolean | undefined
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
export function fromPg(pool: PgPool, { prepare = false }: PgOptions = {}): PostgresClient<PgQueryable> {
  invariant(hasMethods(pool, ['query', 'connect']), 'fromPg takes a Pool of pg')
  const names = new Map<string, string>()
  const nameOf = (text: string): string => {
    // of the text, because the connections of a pool may be shared, and know one text by a name
    const name = names.get(text) ?? `clientele_${fingerprint(text)}`
    names.set(text, name)
    return name
  }
  const connectionOf = (queryable: PgQueryable): PostgresConnection => ({
    query: (text, values, isUsual = false) =>
      queryable.query(prepare && isUsual ? { name: nameOf(text), text, values } : { text, values }),
  })
  return {
    ...connectionOf(pool),
    connectionOf,
    transaction: (work) => inTransaction(pool, work),
  }
}

/** A lost connection is told by the statement that waits, and must not end the process. */
function ignore(): void {}

async function inTransaction<T>(pool: PgPool, work: (client: PgQueryable) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  invariant(client, 'fromPg takes a Pool of pg, which lends clients, and no Client')
  client.on('error', ignore)
  let isBroken = true
  try {
    await client.query({ text: 'begin isolation level read committed', values: [] })
    const result = await orRollBack(
      client,
      () => work(client),
      () => (isBroken = false),
    )
    await client.query({ text: 'commit', values: [] })
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
    await client.query({ text: 'rollback', values: [] }).then(whole, () => undefined)
    throw error
  }
}
