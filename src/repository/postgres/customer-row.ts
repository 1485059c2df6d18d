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
import { segmentValues } from './segment-values.js'

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

/** What is written of an entry. Nothing personal is left in the row of one that has ended. */
export function rowOf(id: CustomerId, entry: Entry): { readonly [column: string]: unknown } {
  const own = { id, state: entry.state, living: heldBy(entry) !== null }
  if (entry.state === 'merged') return own
  if (entry.state === 'deleted') return { ...own, absorbed: entry.absorbed }
  return Object.assign(columnsOf(entry), own)
}

function columnsOf({ record, claims, former, absorbed }: Living): { readonly [column: string]: unknown } {
  const { statistics, facts, revision } = record
  return Object.assign(recordValues(record), { statistics, facts, revision, claims, former, absorbed })
}

/** The customer of a record, and everything by which the record is listed and found; what is missing is `null`. */
export function recordValues(record: CustomerRecord): { [column: string]: unknown } {
  const { metafields, ...customer } = record.customer
  return Object.assign(segmentValues(record), {
    customer,
    metafields,
    sort_created_at: customer.createdAt,
    sort_updated_at: customer.updatedAt,
    sort_name: sortValue(record, 'name'),
    // words hold no blanks, so none is found across a line end
    search_text: searchedTexts(record.customer).join('\n'),
    phone: customer.phone,
  })
}
