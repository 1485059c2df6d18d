import type { SelectedCustomers } from '../../bulk/bulk-selection.js'
import { refusedRow, type BulkRow } from '../../bulk/bulk-row.js'
import type { CustomerRecord } from '../../customer/record.js'
import { success, type Outcome } from '../../outcome/outcome.js'
import { problem } from '../../outcome/problem.js'
import type { CallOptions, CancelSignal } from '../../repository/call-options.js'
import type { Cursor } from '../../repository/page-cursor.js'
import type { Loaded, RecordPage } from '../../repository/port.js'
import { presentRecords } from '../../repository/present-records.js'
import type { RecordFilter } from '../../repository/query.js'
import type { CustomerId } from '../../value/id.js'
import type { ServicePorts } from '../ports.js'

type TestedCustomers = Extract<SelectedCustomers, { readonly by: 'test' }>

/** Some of the selected customers, with those who are named and not there; `next` is where the rest begins. */
export interface SelectedChunk {
  readonly records: readonly CustomerRecord[]
  readonly absent: readonly BulkRow[]
  readonly next: Cursor | null
}

/** Where a chunk begins, about how many are in it, and what may end the search for them. */
export interface ChunkPosition {
  readonly after: Cursor | null
  readonly size: number
  readonly signal: CancelSignal | undefined
}

/** Who is selected, and where they come from. */
export interface Selecting {
  readonly selected: SelectedCustomers
  readonly source: SelectionSource
}

/** How the customers of a selection were found: by id, by the store's own query, or by looking at all of them. */
export type SelectionSource = 'ids' | 'find' | 'list'

/**
 * Where the customers of a selection come from. A store that cannot query, or refuses this query, is read through from end to
 * end. Asked once and for one record, so that all cursors of a call are of one kind.
 */
export async function sourceOf<Tx>(
  { repository }: ServicePorts<Tx>,
  selected: SelectedCustomers,
  options: CallOptions<Tx>,
): Promise<SelectionSource> {
  if (selected.by === 'ids') return 'ids'
  const asked = await repository.find?.({ ...filterOf(selected), after: null, limit: 1 }, options)
  return asked?.ok === true ? 'find' : 'list'
}

/** The next selected customers from a place on: about `size` of them, none twice, in constant memory. */
export async function nextChunk<Tx>(
  ports: ServicePorts<Tx>,
  { selected, source }: Selecting,
  { after, size, signal }: ChunkPosition,
  options: CallOptions<Tx>,
): Promise<Outcome<SelectedChunk>> {
  if (selected.by === 'ids')
    return success(await namedChunk(ports, selected.ids, Number(after ?? 0), size, options))
  return testedChunk(ports, selected, source, { after, size, signal }, options)
}

/** The same customers as they are now; who has left the selection in the meantime is told apart. */
export async function loadAgain<Tx>(
  ports: ServicePorts<Tx>,
  selected: SelectedCustomers,
  ids: readonly CustomerId[],
  options: CallOptions<Tx>,
): Promise<Omit<SelectedChunk, 'next'>> {
  const { records, absent } = toChunk(await ports.repository.load(ids, options))
  const isIn = (record: CustomerRecord): boolean => selected.by === 'ids' || selected.holds(record)
  const left = records.filter((record) => !isIn(record))
  return {
    records: records.filter(isIn),
    absent: [
      ...absent,
      ...left.map(({ customer }) => refusedRow(customer.id, [problem('bulk.no-longer-selected')])),
    ],
  }
}

async function namedChunk<Tx>(
  { repository }: ServicePorts<Tx>,
  ids: readonly CustomerId[],
  start: number,
  size: number,
  options: CallOptions<Tx>,
): Promise<SelectedChunk> {
  const end = start + size
  const chunk = toChunk(await repository.load(ids.slice(start, end), options))
  return { ...chunk, next: end < ids.length ? String(end) : null }
}

/** Pages until there is half a chunk, so that few members among many make no chunk each; never more than one and a half. */
async function testedChunk<Tx>(
  ports: ServicePorts<Tx>,
  selected: TestedCustomers,
  source: SelectionSource,
  { after, size, signal }: ChunkPosition,
  options: CallOptions<Tx>,
): Promise<Outcome<SelectedChunk>> {
  const records: CustomerRecord[] = []
  let next = after
  do {
    const page = await pageOf(ports, selected, source, next, size, options)
    if (!page.ok) return page
    records.push(...page.value.records.filter((record) => selected.holds(record)))
    next = page.value.next
  } while (next !== null && records.length * 2 < size && !isStopped(signal))
  return success({ records, absent: [], next })
}

function isStopped(signal: CancelSignal | undefined): boolean {
  return signal?.aborted === true
}

/** A refusal can only be of the cursor: that the store answers the query was asked before. */
async function pageOf<Tx>(
  { repository }: ServicePorts<Tx>,
  selected: TestedCustomers,
  source: SelectionSource,
  after: Cursor | null,
  limit: number,
  options: CallOptions<Tx>,
): Promise<Outcome<RecordPage>> {
  return repository.find === undefined || source === 'list'
    ? success(await repository.list({ after, limit }, options))
    : repository.find({ ...filterOf(selected), after, limit }, options)
}

function filterOf({ segment, search, moment, segments }: TestedCustomers): RecordFilter {
  return { where: segment, search, moment, segments }
}

function toChunk(loaded: readonly Loaded[]): Omit<SelectedChunk, 'next'> {
  return {
    records: loaded.flatMap((one) => (one.state === 'present' ? [one.record] : [])),
    absent: loaded.flatMap((one) => {
      const present = presentRecords([one])
      return present.ok ? [] : [refusedRow(one.id, present.problems)]
    }),
  }
}
