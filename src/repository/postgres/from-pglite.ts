import type { PostgresAnswer, PostgresClient } from './client.js'

/** What of a transaction of PGlite is used. */
export interface PgliteQueryable {
  query(text: string, values: unknown[]): Promise<PostgresAnswer>
}

/** What of PGlite is used. */
export interface PgliteDatabase extends PgliteQueryable {
  transaction<T>(work: (transaction: PgliteQueryable) => Promise<T>): Promise<T>
}

/**
 * PGlite, which is PostgreSQL inside the process. The host's own transaction is what `transaction` hands to its callback.
 *
 * @example
 * ```ts
 * const repository = createPostgresRepository({ client: fromPglite(new PGlite()), shop: 'north' })
 * ```
 */
export function fromPglite(db: PgliteDatabase): PostgresClient<PgliteQueryable> {
  return {
    query: (text, values) => db.query(text, values),
    connectionOf: (transaction) => transaction,
    transaction: (work) => db.transaction(work),
  }
}
