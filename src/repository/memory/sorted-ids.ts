import { comparePlacesIn, sortValue, type Sort, type SortPlace } from '../../customer/record-sort.js'
import type { CustomerId } from '../../value/id.js'
import { heldBy, type Living } from './entry.js'
import { withHostTables } from './host.js'
import { firstIndex, mergeSorted } from './sorted-list.js'
import type { Store } from './store.js'

/** All living ids in one order, kept from the first time that it is asked for; what has changed since is sorted in again then. */
export interface SortedIds {
  ids: readonly CustomerId[]
  readonly changed: Set<CustomerId>
}

/** The ids behind a place in a sorted list, in order. */
export function* sortedIdsAfter(
  store: Store,
  sort: Sort,
  currency: string | undefined,
  place: SortPlace | null,
): Generator<CustomerId, void, undefined> {
  const compare = comparePlacesIn(sort.direction)
  const ids = idsBy(store, sort, currency)
  const isBehind = (id: CustomerId): boolean =>
    compare(placeOf(store, sort, currency, id), place as SortPlace) > 0
  for (let i = place === null ? 0 : firstIndex(ids, isBehind); i < ids.length; i++) yield ids[i] as string
}

/** Ids in the order of a sort. */
export function sortIds(
  store: Store,
  ids: Iterable<CustomerId>,
  sort: Sort,
  currency: string | undefined,
): readonly SortPlace[] {
  const places = Array.from(ids, (id) => placeOf(store, sort, currency, id))
  return places.toSorted(comparePlacesIn(sort.direction))
}

const OF_THE_HOST: ReadonlySet<string> = new Set(['amountSpent', 'numberOfOrders'] satisfies Sort['by'][])

function idsBy(store: Store, sort: Sort, currency: string | undefined): readonly CustomerId[] {
  // nobody tells when the host's orders change
  if (store.host.projected !== undefined && OF_THE_HOST.has(sort.by))
    return sortIds(store, livingIds(store), sort, currency).map(({ id }) => id)
  const name = JSON.stringify([sort.by, sort.direction, sort.by === 'amountSpent' ? currency : null])
  const known = store.sorted.get(name) ?? { ids: [], changed: new Set(livingIds(store)) }
  store.sorted.set(name, known)
  settle(store, known, sort, currency)
  return known.ids
}

function settle(store: Store, known: SortedIds, sort: Sort, currency: string | undefined): void {
  const { changed } = known
  if (changed.size === 0) return
  const kept = known.ids.filter((id) => !changed.has(id))
  const living = [...changed].filter((id) => heldBy(store.entries.get(id)) !== null)
  const compare = comparePlacesIn(sort.direction)
  const fresh = sortIds(store, living, sort, currency)
  known.ids = mergeSorted(
    kept,
    fresh.map(({ id }) => id),
    (one, other) => compare(placeOf(store, sort, currency, one), placeOf(store, sort, currency, other)),
  )
  changed.clear()
}

function* livingIds({ entries }: Store): Generator<CustomerId, void, undefined> {
  for (const [id, entry] of entries) if (heldBy(entry) !== null) yield id
}

function placeOf(store: Store, { by }: Sort, currency: string | undefined, id: CustomerId): SortPlace {
  const { record } = store.entries.get(id) as Living
  return { value: sortValue(withHostTables(store.host, record), by, currency), id }
}
