import { compareCodePoints } from '../../value/code-point-order.js'
import type { CustomerId } from '../../value/id.js'
import { firstIndex, mergeSorted } from './sorted-list.js'

/**
 * All ids in the order of their code points, which is what a database with the collation "C" does; JavaScript's own order
 * differs beyond U+FFFF. Fresh ids are sorted in when somebody lists, so that an import pays once and not for every row.
 */
export interface IdOrder {
  sorted: readonly CustomerId[]
  fresh: CustomerId[]
}

/** The ids that come after a place, in order. The place need not be an id that exists (any more). */
export function* idsAfter(order: IdOrder, place: string | null): Generator<CustomerId, void, undefined> {
  settle(order)
  const { sorted } = order
  const start = place === null ? 0 : firstIndex(sorted, (id) => compareCodePoints(id, place) > 0)
  for (let i = start; i < sorted.length; i++) yield sorted[i] as string
}

function settle(order: IdOrder): void {
  if (order.fresh.length === 0) return
  order.sorted = mergeSorted(order.sorted, order.fresh.toSorted(compareCodePoints), compareCodePoints)
  order.fresh = []
}
