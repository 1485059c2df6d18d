import type { CustomerId, CustomerRecord, EmailKey, Facts } from 'clientele'
import type { Row, Sqlite } from './sqlite.js'

/** The row of an id, or `null` where no record ever was. */
export function rowOf(db: Sqlite, id: CustomerId): Row | null {
  return db.all('select * from customers where id = ?', id)[0] ?? null
}

/** Parsed anew each time, so that nobody changes what is stored by changing what they were given. */
export function recordIn(row: Row): CustomerRecord {
  const read = (column: string): unknown => JSON.parse(String(row[column]))
  return {
    customer: read('customer') as CustomerRecord['customer'],
    statistics: read('statistics') as CustomerRecord['statistics'],
    facts: read('facts') as Facts,
    revision: String(row['revision']),
  }
}

/** Where a chain of merges ends: the id itself, where it was not merged. */
export function endOf(db: Sqlite, id: CustomerId): CustomerId {
  const row = rowOf(db, id)
  return row?.['state'] === 'merged' ? endOf(db, String(row['into_id'])) : id
}

/** The id, and everything that was merged into it, directly or not. */
export function lineageOf(db: Sqlite, id: CustomerId): CustomerId[] {
  const merged = `with recursive lineage (id) as (
    select ? union select customers.id from customers join lineage on customers.into_id = lineage.id
  ) select id from lineage`
  return db.all(merged, id).map((row) => String(row['id']))
}

/** Under what a person is known: all ids, and all contacts, former ones too. */
export interface Known {
  readonly customers: readonly CustomerId[]
  readonly emails: readonly EmailKey[]
  readonly phones: readonly string[]
}

export function knownAs(db: Sqlite, id: CustomerId): Known {
  const contacts = db.all('select kind, value from contacts where customer = ?', id)
  const valuesOf = (kind: string): string[] =>
    contacts.filter((row) => row['kind'] === kind).map((row) => String(row['value']))
  return { customers: lineageOf(db, id), emails: valuesOf('email') as EmailKey[], phones: valuesOf('phone') }
}
