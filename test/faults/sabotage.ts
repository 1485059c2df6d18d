import type { PgPool } from 'clientele/postgres'
import type { Pool, PoolClient } from 'pg'
import type { Point } from './sweep.js'

/** What is done to a connection, or to the whole server, in the middle of its work. */
export type Deed = (client: PoolClient) => Promise<void>

/** Before a statement, while it is under way, or after its answer. */
export interface Moment extends Omit<Point, 'kind'> {
  readonly kind: Point['kind'] | 'during'
}

/** A connection that is lost is told by the statement that waits. */
function ignore(): void {}

/**
 * A pool on whose n-th statement, the beginning and the end of a transaction included, something is done; and with it this
 * process ends, so that no answer arrives and no later statement is sent.
 */
export function sabotagedPool(
  pool: Pool,
  { nth, kind }: Moment,
  deed: Deed,
): { readonly pool: PgPool; readonly isHit: () => boolean } {
  let statements = 0
  const step = async <T>(client: PoolClient, send: () => Promise<T>): Promise<T> => {
    const isNow = ++statements === nth
    if (statements > nth) throw new Error('the process has ended')
    if (isNow && kind === 'before') await deed(client)
    const sending = isNow && kind === 'before' ? null : send()
    if (isNow && kind === 'during') await Promise.allSettled([sending, deed(client)])
    const answer = await sending
    if (isNow && kind === 'after') await deed(client)
    if (isNow || answer === null) throw new Error('the answer is lost')
    return answer
  }
  return {
    isHit: () => statements >= nth,
    pool: {
      query: async (statement) => {
        const client = await pool.connect()
        client.on('error', ignore)
        let isWhole = false
        try {
          const answer = await step(client, () => client.query<Record<string, unknown>>(statement))
          isWhole = true
          return answer
        } finally {
          client.off('error', ignore)
          client.release(!isWhole)
        }
      },
      connect: async () => {
        const client = await pool.connect()
        return {
          query: (statement) => step(client, () => client.query<Record<string, unknown>>(statement)),
          release: (destroy) => client.release(destroy),
          on: (event, listener) => client.on(event, listener),
          off: (event, listener) => client.off(event, listener),
        }
      },
    },
  }
}
