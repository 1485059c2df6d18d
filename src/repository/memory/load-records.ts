import type { CustomerId } from '../../value/id.js'
import type { Loaded } from '../port.js'
import { endOf, type EntryReader } from './entry.js'
import { withHostTables } from './host.js'
import type { Store } from './store.js'

/** What an id leads to, the host's facts read now. */
export function loadOne({ entries, host }: Store, id: CustomerId): Loaded {
  const entryOf: EntryReader = (one) => entries.get(one)
  const entry = entryOf(id)
  if (entry === undefined) return { id, state: 'unknown' }
  if (entry.state === 'present') return { id, state: 'present', record: withHostTables(host, entry.record) }
  return entry.state === 'merged'
    ? { id, state: 'merged', into: endOf(entryOf, id) }
    : { id, state: 'deleted' }
}
