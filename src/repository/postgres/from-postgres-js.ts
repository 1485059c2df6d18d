import { invariant } from '../../outcome/invariant.js'
import { hasMethods, type PostgresAnswer, type PostgresClient, type PostgresConnection } from './client.js'

/** A list of rows that knows how many a statement has written. */
export type PostgresJsRows = PostgresAnswer['rows'] & { readonly count: number | null }

/** What of `postgres` (Postgres.js) is used inside a transaction; its own types of values depend on how it was set up. */
export interface PostgresJsQueryable {
  unsafe(text: string, values: never[], options: { prepare: boolean }): PromiseLike<PostgresJsRows>
}

/** What of `postgres` (Postgres.js) is used. */
export interface PostgresJsSql extends PostgresJsQueryable {
  begin(options: string, work: (sql: PostgresJsQueryable) => unknown): Promise<unknown>
}

/**
 * The driver `postgres` (Postgres.js). The host's own transaction is the `sql` that `begin` hands to its callback.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { default: postgres } = await import('postgres')
 * const client = fromPostgresJs(postgres({ host: 'localhost', database: 'shop' }))
 * expect(client.transaction).toBeTypeOf('function')
 * ```
 */
export function fromPostgresJs(sql: PostgresJsSql): PostgresClient<PostgresJsQueryable> {
  invariant(hasMethods(sql, ['unsafe', 'begin']), 'fromPostgresJs takes what `postgres(…)` gives')
  return {
    ...connectionOf(sql),
    connectionOf,
    transaction: async <T>(work: (transaction: PostgresJsQueryable) => Promise<T>): Promise<T> => {
      // wrapped, because a list that a callback of this driver gives is awaited item by item
      const result = await sql.begin(
        'isolation level read committed',
        async (transaction: PostgresJsQueryable) => ({
          value: await work(transaction),
        }),
      )
      return (result as { readonly value: T }).value
    },
  }
}

function connectionOf(sql: PostgresJsQueryable): PostgresConnection {
  return {
    query: async (text, values, isUsual = false) => {
      const rows = await sql.unsafe(text, values as never[], { prepare: isUsual })
      return { rows, rowCount: rows.count }
    },
  }
}
