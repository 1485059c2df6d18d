import type { CallOptions } from '../call-options.js'
import type { PostgresClient, PostgresConnection } from './client.js'
import { discreet, failureOf, isOvertaken } from './failure.js'

/** How often a commit is begun again because somebody else has written the same key in the meantime. */
const ATTEMPTS = 10

/** Work in a transaction, with its connection, and its handle for the host's tables. */
export type Work<Tx, T> = (connection: PostgresConnection, transaction: Tx) => Promise<T>

/**
 * Carries out work in a transaction: one of its own, or a part of the host's that leaves it usable when the work throws. When
 * somebody else was quicker with the same key, everything is read anew. What the work throws of itself passes through, and every
 * failure of the database says nothing of the data.
 */
export async function transact<Tx, T>(
  client: PostgresClient<Tx>,
  { transaction }: CallOptions<Tx>,
  work: Work<Tx, T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return transaction === undefined
        ? await inOwn(client, work)
        : await inHosts(discreet(client.connectionOf(transaction)), transaction, work)
    } catch (error) {
      if (!isOvertaken(error) || attempt === ATTEMPTS) throw error
    }
  }
}

async function inOwn<Tx, T>(client: PostgresClient<Tx>, work: Work<Tx, T>): Promise<T> {
  let thrown: { readonly error: unknown } | null = null
  const kept = async (transaction: Tx): Promise<T> => {
    try {
      return await work(discreet(client.connectionOf(transaction)), transaction)
    } catch (error) {
      thrown = { error }
      throw error
    }
  }
  try {
    return await client.transaction(kept)
  } catch (error) {
    // what the driver makes of it on the way is the driver's
    throw (thrown as { readonly error: unknown } | null)?.error ?? failureOf(error)
  }
}

async function inHosts<Tx, T>(
  connection: PostgresConnection,
  transaction: Tx,
  work: Work<Tx, T>,
): Promise<T> {
  await connection.query('savepoint clientele', [])
  try {
    const result = await work(connection, transaction)
    await connection.query('release savepoint clientele', [])
    return result
  } catch (error) {
    await connection.query('rollback to savepoint clientele', []).catch(() => undefined)
    throw error
  }
}
