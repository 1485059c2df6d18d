import type { Change } from '../../plan/change.js'
import type { CustomerId } from '../../value/id.js'
import { lineageOf, type EntryReader } from './entry.js'
import { frozenCopy } from './frozen-copy.js'
import type { Person } from './host.js'
import { joinIdentities, noIdentities } from './identities.js'
import { finishMerges } from './merge-progress.js'
import { rowsNaming, takeRow } from './named-rows.js'
import type { Staged } from './staged.js'

/** Everybody whom a change set erases, as they are known before it: its own changes may blank the very contacts. */
export function peopleToErase(
  entryOf: EntryReader,
  changes: readonly Change[],
): ReadonlyMap<CustomerId, Person> {
  return new Map(changes.flatMap(erasedBy).map((id) => [id, personAt(entryOf, id)]))
}

/** Drops what is kept for people who are erased now: former contacts, stored requests, rows of the outbox that name them. */
export function forgetPeople(staged: Staged): void {
  const { store, people, entries, entryOf, writes } = staged
  for (const id of people.keys()) {
    const entry = entryOf(id)
    if (entry?.state === 'present') entries.set(id, { ...entry, former: noIdentities })
  }
  const customers = [...people.values()].flatMap((person) => person.customers)
  const effects = rowsNaming(store.outbox, customers)
  const keys = rowsNaming(store.receipts, customers)
  finishMerges(staged, effects)
  writes.push(() => {
    for (const effect of effects) takeRow(store.outbox, effect)
    for (const key of keys) takeRow(store.receipts, key)
  })
}

function erasedBy(change: Change): CustomerId[] {
  if (change.type === 'redact' || change.type === 'redactEvents' || change.type === 'suppress')
    return [change.id]
  return change.type === 'state' && change.field === 'redaction' && change.value === 'done' ? [change.id] : []
}

function personAt(entryOf: EntryReader, id: CustomerId): Person {
  const entry = entryOf(id)
  const known = entry?.state === 'present' ? joinIdentities(entry.current, entry.former) : noIdentities
  return frozenCopy({ customers: lineageOf(entryOf, id), ...known })
}
