import type { Person } from '../../plan/person.js'
import type { CustomerId } from '../../value/id.js'
import { lineageOf, type EntryReader } from './entry.js'
import { frozenCopy } from './frozen-copy.js'
import { joinIdentities, noIdentities } from './identities.js'
import type { Store } from './store.js'

/** Under what the host's tables may know a person now; of somebody who is leaving, also under what they were known before. */
export function knownAs({ entries, leaving }: Store, id: CustomerId): Person {
  const entryOf: EntryReader = (one) => entries.get(one)
  const entry = entryOf(id)
  const { current, former } =
    entry?.state === 'present' ? entry : { current: noIdentities, former: noIdentities }
  const identities = joinIdentities(current, former, leaving.get(id) ?? noIdentities)
  return frozenCopy({ customers: lineageOf(entryOf, id), ...identities })
}
