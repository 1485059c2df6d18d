import { invariant } from '../../outcome/invariant.js'
import { hasMethods, type PostgresAnswer, type PostgresClient, type PostgresConnection } from './client.js'

/** What PGlite gives. */
export interface PgliteAnswer extends Pick<PostgresAnswer, 'rows'> {
  readonly affectedRows?: number
}

/** What of a transaction of PGlite is used. */
export interface PgliteQueryable {
  query(text: string, values: unknown[]): Promise<PgliteAnswer>
}

/** What of PGlite is used. */
export interface PgliteDatabase extends PgliteQueryable {
  transaction<T>(work: (transaction: PgliteQueryable) => Promise<T>): Promise<T>
}

/**
 * PGlite, which is PostgreSQL inside the process. The host's own transaction is what `transaction` hands to its callback.
 *
 * @example
 * ```ts @import.meta.vitest
 * // of `await PGlite.create()` this much is used
 * const db: PgliteDatabase = { query: async () => ({ rows: [{ one: 1 }] }), transaction: async (work) => work(db) }
 * const { rows } = await fromPglite(db).query('select 1 as one', [])
 * expect(rows).toEqual([{ one: 1 }])
 * ```
 */
export function fromPglite(db: PgliteDatabase): PostgresClient<PgliteQueryable> {
  invariant(
    hasMethods(db, ['query', 'transaction']),
    'fromPglite takes a PGlite, what comes as a promise awaited',
  )
  return {
    ...connectionOf(db),
    connectionOf,
    transaction: (work) => db.transaction(work),
  }
}

function connectionOf(queryable: PgliteQueryable): PostgresConnection {
  return {
    query: async (text, values) => {
      const { rows, affectedRows = null } = await queryable.query(text, values)
      return { rows, rowCount: affectedRows }
    },
  }
}
