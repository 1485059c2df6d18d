import type { CallListener, FaultSchedule } from './fault.js'
import { faultInjector } from './fault-injector.js'

/** As much of a database client as can go wrong here: whatever it is called with, the text of a statement comes first. */
export interface StatementClient {
  query(text: string, ...rest: never[]): Promise<unknown>
}

/**
 * A client of a database that fails as a schedule says, statement by statement: for sweeps over every write of an adapter that
 * speaks SQL. A statement counts under its first word in small letters (`insert`, `commit`), and among all.
 *
 * @example
 * ```ts @import.meta.vitest
 * const sent: string[] = []
 * const client = { query: async (text: string) => void sent.push(text) }
 * const faulty = faultyClient(client, [{ method: 'commit', call: 1, kind: 'after' }])
 * await faulty.query('begin')
 * await expect(faulty.query('commit')).rejects.toThrow('after it is done')
 * expect(sent).toEqual(['begin', 'commit'])
 * ```
 */
export function faultyClient<Client extends StatementClient>(
  client: Client,
  schedule: FaultSchedule,
  onCall?: CallListener,
): Client {
  const injector = faultInjector(schedule, onCall)
  const query = (text: string, ...rest: never[]): Promise<unknown> =>
    injector(wordOf(text), async (signal) => {
      signal?.throwIfAborted()
      return client.query(text, ...rest)
    })
  return { ...client, query }
}

function wordOf(text: string): string {
  return text
    .trimStart()
    .split(/[^a-z]/i, 1)
    .join('')
    .toLowerCase()
}
