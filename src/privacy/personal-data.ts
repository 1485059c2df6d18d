import type { Customer, CustomerField } from '../customer/customer.js'
import type { Facts } from '../customer/facts.js'
import type { CustomerRecord } from '../customer/record.js'
import type { Statistics } from '../customer/statistics.js'
import type { JsonValue } from '../outcome/json.js'
import type { EventChange } from '../plan/change.js'
import type { Person } from '../plan/person.js'
import type { Instant } from '../value/instant.js'
import { customerFields } from './erasure-table.js'
import { knownByRecord } from './known-by-record.js'

/** An event as it stands on a person's timeline, under the id it was written for. */
export type PersonalEvent = Omit<EventChange, 'type'>

/** What is held on the person beside the record; what is left out is not held. */
export interface RelatedData {
  /** the day of the export; `null` unless given */
  readonly asOf?: Instant | undefined
  /** every id, email and phone: `repository.knownAs`; those of the record unless given */
  readonly knownAs?: Person | undefined
  /** all that the timeline says */
  readonly timeline?: readonly PersonalEvent[] | undefined
  /** the rows of the host's tables, as JSON, by kind (M-1, and the host's own) */
  readonly relations?: { readonly [kind: string]: readonly JsonValue[] } | undefined
}

/**
 * Everything held on one person (G-3), as `personalDataSchema` describes it. Notes that staff keep for themselves are part of it:
 * E-2 keeps them off the customer's pages, not out of what they may ask for.
 */
export interface PersonalData {
  readonly format: 'clientele.personal-data'
  /** raised when a reader of the version before could misread the file */
  readonly version: 1
  readonly asOf: Instant | null
  readonly customer: Customer
  readonly statistics: Statistics
  readonly facts: Facts
  readonly knownAs: Person
  readonly timeline: readonly PersonalEvent[]
  readonly relations: { readonly [kind: string]: readonly JsonValue[] }
}

/**
 * Everything that is held on one person, to be handed over as a file (G-3): plain JSON, complete, with a version.
 * `renderPersonalData` makes a page of it.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('../testing/build-record.js')
 * const data = exportPersonalData(buildRecord({ customer: { note: 'likes tea' } }), {
 *   relations: { orders: [{ number: 1001, total: '12.50' }] },
 * })
 * expect(data.customer.note).toBe('likes tea')
 * expect(JSON.parse(JSON.stringify(data))).toEqual(data)
 * ```
 */
export function exportPersonalData(record: CustomerRecord, related: RelatedData = {}): PersonalData {
  const { customer, statistics, facts } = record
  const { asOf = null, knownAs = knownByRecord(customer), timeline = [], relations = {} } = related
  return {
    format: 'clientele.personal-data',
    version: 1,
    asOf,
    customer: Object.fromEntries(
      customerFields.map((field: CustomerField) => [field, customer[field]]),
    ) as unknown as Customer,
    statistics,
    facts: { ...facts, relationRedaction: facts.relationRedaction ?? 'none' },
    knownAs,
    timeline,
    relations,
  }
}
