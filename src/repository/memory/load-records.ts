import type { CustomerId } from '../../value/id.js'
import type { Loaded } from '../port.js'
import { endOf, type Entry } from './entry.js'
import { withHostTables } from './host.js'
import type { Store } from './store.js'

/** What each id leads to, the host's facts read now. */
export function loadRecords(store: Store, ids: readonly CustomerId[]): readonly Loaded[] {
  const { host } = store
  const asksHost = host.facts !== undefined || host.projected !== undefined
  const loaded: Loaded[] = []
  for (const id of ids) {
    const entry = store.entries.get(id)
    loaded.push(
      entry?.state === 'present'
        ? { id, state: 'present', record: asksHost ? withHostTables(host, entry.record) : entry.record }
        : absent(store, id, entry),
    )
  }
  return loaded
}

function absent(
  { entries }: Store,
  id: CustomerId,
  entry: Exclude<Entry, { state: 'present' }> | undefined,
): Loaded {
  if (entry === undefined) return { id, state: 'unknown' }
  return entry.state === 'merged'
    ? { id, state: 'merged', into: endOf((one) => entries.get(one), id) }
    : { id, state: 'deleted' }
}
