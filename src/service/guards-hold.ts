import { factValue } from '../customer/facts.js'
import { refusal, success, type Outcome } from '../outcome/outcome.js'
import { problem } from '../outcome/problem.js'
import type { Guard } from '../plan/change.js'
import type { CallOptions, CommitProblem, Loaded } from '../repository/port.js'
import type { ServicePorts } from './ports.js'

/**
 * For a store that cannot read the guarded facts inside a commit: reads them again just before. Between this and the
 * commit a gap remains, which the store's capabilities declare.
 */
export async function guardsHold<Tx>(
  { repository }: ServicePorts<Tx>,
  guards: readonly Guard[],
  options: CallOptions<Tx>,
): Promise<Outcome<null, CommitProblem>> {
  if (guards.length === 0 || repository.capabilities.guards === 'in-commit') return success(null)
  const loaded = await repository.load(
    guards.map(({ id }) => id),
    options,
  )
  const [first, ...rest] = guards
    .filter((guard, index) => !holds(guard, loaded[index]))
    .map(({ id, fact }) => problem('commit.fact-changed', [], { id, fact }))
  return first === undefined ? success(null) : refusal(first, ...rest)
}

function holds({ fact, oneOf }: Guard, loaded: Loaded | undefined): boolean {
  return loaded?.state === 'present' && oneOf.includes(factValue(loaded.record.facts, fact))
}
