import { factValue } from '../customer/facts.js'
import { refusal, success, type Outcome } from '../outcome/outcome.js'
import { problem } from '../outcome/problem.js'
import { isAllowed } from '../plan/blocked-by.js'
import type { ChangeSet } from '../plan/change-set.js'
import type { CallOptions } from '../repository/call-options.js'
import type { CommitProblem, Loaded } from '../repository/port.js'
import type { ServicePorts } from './ports.js'

/**
 * For a store that cannot read the guarded facts inside a commit: reads them again just before. Between this and the
 * commit a gap remains, which the store's capabilities declare. As in a commit, a key that was carried out and a missing
 * confirmation come first, and those the store answers; records that have changed are `commit.stale` there.
 */
export async function guardsHold<Tx>(
  { repository }: ServicePorts<Tx>,
  { key, confirmed, guards }: ChangeSet,
  options: CallOptions<Tx>,
): Promise<Outcome<null, CommitProblem>> {
  if (guards.length === 0 || repository.capabilities.guards === 'in-commit') return success(null)
  if (confirmed === false || (await repository.outcomeOf(key, options)) !== null) return success(null)
  const loaded = await repository.load(
    guards.map(({ id }) => id),
    options,
  )
  const [first, ...rest] = guards
    .filter((guard, index) => !holds(guard, loaded[index]))
    .map(({ id, fact }) => problem('commit.fact-changed', [], { id, fact }))
  return first === undefined ? success(null) : refusal(first, ...rest)
}

function holds({ fact, oneOf }: ChangeSet['guards'][number], loaded: Loaded | undefined): boolean {
  return loaded?.state === 'present' && isAllowed(factValue(loaded.record.facts, fact), oneOf)
}
