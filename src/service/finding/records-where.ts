import type { CustomerRecord } from '../../customer/record.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { Cursor } from '../../repository/page-cursor.js'
import type { RecordPage } from '../../repository/port.js'
import type { RecordFilter } from '../../repository/query.js'
import type { ServicePorts } from '../ports.js'

/** How many records are loaded at once. */
const PAGE = 500

/** A page of the store, and where it began. */
export interface StoredPage {
  readonly from: Cursor | null
  readonly page: readonly CustomerRecord[]
}

/** Who is meant, and how a store is asked for them. */
export interface MemberTest {
  readonly holds: (record: CustomerRecord) => boolean
  readonly filter: RecordFilter
}

/** The store's pages from a place on. */
export async function* pagesFrom<Tx>(
  { repository }: ServicePorts<Tx>,
  start: Cursor | null,
  options: CallOptions<Tx>,
): AsyncGenerator<StoredPage, void, undefined> {
  for (let from = start; ; ) {
    options.signal?.throwIfAborted()
    const { records, next } = await repository.list({ after: from, limit: PAGE }, options)
    yield { from, page: records }
    if (next === null) return
    from = next
  }
}

/**
 * All living records that a predicate holds for, a page at a time, in the store's order. Where the filter is given as well, the
 * store is asked, if it can answer.
 */
export async function* recordsWhere<Tx>(
  ports: ServicePorts<Tx>,
  holds: (record: CustomerRecord) => boolean,
  options: CallOptions<Tx>,
  filter: RecordFilter | null = null,
): AsyncGenerator<CustomerRecord, void, undefined> {
  const first = filter === null ? null : await firstFound(ports, filter, options)
  const pages =
    filter === null || first === null
      ? pagesFrom(ports, null, options)
      : foundFrom(ports, filter, first, options)
  for await (const { page } of pages) for (const record of page) if (holds(record)) yield record
}

async function firstFound<Tx>(
  { repository }: ServicePorts<Tx>,
  filter: RecordFilter,
  options: CallOptions<Tx>,
): Promise<RecordPage | null> {
  const outcome = await repository.find?.({ ...filter, after: null, limit: PAGE }, options)
  return outcome?.ok === true ? outcome.value : null
}

/** What the store finds. That it answers the query is known, and its own cursors are good: a refusal later is a fault of the store. */
async function* foundFrom<Tx>(
  { repository }: ServicePorts<Tx>,
  filter: RecordFilter,
  first: RecordPage,
  options: CallOptions<Tx>,
): AsyncGenerator<StoredPage, void, undefined> {
  for (let { records, next } = first; ; ) {
    yield { from: null, page: records }
    if (next === null) return
    options.signal?.throwIfAborted()
    const outcome = await repository.find?.({ ...filter, after: next, limit: PAGE }, options)
    if (outcome?.ok !== true)
      throw new Error('clientele: the store does not go on with a query that it has begun')
    ;({ records, next } = outcome.value)
  }
}
