import { refusal, success, unlessProblems, type Outcome } from '../../outcome/outcome.js'
import { problem } from '../../outcome/problem.js'
import type { ChangeSet, Receipt } from '../../plan/change-set.js'
import type { CustomerId, Revision } from '../../value/id.js'
import type { CommitProblem } from '../port.js'
import { alone } from './alone.js'
import { applyChange } from './apply-change.js'
import { commitProblems } from './commit-problems.js'
import { forgetPeople, peopleToErase } from './erasure.js'
import { frozenCopy } from './frozen-copy.js'
import { frozenTable } from './frozen-table.js'
import { addRow } from './named-rows.js'
import { idsNamed, idsOfEffect } from './named-ids.js'
import { rememberLeaving } from './redaction-progress.js'
import { numberNewThings, withRealIds, type NewIds } from './real-ids.js'
import { publish, raiseRevisions, stage, type Staged } from './staged.js'
import type { Store } from './store.js'

/** One atomic write, in the order that every store keeps: the key, the confirmation, what has changed since, the changes. */
export function commit(store: Store, changeSet: ChangeSet): Outcome<Receipt, CommitProblem> {
  return alone(store, () => answer(store, changeSet))
}

function answer(store: Store, changeSet: ChangeSet): Outcome<Receipt, CommitProblem> {
  const earlier = store.receipts.rows.get(changeSet.key)?.row
  if (earlier !== undefined)
    return earlier.request === changeSet.request
      ? success({ ...earlier.receipt, replayed: true })
      : refusal(problem('commit.key-reused'))
  if (changeSet.confirmed === false) return refusal(problem('commit.not-confirmed'))
  return unlessProblems(commitProblems(store, changeSet), () => carryOut(store, changeSet))
}

function carryOut(store: Store, planned: ChangeSet): Receipt {
  const numbering = { ...store.numbering }
  const ids = numberNewThings(planned.changes, numbering)
  const changeSet = withRealIds(planned, ids)
  const staged = stage(store, numbering, peopleToErase(store, changeSet.changes))
  for (const change of changeSet.changes) applyChange(staged, change)
  forgetPeople(staged)
  raiseRevisions(staged)
  const receipt = receiptOf(staged, ids, changeSet)
  stageRows(staged, changeSet, receipt)
  rememberLeaving(staged)
  publish(staged)
  return receipt
}

function receiptOf({ entries }: Staged, ids: NewIds, { summary }: ChangeSet): Receipt {
  const revisions: [CustomerId, Revision][] = []
  for (const [id, entry] of entries)
    if (entry.state === 'present') revisions.push([id, entry.record.revision])
  return Object.freeze({
    revisions: frozenTable(revisions),
    ids: frozenTable(ids),
    summary: frozenCopy(summary),
    replayed: false,
  })
}

/** After whatever erasure drops: what this commit itself leaves must stay. */
function stageRows({ store, writes }: Staged, changeSet: ChangeSet, receipt: Receipt): void {
  const settled = Object.freeze({ request: changeSet.request, receipt })
  const effects = frozenCopy(changeSet.outbox)
  const names = idsNamed(changeSet)
  writes.push(() => {
    for (const effect of effects) addRow(store.outbox, effect.id, effect, idsOfEffect(effect))
    addRow(store.receipts, changeSet.key, settled, names)
  })
}
