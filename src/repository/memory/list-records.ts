import type { CustomerRecord } from '../../customer/record.js'
import { invariant } from '../../outcome/invariant.js'
import type { Cursor } from '../page-cursor.js'
import type { RecordPage } from '../port.js'
import { heldBy, type Living } from './entry.js'
import { withHostTables } from './host.js'
import { idsAfter } from './id-order.js'
import type { Store } from './store.js'

/** One page of the living records in the order of ids. A page goes on where the last one ended, whatever was ended since. */
export function listRecords(store: Store, after: Cursor | null, limit: number): RecordPage {
  invariant(limit >= 1, 'a page holds at least one record')
  const records: CustomerRecord[] = []
  for (const id of idsAfter(store.order, after)) {
    const entry = store.entries.get(id)
    if (heldBy(entry) === null) continue
    if (records.length >= limit) return { records, next: (records.at(-1) as CustomerRecord).customer.id }
    records.push(withHostTables(store.host, (entry as Living).record))
  }
  return { records, next: null }
}
