import { invariant } from '../../outcome/invariant.js'
import type { Claim } from '../../plan/claims.js'
import type { Effect } from '../../plan/effect.js'
import type { Person } from '../../plan/person.js'
import type { SuppressionKey } from '../../plan/suppression-key.js'
import type { CustomerId, EventId, SegmentId } from '../../value/id.js'
import type { SavedSegment } from '../saved-segments.js'
import type { Entry, EntryReader } from './entry.js'
import { replaceEntries } from './entry-index.js'
import { expectWhole } from './expect-whole.js'
import { frozenCopy } from './frozen-copy.js'
import { memberList } from './member-list.js'
import { addRow, type NamedRows } from './named-rows.js'
import type { Numbering } from './numbering.js'
import type { Settled, Store } from './store.js'
import type { StoredEvent } from './timelines.js'

/** A row of a table that names customers. */
interface SnapshotRow<Row> {
  readonly id: string
  readonly row: Row
  readonly names: readonly CustomerId[]
}

/**
 * All that a memory repository holds, as plain JSON. What the host keeps beside it is not in it. It holds everybody's data in the
 * clear; and text that is larger than a runtime's longest string is written list by list.
 */
export interface MemorySnapshot {
  readonly version: 1
  readonly entries: readonly (Entry & { readonly id: CustomerId })[]
  readonly suppressed: readonly SuppressionKey[]
  readonly leaving: readonly { readonly id: CustomerId; readonly person: Person }[]
  readonly counted: readonly string[]
  /** in the order in which they came */
  readonly events: readonly StoredEvent[]
  /** events that were erased are known by their ids, so that no retry brings one back */
  readonly eventIds: readonly EventId[]
  readonly distinct: readonly (readonly CustomerId[])[]
  readonly receipts: readonly SnapshotRow<Settled>[]
  readonly outbox: readonly SnapshotRow<Effect>[]
  readonly segments: readonly SavedSegment[]
  readonly members: readonly { readonly id: SegmentId; readonly customers: readonly CustomerId[] }[]
  readonly numbering: Omit<Numbering, 'make'>
}

/** Everything that a store holds. What is handed out is frozen, so it is no copy and costs next to nothing. */
export function takeSnapshot(store: Store): MemorySnapshot {
  const rows = [...store.timelines.byCustomer.values()].flat()
  const groups = new Set([...store.distinct.values()].flat())
  return {
    version: 1,
    entries: Array.from(store.entries, ([id, entry]) => ({ id, ...entry })),
    suppressed: [...store.suppressed],
    leaving: Array.from(store.leaving, ([id, person]) => ({ id, person })),
    counted: [...store.counted],
    events: rows.toSorted((one, other) => one.order - other.order).map(({ event }) => event),
    eventIds: [...store.timelines.ids],
    distinct: [...groups],
    receipts: rowsOf(store.receipts),
    outbox: rowsOf(store.outbox),
    segments: [...store.segments.values()],
    members: Array.from(store.members, ([id, list]) => ({ id, customers: list.all() })),
    numbering: { ...store.numbering },
  }
}

/** Fills an empty store with what a snapshot holds, copied. Throws for what was not taken by `snapshot`, or was changed since. */
export function restoreSnapshot(store: Store, snapshot: MemorySnapshot): void {
  expectWhole(snapshot)
  restoreEntries(store, snapshot)
  restoreTimelines(store, snapshot)
  for (const key of snapshot.suppressed) store.suppressed.add(key)
  for (const { id, person } of snapshot.leaving) store.leaving.set(id, frozenCopy(person))
  for (const activity of snapshot.counted) store.counted.add(activity)
  for (const given of snapshot.distinct) {
    const group = frozenCopy(given)
    for (const id of group) store.distinct.set(id, [...(store.distinct.get(id) ?? []), group])
  }
  for (const { id, row, names } of snapshot.receipts) addRow(store.receipts, id, frozenCopy(row), [...names])
  for (const { id, row, names } of snapshot.outbox) addRow(store.outbox, id, frozenCopy(row), [...names])
  for (const segment of snapshot.segments) store.segments.set(segment.id, frozenCopy(segment))
  for (const { id, customers } of snapshot.members) store.members.set(id, memberList(customers))
  Object.assign(store.numbering, snapshot.numbering)
}

function restoreEntries(store: Store, { entries }: MemorySnapshot): void {
  const known = new Map(entries.map(({ id, ...entry }) => [id, frozenCopy(entry) as Entry]))
  invariant(known.size === entries.length, 'a snapshot with the same id twice')
  const entryOf: EntryReader = (id) => known.get(id)
  const holders = new Map<Claim, CustomerId>()
  for (const [id, entry] of known) {
    if (entry.state === 'merged') expectEnd(entryOf, id, known.size)
    if (entry.state !== 'present') continue
    invariant(entry.record.customer.id === id, 'a snapshot with a record under another id than its own')
    for (const claim of entry.record.facts.deleted ? [] : entry.claims) {
      invariant(!holders.has(claim), 'a snapshot with one claim in two hands')
      holders.set(claim, id)
    }
  }
  replaceEntries(store, known)
}

/** Merges lead to somebody: a ring of them would never end. */
function expectEnd(entryOf: EntryReader, id: CustomerId, most: number): void {
  let end = entryOf(id)
  for (let steps = 0; end?.state === 'merged'; steps++) {
    invariant(steps < most, 'a snapshot with a ring of merges')
    end = entryOf(end.into)
  }
  invariant(end !== undefined, 'a snapshot with a merge that leads nowhere')
}

function restoreTimelines({ timelines }: Store, { events, eventIds }: MemorySnapshot): void {
  for (const id of eventIds) timelines.ids.add(id)
  events.forEach((event, order) => {
    const timeline = timelines.byCustomer.get(event.customer) ?? []
    timeline.push({ order, event: frozenCopy(event) })
    timelines.byCustomer.set(event.customer, timeline)
  })
}

function rowsOf<Row>({ rows }: NamedRows<Row>): readonly SnapshotRow<Row>[] {
  return Array.from(rows, ([id, { row, names }]) => ({ id, row, names }))
}
