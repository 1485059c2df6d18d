import { compileSearch } from '../../customer/matches-search.js'
import type { SortPlace } from '../../customer/record-sort.js'
import type { CustomerRecord } from '../../customer/record.js'
import { invariant } from '../../outcome/invariant.js'
import { refusal, success, type Outcome } from '../../outcome/outcome.js'
import { problem } from '../../outcome/problem.js'
import { compileSegment } from '../../segment/compile/compile.js'
import { segmentRequirements } from '../../segment/segment-requirements.js'
import { compareCodePoints } from '../../value/code-point-order.js'
import type { CustomerId } from '../../value/id.js'
import { comparePlacesIn } from '../../customer/record-sort.js'
import { cursorAfter, readCursor } from '../page-cursor.js'
import type { RecordPage } from '../port.js'
import type { RecordFilter, RecordQuery } from '../query.js'
import { heldBy } from './entry.js'
import { withHostTables } from './host.js'
import { idsAfter } from './id-order.js'
import { candidatesFor } from './narrow.js'
import { sortedIdsAfter, sortIds } from './sorted-ids.js'
import type { Store } from './store.js'

type Test = (record: CustomerRecord) => boolean

/**
 * One page of those whom a query finds. Codes: `find.cursor-invalid`; `segment.history-needed` (`params.readers`), for what a
 * record does not hold.
 */
export function findRecords(store: Store, query: RecordQuery): Outcome<RecordPage> {
  const { sort, after, limit, moment } = query
  invariant(limit >= 1, 'a page holds at least one record')
  const place = after === null ? success(null) : readCursor(after, sort)
  if (!place.ok) return place
  const test = testOf(query)
  if (!test.ok) return test
  const records: CustomerRecord[] = []
  for (const record of recordsFor(store, query, place.value)) {
    if (!test.value(record)) continue
    if (records.length >= limit)
      return success({ records, next: cursorAfter(records.at(-1) as CustomerRecord, sort, moment.currency) })
    records.push(record)
  }
  return success({ records, next: null })
}

/** How many a filter finds. Code: `segment.history-needed`. */
export function countRecords(store: Store, filter: RecordFilter): Outcome<number> {
  const ids = idsMatching(store, filter)
  return ids.ok ? success(ids.value.length) : ids
}

/** Everybody whom a filter finds, in no order. Code: `segment.history-needed`. */
export function idsMatching(store: Store, filter: RecordFilter): Outcome<readonly CustomerId[]> {
  const test = testOf(filter)
  if (!test.ok) return test
  const ids: CustomerId[] = []
  for (const id of candidatesFor(store, filter.where) ?? store.entries.keys()) {
    const record = livingUnder(store, id)
    if (record !== null && test.value(record)) ids.push(id)
  }
  return success(ids)
}

function testOf({ where, search, moment, segments }: RecordFilter): Outcome<Test> {
  const readers = segmentRequirements(where, { segments })
  if (readers.length > 0) return refusal(problem('segment.history-needed', [], { readers }))
  const isMember = compileSegment(where, { ...moment, segments })
  if (search === null) return success(isMember)
  const isFound = compileSearch(search)
  return success((record) => isMember(record) && isFound(record))
}

function* recordsFor(
  store: Store,
  { where, sort, moment }: RecordQuery,
  place: SortPlace | null,
): Generator<CustomerRecord, void, undefined> {
  const { currency } = moment
  const candidates = candidatesFor(store, where)
  const ids =
    candidates !== null
      ? fewAfter(store, candidates, sort, currency, place)
      : sort === undefined
        ? idsAfter(store.order, place?.id ?? null)
        : sortedIdsAfter(store, sort, currency, place)
  for (const id of ids) {
    const record = livingUnder(store, id)
    if (record !== null) yield record
  }
}

function fewAfter(
  store: Store,
  few: ReadonlySet<CustomerId>,
  sort: RecordQuery['sort'],
  currency: string | undefined,
  place: SortPlace | null,
): readonly CustomerId[] {
  if (sort === undefined) {
    const ids = [...few].toSorted(compareCodePoints)
    return place === null ? ids : ids.filter((id) => compareCodePoints(id, place.id) > 0)
  }
  const compare = comparePlacesIn(sort.direction)
  const places = sortIds(store, few, sort, currency)
  return places.filter((one) => place === null || compare(one, place) > 0).map(({ id }) => id)
}

function livingUnder({ entries, host }: Store, id: CustomerId): CustomerRecord | null {
  const held = heldBy(entries.get(id))
  return held === null ? null : withHostTables(host, held.record)
}
