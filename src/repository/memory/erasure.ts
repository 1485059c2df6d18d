import type { Change } from '../../plan/change.js'
import type { Person } from '../../plan/person.js'
import type { CustomerId } from '../../value/id.js'
import { noIdentities } from './identities.js'
import { knownAs } from './known-as.js'
import { finishMerges } from './merge-progress.js'
import { forgetNames, rowsNaming, takeRow } from './named-rows.js'
import { isRedaction } from './redaction-progress.js'
import type { Staged } from './staged.js'
import type { Store } from './store.js'

/** Everybody whom a change set erases, as they are known before it: its own changes may blank the very contacts. */
export function peopleToErase(store: Store, changes: readonly Change[]): ReadonlyMap<CustomerId, Person> {
  return new Map(changes.flatMap(erasedBy).map((id) => [id, knownAs(store, id)]))
}

/**
 * Drops what is kept for people who are erased now: former contacts, stored requests of theirs alone, rows of the outbox that name
 * them. Redactions that wait stay, and so does a request for others too, without the person: it would be carried out on them again.
 */
export function forgetPeople(staged: Staged): void {
  const { store, people, entries, entryOf, writes } = staged
  for (const id of people.keys()) {
    const entry = entryOf(id)
    if (entry?.state === 'present') entries.set(id, { ...entry, former: noIdentities })
  }
  const customers = [...people.values()].flatMap((person) => person.customers)
  const effects = new Set([...rowsNaming(store.outbox, customers)].filter((id) => !isRedaction(store, id)))
  finishMerges(staged, effects)
  writes.push(() => {
    store.members.forEach((list) => customers.forEach((id) => list.remove(id)))
    for (const effect of effects) takeRow(store.outbox, effect)
    forgetNames(store.receipts, customers)
  })
}

function erasedBy(change: Change): CustomerId[] {
  if (change.type === 'redact' || change.type === 'redactEvents' || change.type === 'suppress')
    return [change.id]
  return change.type === 'state' && change.field === 'redaction' && change.value === 'done' ? [change.id] : []
}
