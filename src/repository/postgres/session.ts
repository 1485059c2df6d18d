import type { HostFacts } from '../../customer/facts.js'
import type { CustomerId } from '../../value/id.js'
import type { CancelSignal } from '../call-options.js'
import type { PostgresConnection } from './client.js'
import { plannedAnew } from './planned-anew.js'
import { storableJson } from './storable-json.js'
import type { Tables } from './tables.js'

/** Everything that a statement needs: where it goes, to which tables, and for which shop. */
export interface Session {
  readonly connection: PostgresConnection
  readonly tables: Tables
  readonly shop: string
  readonly signal: CancelSignal | undefined
  /** whether it is a transaction, in which rows are locked as they are read; otherwise each statement is one of its own */
  readonly locks: boolean
  /** reads facts from the host's tables, in the same transaction where there is one */
  readonly facts: ((ids: readonly CustomerId[]) => Promise<HostFactsById>) | undefined
}

/** The host's facts by the customer's id; who is not there has none. */
export type HostFactsById = ReadonlyMap<CustomerId, Partial<HostFacts>>

/**
 * Asks one statement, which gives one JSON text in its column `answer`; read here, because drivers are set up to read values in
 * many ways. `$1` is the shop and `$2` the JSON of all that is asked, or `$2` and `$3`: a statement of one kind is the same text every
 * time, and no value ever stands in it.
 */
export async function ask<Answer>(
  { connection, tables, shop, signal }: Session,
  text: string,
  ...asked: readonly unknown[]
): Promise<Answer> {
  signal?.throwIfAborted()
  const { rows } = await connection.query(plannedAnew(tables, text), [shop, ...asked.map(storableJson)], true)
  return JSON.parse(rows[0]?.['answer'] as string) as Answer
}

/** Asks a statement with values of its own, of which the first is the shop; each of its rows is one JSON text. */
export async function answersTo<Answer>(
  { connection, signal }: Pick<Session, 'connection' | 'signal'>,
  text: string,
  values: unknown[],
): Promise<Answer[]> {
  signal?.throwIfAborted()
  const { rows } = await connection.query(text, values)
  return rows.map(({ answer }) => JSON.parse(answer as string) as Answer)
}
