import type { Customer } from '../../customer/customer.js'
import type { Facts } from '../../customer/facts.js'
import { searchedTexts } from '../../customer/matches-search.js'
import type { CustomerRecord } from '../../customer/record.js'
import { sortValue } from '../../customer/record-sort.js'
import type { Statistics } from '../../customer/statistics.js'
import type { Claim } from '../../plan/claims.js'
import type { Person } from '../../plan/person.js'
import type { CustomerId, Revision } from '../../value/id.js'
import { heldBy, type Entry, type Living } from '../memory/entry.js'
import { identitiesOf } from '../memory/identities.js'
import type { Identities } from '../port.js'
import { customerColumns } from './customer-columns.js'
import { segmentReaders, type ColumnReader } from './segment-values.js'

/** A record as a statement gives it. */
export interface RecordRow {
  readonly customer: Omit<Customer, 'metafields'>
  readonly metafields: Customer['metafields']
  readonly statistics: Statistics
  readonly facts: Facts
  readonly revision: Revision
}

/** All that a commit reads of one id. */
export interface CustomerRow extends RecordRow {
  readonly id: CustomerId
  readonly state: Entry['state']
  readonly merged_into: CustomerId | null
  readonly absorbed: readonly CustomerId[] | null
  readonly version: number
  readonly claims: readonly Claim[] | null
  readonly found_by: readonly string[] | null
  readonly former: Identities | null
  readonly leaving: Person | null
  readonly distinct_from: readonly CustomerId[] | null
}

/** The columns of a record as one JSON object. */
export const recordColumns = ['customer', 'metafields', 'statistics', 'facts', 'revision'] as const

/** The columns of which an entry is made again; where it leads comes from the table of merges. */
export const entryColumns = [
  'id',
  'state',
  'merged_into',
  'absorbed',
  'version',
  'claims',
  'found_by',
  'former',
  'leaving',
  'distinct_from',
  ...recordColumns,
] as const

/** `jsonb_build_object('customer', c."customer", …)` */
export function jsonOf(columns: readonly string[], alias: string): string {
  return `jsonb_build_object(${columns.map((name) => `'${name}', ${alias}."${name}"`).join(', ')})`
}

/** A stored record as everybody knows it. */
export function recordFrom({ customer, metafields, statistics, facts, revision }: RecordRow): CustomerRecord {
  return { customer: { ...customer, metafields }, statistics, facts, revision }
}

/** What lies under an id. */
export function entryFrom(row: CustomerRow): Entry {
  if (row.state === 'merged') return { state: 'merged', into: row.merged_into as CustomerId }
  // only of merged customers they are not there
  const absorbed = row.absorbed as readonly CustomerId[]
  if (row.state === 'deleted') return { state: 'deleted', absorbed }
  const record = recordFrom(row)
  return {
    state: 'present',
    record,
    claims: row.claims as readonly Claim[],
    current: identitiesOf(record.customer),
    former: row.former as Identities,
    absorbed,
  }
}

/** What is written of a customer, by the names of the columns; what is `undefined` is not written. */
export type RowValues = { [column: string]: unknown }

/**
 * Every row begins as a copy of this one: objects of one form are made, and made JSON of, in half the time of those that grow a
 * column at a time.
 */
const blank: Readonly<RowValues> = Object.fromEntries(
  Object.keys(customerColumns).map((name) => [name, undefined]),
)

/** What is written of an entry. Nothing personal is left in the row of one that has ended. */
export function rowOf(id: CustomerId, entry: Entry): RowValues {
  const row = entry.state === 'present' ? livingRow(entry) : { ...blank }
  if (entry.state === 'deleted') row['absorbed'] = entry.absorbed
  row['id'] = id
  row['state'] = entry.state
  row['living'] = heldBy(entry) !== null
  return row
}

function livingRow({ record, claims, former, absorbed }: Living): RowValues {
  const { statistics, facts, revision } = record
  return Object.assign(recordValues(record), { statistics, facts, revision, claims, former, absorbed })
}

/** The customer of a record, and everything by which the record is listed and found, a row a column. */
export const recordReaders: readonly ColumnReader[] = [
  { column: 'customer', read: ({ customer }) => ({ ...customer, metafields: undefined }) },
  { column: 'metafields', read: ({ customer }) => customer.metafields },
  { column: 'sort_created_at', read: ({ customer }) => customer.createdAt },
  { column: 'sort_updated_at', read: ({ customer }) => customer.updatedAt },
  { column: 'sort_name', read: (record) => sortValue(record, 'name') },
  // words hold no blanks, so none is found across a line end
  { column: 'search_text', read: ({ customer }) => searchedTexts(customer).join('\n') },
  { column: 'phone', read: ({ customer }) => customer.phone },
  ...segmentReaders,
]

function recordValues(record: CustomerRecord): RowValues {
  const row = { ...blank }
  for (const { column, read } of recordReaders) {
    const value = read(record)
    if (value !== null) row[column] = value
  }
  return row
}
