import type { ChangeSet, CommitProblem, CustomerId, Outcome, Receipt } from 'clientele'
import { carryOutChange, erasedBy, writeClaims } from './changes.js'
import { commitProblems } from './commit-problems.js'
import { forget, keep } from './effects.js'
import { rowOf } from './people.js'
import { realIdsOf, withRealIds } from './real-ids.js'
import type { Row, Sqlite } from './sqlite.js'

type Answer = Outcome<Receipt, CommitProblem>

// #region commit
/** One atomic write, or a refusal with all its reasons. Called inside a transaction. */
export function commit(db: Sqlite, changeSet: ChangeSet): Answer {
  // 1. the key: what was carried out under it is answered again, and done no second time
  const earlier = receiptOf(db, changeSet.key)
  if (earlier !== null)
    return earlier.request === changeSet.request
      ? success({ ...earlier.receipt, replayed: true })
      : refusal({ code: 'commit.key-reused', path: [] })
  // 2. the confirmation: `false` as planned, `true` once a person has said so, absent where none is needed
  if (changeSet.confirmed === false) return refusal({ code: 'commit.not-confirmed', path: [] })
  // 3. revisions, guards and claims, all problems at once
  const [first, ...rest] = commitProblems(db, changeSet)
  if (first !== undefined) return refusal(first, ...rest)
  return success(carryOut(db, changeSet))
}

function carryOut(db: Sqlite, planned: ChangeSet): Receipt {
  const ids = realIdsOf(planned)
  const changeSet = withRealIds(planned, ids)
  const touched = touchedBy(changeSet)
  const revisions = revisionsOf(db, touched)
  // 4. whom it erases is read before, because the changes may blank the very contacts
  const before = erasedBy(db, changeSet.changes)
  // 5. the changes, in order
  for (const change of changeSet.changes) carryOutChange(db, change, before)
  writeClaims(db, touched)
  forget(
    db,
    [...before.people.values()].flatMap(({ customers }) => customers),
  )
  const raised = Object.entries(revisionsOf(db, touched)).filter(
    ([id, revision]) => revisions[id] !== revision,
  )
  const receipt = {
    revisions: Object.fromEntries(raised),
    ids: Object.fromEntries(ids),
    summary: changeSet.summary,
    replayed: false,
  }
  keep(db, changeSet, receipt)
  return receipt
}
// #endregion

/** What was carried out under a key. */
export function receiptOf(db: Sqlite, key: string): { request: string; receipt: Receipt } | null {
  const row: Row | undefined = db.all('select request, receipt from receipts where key = ?', key)[0]
  if (row === undefined) return null
  return { request: String(row['request']), receipt: JSON.parse(String(row['receipt'])) as Receipt }
}

/** Whose claims or revision may change. */
function touchedBy({ changes }: ChangeSet): CustomerId[] {
  const ids = changes.flatMap((change) => {
    if (change.type === 'put') return [change.customer.id]
    if (change.type === 'tombstone') return change.into === null ? [change.id] : [change.id, change.into]
    return change.type === 'state' ? [change.id] : []
  })
  return [...new Set(ids)]
}

/** The revisions of those who live on. */
function revisionsOf(db: Sqlite, ids: readonly CustomerId[]): Record<string, string> {
  const rows = ids.map((id) => [id, rowOf(db, id)] as const)
  return Object.fromEntries(
    rows.flatMap(([id, row]) => (row?.['state'] === 'present' ? [[id, String(row['revision'])]] : [])),
  )
}

function success(value: Receipt): Answer {
  return { ok: true, value, warnings: [] }
}

function refusal(first: CommitProblem, ...rest: CommitProblem[]): Answer {
  return { ok: false, problems: [first, ...rest] }
}
