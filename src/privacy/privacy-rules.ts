import type { Facts } from '../customer/facts.js'
import type { Problem } from '../outcome/problem.js'
import { blockedBy } from '../plan/blocked-by.js'
import type { Blocker } from '../policy/blocker.js'
import type { PrivacyProblemCode } from './privacy-problem.js'

/** A reason of this room against a plan. */
type Row = Blocker & { readonly code: PrivacyProblemCode }

const deleted = { code: 'privacy.deleted', fact: 'deleted', allows: [false] } as const satisfies Row

const redacted = {
  code: 'privacy.already-redacted',
  fact: 'redaction',
  allows: ['none', 'pending'],
} as const satisfies Row

/** What each plan asks of a record's state; all of it is the library's own, so the revision covers it and no guard is needed. */
export const privacyRules = {
  redactionRequest: [
    deleted,
    redacted,
    { code: 'privacy.already-requested', fact: 'redaction', allows: ['none', 'done'] },
  ],
  redactionCancellation: [
    deleted,
    { code: 'privacy.not-pending', fact: 'redaction', allows: ['pending'] },
    // what the host has erased cannot be brought back
    { code: 'privacy.erasure-begun', fact: 'relationRedaction', allows: ['none'] },
  ],
  redaction: [
    deleted,
    redacted,
    // rows of an absorbed person that are still to be moved would escape the erasure (M-1)
    { code: 'privacy.merge-in-progress', fact: 'mergeInProgress', allows: [false] },
    { code: 'privacy.relation-outstanding', fact: 'relationRedaction', allows: ['none', 'done'] },
  ],
  /** in addition, where the policy wants a request before anything is erased */
  requestFirst: [{ code: 'privacy.not-requested', fact: 'redaction', allows: ['pending', 'done'] }],
  dataRequest: [
    deleted,
    redacted,
    { code: 'privacy.data-already-requested', fact: 'dataRequest', allows: ['none'] },
  ],
  dataRequestCompletion: [
    deleted,
    { code: 'privacy.data-not-requested', fact: 'dataRequest', allows: ['pending'] },
  ],
} as const satisfies { readonly [plan: string]: readonly Row[] }

/** What rules have against a record; a fact that is not there blocks too, as `privacy.unknown-fact`. */
export function ruleProblems(facts: Partial<Facts>, rules: readonly Row[]): Problem[] {
  const told = { ...facts, relationRedaction: relationRedactionOf(facts) }
  return blockedBy(told, rules, { code: 'privacy.unknown-fact' })
}

/** How far the host's tables are; a store in which none follows by the outbox has nothing to write down, so absent is none. */
export function relationRedactionOf({
  relationRedaction = 'none',
}: Partial<Facts>): Facts['relationRedaction'] {
  return relationRedaction
}
