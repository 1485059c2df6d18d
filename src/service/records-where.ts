import type { CustomerRecord } from '../customer/record.js'
import type { CallOptions } from '../repository/call-options.js'
import type { Cursor } from '../repository/page-cursor.js'
import type { ServicePorts } from './ports.js'

/** How many records are loaded at once. */
const PAGE = 500

/** All living records that a predicate holds for, a page at a time, in the store's order. */
export async function* recordsWhere<Tx>(
  { repository }: ServicePorts<Tx>,
  holds: (record: CustomerRecord) => boolean,
  options: CallOptions<Tx>,
): AsyncGenerator<CustomerRecord, void, undefined> {
  for (let after: Cursor | null = null; ; ) {
    const { records, next } = await repository.list({ after, limit: PAGE }, options)
    for (const record of records) if (holds(record)) yield record
    if (next === null) return
    after = next
  }
}
