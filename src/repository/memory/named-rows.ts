import type { CustomerId } from '../../value/id.js'

/** Rows that name customers, in the order in which they came: receipts, and the outbox. Erasure asks who is named. */
export interface NamedRows<Row> {
  readonly rows: Map<string, { readonly row: Row; readonly names: readonly CustomerId[] }>
  readonly byName: Map<CustomerId, Set<string>>
}

export function noRows<Row>(): NamedRows<Row> {
  return { rows: new Map(), byName: new Map() }
}

/** Adds a row; one that is there stays, because the same id means the same row. */
export function addRow<Row>(
  { rows, byName }: NamedRows<Row>,
  id: string,
  row: Row,
  names: readonly CustomerId[],
): void {
  if (rows.has(id)) return
  rows.set(id, { row, names })
  for (const name of names) {
    const ids = byName.get(name)
    if (ids === undefined) byName.set(name, new Set([id]))
    else ids.add(id)
  }
}

/** Takes a row out and gives it back, if it was there. */
export function takeRow<Row>({ rows, byName }: NamedRows<Row>, id: string): Row | undefined {
  const found = rows.get(id)
  if (found === undefined) return undefined
  rows.delete(id)
  for (const name of found.names) byName.get(name)?.delete(id)
  return found.row
}

/** Takes customers off the rows that name them; a row that names nobody else goes. */
export function forgetNames<Row>(table: NamedRows<Row>, customers: readonly CustomerId[]): void {
  const gone = new Set(customers)
  for (const id of rowsNaming(table, customers)) {
    const { row, names } = table.rows.get(id) as { readonly row: Row; readonly names: readonly CustomerId[] }
    const others = names.filter((name) => !gone.has(name))
    if (others.length === 0) takeRow(table, id)
    else table.rows.set(id, { row, names: others })
  }
  for (const customer of customers) table.byName.delete(customer)
}

/** The ids of the rows that name any of these customers, each once. */
export function rowsNaming<Row>(
  { byName }: NamedRows<Row>,
  customers: readonly CustomerId[],
): ReadonlySet<string> {
  return new Set(customers.flatMap((customer) => [...(byName.get(customer) ?? [])]))
}
