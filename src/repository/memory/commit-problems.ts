import { problem } from '../../outcome/problem.js'
import type { ChangeSet, Expectation } from '../../plan/change-set.js'
import type { CommitProblem } from '../port.js'
import { idsMadeBy, missingTargets } from './change-target.js'
import { claimProblems } from './claim-problems.js'
import { guardProblems } from './guard-problems.js'
import type { Store } from './store.js'

/**
 * Everything that has changed since the plan was made, all at once: records, facts, unique keys.
 *
 * Codes, each with `params.id`: `commit.stale`, `commit.fact-changed` (and `params.fact`), `commit.identity-taken` (and
 * `params.holder`; the path is the kind of contact).
 */
export function commitProblems(store: Store, changeSet: ChangeSet): readonly CommitProblem[] {
  return [
    ...staleProblems(store, changeSet),
    ...guardProblems(store, changeSet),
    ...claimProblems(store, changeSet),
  ]
}

/** A record that is not as it was read; or that a change aims at and that is no longer there, expected or not. */
function staleProblems(store: Store, { expects, changes }: ChangeSet): CommitProblem[] {
  const unexpected = expects.filter((expected) => !isAsExpected(store, expected)).map(({ id }) => id)
  const made = idsMadeBy(changes)
  const missing = changes.flatMap((change) => missingTargets(store, change, made))
  return [...new Set([...unexpected, ...missing])].map((id) => problem('commit.stale', [], { id }))
}

/** An id that once led to a record is never absent again. */
function isAsExpected({ entries }: Store, { id, revision }: Expectation): boolean {
  const entry = entries.get(id)
  if (revision === 'absent') return entry === undefined
  return entry?.state === 'present' && entry.record.revision === revision
}
