import type { CustomerRecord } from '../customer/record.js'
import type { Problem } from '../outcome/problem.js'
import type { Blocker } from '../policy/blocker.js'
import type { CustomerId } from '../value/id.js'
import { brokenBy } from './blocked-by.js'
import type { Guard } from './change.js'

/** Why a record is not changed, or not now. */
export type RecordProblemCode = 'edit.deleted' | 'edit.redacted' | 'edit.merge-in-progress'

type RecordBlocker = Blocker & { readonly code: RecordProblemCode }

/** Which records nobody changes any more, under every policy (ours). */
const ended: readonly RecordBlocker[] = [
  { code: 'edit.deleted', fact: 'deleted', allows: [false] },
  { code: 'edit.redacted', fact: 'redaction', allows: ['none', 'pending'] },
]

/** Which records are not edited now, either: what a merge still moves may not be found where it was. */
const unsettled: readonly RecordBlocker[] = [
  ...ended,
  { code: 'edit.merge-in-progress', fact: 'mergeInProgress', allows: [false] },
]

/** That a record has ended: nothing of it changes, not even a consent. */
export function endedProblems({ facts }: Pick<CustomerRecord, 'facts'>): Problem[] {
  return brokenBy(facts, ended)
}

/** What a write that rests on no revision relies on: that the record has not ended meanwhile. */
export function livingGuards(id: CustomerId): Guard[] {
  return ended.map(({ fact, allows }) => ({ id, fact, oneOf: allows }))
}

/** That a record has ended, or that a merge of it still goes on. */
export function unsettledProblems({ facts }: Pick<CustomerRecord, 'facts'>): Problem[] {
  return brokenBy(facts, unsettled)
}
