import type { Customer } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import type { Claim } from '../plan/claims.js'
import type { Touch } from '../plan/touch.js'
import type { PersonKey } from './people-index.js'

/** A person as the rows of a chunk leave them so far: who was there before, or whom a row has made. */
export interface ImportedPerson {
  /** the record as it was; `null` for a person whom the chunk makes */
  readonly before: CustomerRecord | null
  customer: Customer
  /** by what other rows find them */
  key: PersonKey
  claims: readonly Claim[]
  /** by path, each field that a row names, from the record as it was to what is wanted now; none of a person whom the chunk makes */
  readonly touches: Map<string, Touch>
  /** the last row that could be taken over: it counts, and the ones before are superseded */
  row: number | null
}

/** What changes of a person with every row that is taken over. */
export type PersonState = Pick<ImportedPerson, 'customer' | 'key' | 'claims'>

/** A person whom the store holds. */
export function knownPerson(
  before: CustomerRecord,
  { key, claims }: Omit<PersonState, 'customer'>,
): ImportedPerson {
  return { before, customer: before.customer, key, claims, touches: new Map(), row: null }
}

/** A person who begins with a row. */
export function newPerson({ customer, key, claims }: PersonState, row: number): ImportedPerson {
  return { before: null, customer, key, claims, touches: untouched, row }
}

/** One for all whom a chunk makes: there was nothing of theirs to touch, and nothing is put in. */
const untouched: ImportedPerson['touches'] = new Map()
