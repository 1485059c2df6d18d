import type { Outcome } from '../../outcome/outcome.js'
import type { ChangeSet, Receipt } from '../../plan/change-set.js'
import type { CommitProblem } from '../port.js'
import { commit, erasedIds } from './commit.js'
import { mayBeRepeated } from './failure.js'
import type { Session } from './session.js'
import type { Settings } from './settings.js'

/**
 * A commit without a transaction around it: one statement reads, another writes everything, if nothing of what was read has changed
 * in between. `null` where it has, and where the host's tables belong to it: then it is for a transaction.
 */
export async function commitAtOnce(
  session: Session,
  settings: Settings,
  changeSet: ChangeSet,
): Promise<Outcome<Receipt, CommitProblem> | null> {
  if (isForHost(session, settings, changeSet)) return null
  try {
    return (await commit(session, settings, changeSet)).outcome
  } catch (error) {
    if (mayBeRepeated(error)) return null
    throw error
  }
}

/** Whether tables of the host are read or written in the same transaction. Of the erased ones every relation is told. */
function isForHost({ facts }: Session, { host }: Settings, changeSet: ChangeSet): boolean {
  const { changes, guards } = changeSet
  return (
    host !== null ||
    (facts !== undefined && guards.length > 0) ||
    changes.some(({ type }) => type === 'reassign') ||
    erasedIds(changeSet).length > 0
  )
}
