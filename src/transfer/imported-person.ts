import type { Customer } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import type { Claim } from '../plan/claims.js'
import type { Touch } from '../plan/touch.js'

/** A person as the rows of a chunk leave them so far: who was there before, or whom a row has made. */
export interface ImportedPerson {
  /** the record as it was; `null` for a person whom the chunk makes */
  readonly before: CustomerRecord | null
  customer: Customer
  claims: readonly Claim[]
  /** by path, each field that a row names, from the record as it was to what is wanted now; none of a person whom the chunk makes */
  readonly touches: Map<string, Touch>
  /** the last row that could be taken over: it counts, and the ones before are superseded */
  row: number | null
}

/** A person whom the store holds, or one who begins with the first row about them. */
export function importedPerson(before: CustomerRecord | null, customer: Customer): ImportedPerson {
  return { before, customer, claims: [], touches: before === null ? untouched : new Map(), row: null }
}

/** One for all whom a chunk makes: there was nothing of theirs to touch, and nothing is put in. */
const untouched: ImportedPerson['touches'] = new Map()
