import type { CustomerRecord } from '../../customer/record.js'
import type { Claim } from '../../plan/claims.js'
import type { CustomerId } from '../../value/id.js'
import type { Identities } from '../port.js'

/** A living record, with what the store keeps beside it. */
export interface Living {
  readonly state: 'present'
  readonly record: CustomerRecord
  readonly claims: readonly Claim[]
  /** by what the customer is found now */
  readonly current: Identities
  /** what they, or whoever was merged into them, had before; kept until erasure, so that erasure finds it */
  readonly former: Identities
  /** every id that was merged into it, directly or not */
  readonly absorbed: readonly CustomerId[]
}

/** What is left of a record that was merged: nothing but where it leads. */
export interface Merged {
  readonly state: 'merged'
  readonly into: CustomerId
}

/** What is left of a record that was deleted: ids, nothing personal. */
export interface Deleted {
  readonly state: 'deleted'
  readonly absorbed: readonly CustomerId[]
}

/** What lies under an id. */
export type Entry = Living | Merged | Deleted

export type EntryReader = (id: CustomerId) => Entry | undefined

/** Where an id leads: the end of the chain of merges, or the id itself. */
export function endOf(entryOf: EntryReader, id: CustomerId): CustomerId {
  let end = id
  for (let entry = entryOf(end); entry?.state === 'merged'; entry = entryOf(end)) end = entry.into
  return end
}

/** An id with everything that was merged into it: under these the host's tables may know the person. */
export function lineageOf(entryOf: EntryReader, id: CustomerId): readonly CustomerId[] {
  const entry = entryOf(id)
  return entry === undefined || entry.state === 'merged' ? [id] : [id, ...entry.absorbed]
}

/** What the unique index holds for an entry: a record that is out of use holds nothing, and is not found (C-6). */
export function heldBy(entry: Entry | undefined): Living | null {
  return entry?.state === 'present' && !entry.record.facts.deleted ? entry : null
}
