import { isProgrammersError } from '../outcome/invariant.js'
import { refusal, type Outcome } from '../outcome/outcome.js'
import { problem } from '../outcome/problem.js'
import type { ChangeSet, Receipt } from '../plan/change-set.js'
import type { CallOptions } from '../repository/call-options.js'
import type { CommitProblem } from '../repository/port.js'
import type { ServicePorts } from './ports.js'

/**
 * Commits, and where the answer is lost sends the identical change set again: the key makes that safe. After the last
 * attempt the outcome is `commit.outcome-unknown` with the key, by which the host can ask `outcomeOf` later.
 * What was thrown, the host's `onError` is told. What a programmer has to mend, such as a table that is not there, is thrown at once.
 * In the host's own transaction there is one attempt, and a throw passes through.
 */
export async function send<Tx>(
  ports: ServicePorts<Tx>,
  changeSet: ChangeSet,
  options: CallOptions<Tx>,
): Promise<Outcome<Receipt, CommitProblem>> {
  if (options.transaction !== undefined) return ports.repository.commit(changeSet, options)
  for (let attempt = 1; attempt <= ports.attempts; attempt++) {
    options.signal?.throwIfAborted()
    const outcome = await ports.repository.commit(changeSet, options).catch((error: unknown) => {
      if (isProgrammersError(error)) throw error
      ports.onError(error, { call: 'commit', key: changeSet.key })
      return null
    })
    if (outcome !== null) return outcome
  }
  return refusal(problem('commit.outcome-unknown', [], { key: changeSet.key }))
}
