import { blockingKeys, type BlockingKey } from '../../duplicates/blocking-keys.js'
import type { CustomerId } from '../../value/id.js'
import { foldText } from '../../value/text.js'
import { heldBy, type Entry, type Living } from './entry.js'
import { mailboxKey } from './identities.js'
import { addTo, removeFrom } from './many-index.js'
import type { Store } from './store.js'

/**
 * Puts entries in the place of what was there, all at once. What was held before is released first, so that claims and
 * contacts move freely between the records of one change set.
 */
export function replaceEntries(store: Store, entries: Iterable<readonly [CustomerId, Entry]>): void {
  const all = [...entries]
  for (const [id, entry] of all) release(store, id, entry)
  for (const [id, entry] of all) {
    if (!store.entries.has(id)) store.order.fresh.push(id)
    store.entries.set(id, entry)
    hold(store, id, entry)
    for (const sorted of store.sorted.values()) sorted.changed.add(id)
  }
}

/** The keys of somebody who may be found by them. */
export function blockingKeysOf({ identity }: Store, { record }: Living): readonly BlockingKey[] {
  return blockingKeys(record, { policy: { identity } })
}

type Visit = <Key>(index: Map<Key, CustomerId | Set<CustomerId>>, key: Key, id: CustomerId) => void

function hold(store: Store, id: CustomerId, entry: Entry): void {
  const held = heldBy(entry)
  if (held === null) return
  for (const claim of held.claims) store.claims.set(claim, id)
  visit(store, id, held, addTo)
}

/** Whoever is in use no more is in no segment either (S-2). */
function release(store: Store, id: CustomerId, next: Entry): void {
  if (heldBy(next) === null) store.members.forEach((list) => list.remove(id))
  const held = heldBy(store.entries.get(id))
  if (held === null) return
  for (const claim of held.claims) store.claims.delete(claim)
  visit(store, id, held, removeFrom)
}

function visit(store: Store, id: CustomerId, held: Living, each: Visit): void {
  if (!store.isSearched) return
  for (const email of held.current.emails) each(store.emails, mailboxKey(store, email), id)
  for (const phone of held.current.phones) each(store.phones, phone, id)
  for (const tag of held.record.customer.tags) each(store.tags, foldText(tag), id)
  if (store.blocks !== null) for (const key of blockingKeysOf(store, held)) each(store.blocks, key, id)
}
