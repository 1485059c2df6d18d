import { compileSearch } from '../../customer/matches-search.js'
import { comparePlacesIn, sortValue, type Sort, type SortPlace } from '../../customer/record-sort.js'
import type { CustomerRecord } from '../../customer/record.js'
import { refusal, success, type Outcome } from '../../outcome/outcome.js'
import { problem } from '../../outcome/problem.js'
import type { CallOptions } from '../../repository/call-options.js'
import { cursorAfter, readCursor, type Cursor } from '../../repository/page-cursor.js'
import type { RecordPage } from '../../repository/port.js'
import type { RecordFilter, RecordQuery } from '../../repository/query.js'
import { compileSegment } from '../../segment/compile/compile.js'
import { segmentRequirements } from '../../segment/segment-requirements.js'
import { compareCodePoints } from '../../value/code-point-order.js'
import type { CustomerId } from '../../value/id.js'
import type { ServicePorts } from '../ports.js'
import { pagesFrom, recordsWhere } from './records-where.js'

type Test = (record: CustomerRecord) => boolean

/**
 * Finds by reading everybody: in the store's own order up to the end of the page, sorted in one pass for each page and in memory
 * for one page. Codes: `find.cursor-invalid`, `segment.history-needed` (`params.readers`).
 */
export async function findByReading<Tx>(
  ports: ServicePorts<Tx>,
  query: RecordQuery,
  options: CallOptions<Tx>,
): Promise<Outcome<RecordPage>> {
  const test = testOf(ports, query)
  if (!test.ok) return test
  const { sort } = query
  return sort === undefined
    ? inStoreOrder(ports, query, test.value, options)
    : sorted(ports, { ...query, sort }, test.value, options)
}

/** Counts by reading everybody. Code: `segment.history-needed` (`params.readers`). */
export async function countByReading<Tx>(
  ports: ServicePorts<Tx>,
  filter: RecordFilter,
  options: CallOptions<Tx>,
): Promise<Outcome<number>> {
  const test = testOf(ports, filter)
  if (!test.ok) return test
  let count = 0
  for await (const { page } of pagesFrom(ports, null, options)) count += page.filter(test.value).length
  return success(count)
}

/** The test of a filter, with the host's readers of what a record does not hold. */
function testOf<Tx>(
  { sources: { related } }: ServicePorts<Tx>,
  { where, search, moment, segments }: RecordFilter,
): Outcome<Test> {
  const needed = segmentRequirements(where, { segments })
  const readers = needed.filter((name) => related?.[name] === undefined)
  if (readers.length > 0) return refusal(problem('segment.history-needed', [], { readers }))
  const isMember = compileSegment(where, { ...moment, segments, related })
  const isFound = compileSearch(search ?? '')
  return success((record) => isMember(record) && isFound(record))
}

/** The page of the store from which to read, and whoever was told last. */
interface Place {
  readonly page: Cursor | null
  readonly last: CustomerId | null
}

async function inStoreOrder<Tx>(
  ports: ServicePorts<Tx>,
  { after, limit }: RecordQuery,
  holds: Test,
  options: CallOptions<Tx>,
): Promise<Outcome<RecordPage>> {
  const place = placeIn(after)
  if (place === null) return refusal(problem('find.cursor-invalid', ['after']))
  const { last } = place
  const records: CustomerRecord[] = []
  let end: Place = place
  for await (const { from, page } of pagesFrom(ports, place.page, options))
    for (const record of page) {
      const { id } = record.customer
      if ((last !== null && compareCodePoints(id, last) <= 0) || !holds(record)) continue
      if (records.length === limit)
        return success({ records, next: JSON.stringify(['list', end.page, end.last]) })
      records.push(record)
      end = { page: from, last: id }
    }
  return success({ records, next: null })
}

function placeIn(after: Cursor | null): Place | null {
  if (after === null) return { page: null, last: null }
  try {
    const [name, page, last] = JSON.parse(after) as unknown[]
    const isPlace = name === 'list' && (page === null || typeof page === 'string') && typeof last === 'string'
    return isPlace ? { page, last } : null
  } catch {
    return null
  }
}

/** Keeps the first so many behind the cursor, and one more, which tells whether there is another page. */
async function sorted<Tx>(
  ports: ServicePorts<Tx>,
  { sort, after, limit, moment }: RecordQuery & { readonly sort: Sort },
  holds: Test,
  options: CallOptions<Tx>,
): Promise<Outcome<RecordPage>> {
  const start = after === null ? success(null) : readCursor(after, sort)
  if (!start.ok) return start
  const compare = comparePlacesIn(sort.direction)
  const best: (SortPlace & { readonly record: CustomerRecord })[] = []
  for await (const record of recordsWhere(ports, holds, options)) {
    const place = { value: sortValue(record, sort.by, moment.currency), id: record.customer.id, record }
    if (start.value !== null && compare(place, start.value) <= 0) continue
    const worst = best[limit]
    if (worst !== undefined && compare(place, worst) >= 0) continue
    best.splice(indexFor(best, place, compare), 0, place)
    best.length = Math.min(best.length, limit + 1)
  }
  const records = best.slice(0, limit).map(({ record }) => record)
  const last = records.at(-1)
  const isLast = best.length <= limit || last === undefined
  return success({ records, next: isLast ? null : cursorAfter(last, sort, moment.currency) })
}

function indexFor<T extends SortPlace>(
  ordered: readonly T[],
  place: T,
  compare: (one: T, other: T) => number,
): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(ordered[middle] as T, place) < 0) low = middle + 1
    else high = middle
  }
  return low
}
