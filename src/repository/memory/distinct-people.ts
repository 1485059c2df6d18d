import type { CustomerId } from '../../value/id.js'
import { endOf, lineageOf, type EntryReader } from './entry.js'
import type { Store } from './store.js'

/**
 * The living records of whom it was recorded that they are somebody else, each once. What was said of a merged record holds
 * for its survivor.
 */
export function distinctPeople({ entries, distinct }: Store, id: CustomerId): readonly CustomerId[] {
  const entryOf: EntryReader = (one) => entries.get(one)
  const self = endOf(entryOf, id)
  const others = lineageOf(entryOf, self)
    .flatMap((one) => distinct.get(one) ?? [])
    .flat()
    .map((one) => endOf(entryOf, one))
  return [...new Set(others)].filter((one) => one !== self && entryOf(one)?.state === 'present')
}
