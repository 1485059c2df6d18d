/** What a driver gives: a row an object, by the names of the columns. */
export interface PostgresAnswer {
  readonly rows: readonly { readonly [column: string]: unknown }[]
  /** how many rows a statement has written, as the server counts them; asked only of statements that write */
  readonly rowCount: number | null
}

/** A connection, or a pool of them. Values are texts, numbers, booleans, `null`, and lists of these. */
export interface PostgresConnection {
  /** `isUsual`: one of a few statements that come again and again, worth preparing */
  query(text: string, values: unknown[], isUsual?: boolean): Promise<PostgresAnswer>
}

/**
 * What the repository needs of a driver; `fromPg`, `fromPostgresJs` and `fromPglite` make it. `Tx` is the driver's own handle of a
 * transaction, which the host may pass to every method.
 */
export interface PostgresClient<Tx> extends PostgresConnection {
  /** begins a transaction, commits it when the work is done, and rolls it back when the work throws; throws what the work threw */
  transaction<T>(work: (transaction: Tx) => Promise<T>): Promise<T>
  /** where statements of a transaction are sent */
  connectionOf(transaction: Tx): PostgresConnection
}

/** Whether it is a client, and not the driver itself, nor something that was imported and not made. */
export function isClient(given: unknown): boolean {
  return hasMethods(given, ['query', 'transaction', 'connectionOf'])
}

/** Whether something can do what is asked of it; a text with the address of a database cannot, nor a promise. */
export function hasMethods(given: unknown, names: readonly string[]): boolean {
  const methods = (given ?? {}) as { readonly [name: string]: unknown }
  return names.every((name) => typeof methods[name] === 'function')
}
