import { compareCodePoints } from '../../value/code-point-order.js'
import type { CustomerId } from '../../value/id.js'

/**
 * All ids in the order of their code points, which is what a database with the collation "C" does; JavaScript's own order
 * differs beyond U+FFFF. Fresh ids are sorted in when somebody lists, so that an import pays once and not for every row.
 */
export interface IdOrder {
  sorted: CustomerId[]
  fresh: CustomerId[]
}

/** The ids that come after a place, in order. The place need not be an id that exists (any more). */
export function* idsAfter(order: IdOrder, place: string | null): Generator<CustomerId, void, undefined> {
  settle(order)
  const { sorted } = order
  for (let i = place === null ? 0 : indexAfter(sorted, place); i < sorted.length; i++)
    yield sorted[i] as string
}

function settle(order: IdOrder): void {
  if (order.fresh.length === 0) return
  const fresh = order.fresh.toSorted(compareCodePoints)
  order.sorted = mergeSorted(order.sorted, fresh)
  order.fresh = []
}

function mergeSorted(one: readonly CustomerId[], other: readonly CustomerId[]): CustomerId[] {
  const merged: CustomerId[] = []
  let next = 0
  for (const id of one) {
    while (next < other.length && compareCodePoints(other[next] as string, id) < 0)
      merged.push(other[next++] as string)
    merged.push(id)
  }
  while (next < other.length) merged.push(other[next++] as string)
  return merged
}

function indexAfter(sorted: readonly CustomerId[], place: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareCodePoints(sorted[middle] as string, place) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
