import type { CustomerId } from '../../value/id.js'

/** Who stands under a key. Most keys lead to one, and a set for each would weigh more than the customers. */
export type ManyIndex<Key> = Map<Key, CustomerId | Set<CustomerId>>

/** Puts an id under a key. */
export function addTo<Key>(index: ManyIndex<Key>, key: Key, id: CustomerId): void {
  const held = index.get(key)
  if (held === undefined || held === id) index.set(key, id)
  else if (typeof held === 'string') index.set(key, new Set([held, id]))
  else held.add(id)
}

/** Takes an id from under a key where it may stand twice, as two spellings of one tag do, or not at all. */
export function removeFrom<Key>(index: ManyIndex<Key>, key: Key, id: CustomerId): void {
  const held = index.get(key)
  if (held === id) index.delete(key)
  else if (typeof held === 'object') {
    held.delete(id)
    if (held.size === 0) index.delete(key)
  }
}

/** The ids under a key. */
export function idsUnder<Key>(index: ManyIndex<Key>, key: Key): ReadonlySet<CustomerId> {
  const held = index.get(key)
  return typeof held === 'object' ? held : new Set(held === undefined ? [] : [held])
}
