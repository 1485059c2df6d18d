import type { CustomerRecord } from '../../customer/record.js'
import type { BlockingKey } from '../../duplicates/blocking-keys.js'
import { invariant } from '../../outcome/invariant.js'
import { compareCodePoints } from '../../value/code-point-order.js'
import { blockingKeysOf } from './entry-index.js'
import { heldBy, type Living } from './entry.js'
import { withHostTables } from './host.js'
import { addTo, idsUnder, type ManyIndex } from './many-index.js'
import type { Store } from './store.js'

/** The living records under any of these keys, in the order of ids. The first call reads everybody, and each commit then keeps up. */
export function findByBlockingKeys(
  store: Store,
  keys: readonly BlockingKey[],
  limit: number,
): readonly CustomerRecord[] {
  invariant(limit >= 1, 'a page holds at least one record')
  const blocks = (store.blocks ??= indexOf(store))
  const ids = new Set(keys.flatMap((key) => [...idsUnder(blocks, key)]))
  return [...ids]
    .toSorted(compareCodePoints)
    .slice(0, limit)
    .map((id) => withHostTables(store.host, (store.entries.get(id) as Living).record))
}

function indexOf(store: Store): ManyIndex<BlockingKey> {
  const blocks: ManyIndex<BlockingKey> = new Map()
  for (const [id, entry] of store.entries) {
    const held = heldBy(entry)
    if (held !== null) for (const key of blockingKeysOf(store, held)) addTo(blocks, key, id)
  }
  return blocks
}
