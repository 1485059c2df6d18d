import type { PostgresClient, PostgresConnection } from '../repository/postgres/client.js'
import type { CallListener, FaultSchedule } from './fault.js'
import { faultInjector, type FaultInjector } from './fault-injector.js'

/**
 * A client of a database that fails as a schedule says, statement by statement: for sweeps over every read and write of the
 * PostgreSQL repository, or of an adapter of your own that takes such a client.
 *
 * A statement counts under its first word in small letters (`insert`, `with`), and among all. The end of a transaction counts as
 * `commit`: before it, all is rolled back; after it, all is done and the answer is lost.
 *
 * @example
 * ```ts @import.meta.vitest
 * const sent: string[] = []
 * const connection = { query: async (text: string) => ({ rows: [], rowCount: 0, sent: sent.push(text) }) }
 * const client = {
 *   ...connection,
 *   connectionOf: () => connection,
 *   transaction: async <T>(work: (transaction: null) => Promise<T>) => work(null),
 * }
 * const faulty = faultyClient(client, [{ method: 'commit', call: 1, kind: 'after' }])
 * const work = () => faulty.connectionOf(null).query('update a set b = 1', [])
 * await expect(faulty.transaction(work)).rejects.toThrow('after it is done')
 * expect(sent).toEqual(['update a set b = 1'])
 * ```
 */
export function faultyClient<Tx>(
  client: PostgresClient<Tx>,
  schedule: FaultSchedule,
  onCall?: CallListener,
): PostgresClient<Tx> {
  const injector = faultInjector(schedule, onCall)
  return {
    ...faultyConnection(client, injector),
    connectionOf: (transaction) => faultyConnection(client.connectionOf(transaction), injector),
    transaction: async (work) => {
      let lost: unknown = null
      const result = await client.transaction(async (transaction) => {
        const done = await work(transaction)
        lost = await lostAtTheEnd(injector)
        return done
      })
      if (lost !== null) throw lost
      return result
    },
  }
}

/** What fails before the end throws here, and rolls back; what fails after it is kept until the end has been. */
async function lostAtTheEnd(injector: FaultInjector): Promise<unknown> {
  let isAtTheEnd = false
  try {
    await injector('commit', async (signal) => {
      signal?.throwIfAborted()
      isAtTheEnd = true
    })
    return null
  } catch (error) {
    if (!isAtTheEnd) throw error
    return error
  }
}

function faultyConnection(connection: PostgresConnection, injector: FaultInjector): PostgresConnection {
  return {
    query: (text, values, isUsual) =>
      injector(wordOf(text), async (signal) => {
        signal?.throwIfAborted()
        return connection.query(text, values, isUsual)
      }),
  }
}

function wordOf(text: string): string {
  return text
    .trimStart()
    .split(/[^a-z]/i, 1)
    .join('')
    .toLowerCase()
}
