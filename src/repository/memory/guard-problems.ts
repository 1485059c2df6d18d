import { factValue, type Facts } from '../../customer/facts.js'
import { problem } from '../../outcome/problem.js'
import { isAllowed } from '../../plan/blocked-by.js'
import type { ChangeSet } from '../../plan/change-set.js'
import type { CustomerId } from '../../value/id.js'
import type { CommitProblem } from '../port.js'
import { withHostTables } from './host.js'
import type { Store } from './store.js'

/** The guarded facts that are no longer among what the plan allows, read now. Nothing is known of who is not there. */
export function guardProblems(store: Store, { guards }: ChangeSet): CommitProblem[] {
  const read = factsReader(store)
  return guards
    .filter(({ id, fact, oneOf }) => !isAllowed(factValue(read(id), fact), oneOf))
    .map(({ id, fact }) => problem('commit.fact-changed', [], { id, fact }))
}

/** Asks the host once a record, however many guards it has. */
function factsReader({ host, entries }: Store): (id: CustomerId) => Partial<Facts> {
  const known = new Map<CustomerId, Partial<Facts>>()
  return (id) => {
    const entry = entries.get(id)
    const facts =
      known.get(id) ?? (entry?.state === 'present' ? withHostTables(host, entry.record).facts : {})
    known.set(id, facts)
    return facts
  }
}
