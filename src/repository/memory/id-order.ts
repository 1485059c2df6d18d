import type { CustomerId } from '../../value/id.js'

/**
 * All ids in the order of their code points, which is what a database with the collation "C" does; JavaScript's own order
 * differs beyond U+FFFF. Fresh ids are sorted in when somebody lists, so that an import pays once and not for every row.
 */
export interface IdOrder {
  sorted: CustomerId[]
  fresh: CustomerId[]
}

/** Orders two ids by code points. */
export function compareIds(one: CustomerId, other: CustomerId): number {
  const length = Math.min(one.length, other.length)
  for (let i = 0; i < length; i++) {
    const difference = rank(one.charCodeAt(i)) - rank(other.charCodeAt(i))
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

/** Puts surrogates, which stand for what lies beyond U+FFFF, behind all other units. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
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
  const fresh = order.fresh.toSorted(compareIds)
  order.sorted = mergeSorted(order.sorted, fresh)
  order.fresh = []
}

function mergeSorted(one: readonly CustomerId[], other: readonly CustomerId[]): CustomerId[] {
  const merged: CustomerId[] = []
  let next = 0
  for (const id of one) {
    while (next < other.length && compareIds(other[next] as string, id) < 0)
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
    if (compareIds(sorted[middle] as string, place) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
