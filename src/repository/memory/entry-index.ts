import type { CustomerId } from '../../value/id.js'
import { heldBy, type Entry } from './entry.js'
import { mailboxKey } from './identities.js'
import type { Store } from './store.js'

/**
 * Puts entries in the place of what was there, all at once. What was held before is released first, so that claims and
 * contacts move freely between the records of one change set.
 */
export function replaceEntries(store: Store, entries: Iterable<readonly [CustomerId, Entry]>): void {
  const all = [...entries]
  for (const [id] of all) release(store, id)
  for (const [id, entry] of all) {
    if (!store.entries.has(id)) store.order.fresh.push(id)
    store.entries.set(id, entry)
    hold(store, id, entry)
  }
}

function hold(store: Store, id: CustomerId, entry: Entry): void {
  const held = heldBy(entry)
  if (held === null) return
  for (const claim of held.claims) store.claims.set(claim, id)
  for (const email of held.current.emails) addTo(store.emails, mailboxKey(store, email), id)
  for (const phone of held.current.phones) addTo(store.phones, phone, id)
}

function release(store: Store, id: CustomerId): void {
  const held = heldBy(store.entries.get(id))
  if (held === null) return
  for (const claim of held.claims) store.claims.delete(claim)
  for (const email of held.current.emails) removeFrom(store.emails, mailboxKey(store, email), id)
  for (const phone of held.current.phones) removeFrom(store.phones, phone, id)
}

function addTo<Key>(index: Map<Key, Set<CustomerId>>, key: Key, id: CustomerId): void {
  const ids = index.get(key)
  if (ids === undefined) index.set(key, new Set([id]))
  else ids.add(id)
}

function removeFrom<Key>(index: Map<Key, Set<CustomerId>>, key: Key, id: CustomerId): void {
  const ids = index.get(key) as Set<CustomerId>
  ids.delete(id)
  if (ids.size === 0) index.delete(key)
}
