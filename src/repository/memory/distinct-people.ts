import { compareCodePoints } from '../../value/code-point-order.js'
import type { CustomerId } from '../../value/id.js'
import type { DistinctPair } from '../port.js'
import { endOf, lineageOf, type EntryReader } from './entry.js'
import type { Store } from './store.js'

/** The pairs of different people among whom is one of these. What was said of a merged record holds for its survivor. */
export function distinctPairs(
  { entries, distinct }: Store,
  ids: readonly CustomerId[],
): readonly DistinctPair[] {
  const entryOf: EntryReader = (one) => entries.get(one)
  const isPresent = (id: CustomerId): boolean => entryOf(id)?.state === 'present'
  const othersOf = (self: CustomerId): ReadonlySet<CustomerId> => {
    const groups = lineageOf(entryOf, self).flatMap((one) => distinct.get(one) ?? [])
    return new Set(groups.flat().map((one) => endOf(entryOf, one)))
  }
  const asked = new Set(ids.map((id) => endOf(entryOf, id)).filter(isPresent))
  const pairs = [...asked].flatMap((self) =>
    [...othersOf(self)]
      // of two who were both asked for, the first tells
      .filter((other) => isPresent(other) && other !== self && !(asked.has(other) && isBefore(other, self)))
      .map((other): DistinctPair => (isBefore(self, other) ? [self, other] : [other, self])),
  )
  return pairs.toSorted(
    ([one, other], [first, second]) => compareCodePoints(one, first) || compareCodePoints(other, second),
  )
}

function isBefore(one: CustomerId, other: CustomerId): boolean {
  return compareCodePoints(one, other) < 0
}
