import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import { actorReference, type Actor } from '../value/actor.js'
import type { PrivacyProblemCode } from './privacy-problem.js'
import { privacyRules, ruleProblems } from './privacy-rules.js'
import { statePlan, type PrivacyStatePlan, type PrivacySubject } from './state-plan.js'

/**
 * Plans to withdraw the request for an erasure (G-1): only by whom it was made (`Actor`, its type and id), and only until the
 * erasure begins.
 *
 * Codes: `privacy.deleted`, `privacy.not-pending`, `privacy.not-requester`, `privacy.erasure-begun` where rows of the host are
 * being erased already, `privacy.unknown-fact` (`params.fact`).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const redactionRequest = { at: '2026-11-01T00:00:00.000Z', by: 'customer:7' }
 * const record = buildRecord({ facts: { redaction: 'pending', redactionRequest } })
 * const byStaff = planRedactionCancellation(record, buildContext())
 * expect(byStaff.ok ? [] : byStaff.problems.map(({ code }) => code)).toEqual(['privacy.not-requester'])
 * const byThemselves = planRedactionCancellation(record, buildContext({ actor: { type: 'customer', id: '7' } }))
 * expect(byThemselves.ok).toBe(true)
 * ```
 */
export function planRedactionCancellation(
  record: PrivacySubject,
  context: Context,
): Outcome<PrivacyStatePlan> {
  const facts = { redaction: 'none', redactionRequest: null } as const
  const problems = [
    ...ruleProblems(record.facts, privacyRules.redactionCancellation),
    ...requesterProblems(record, context.actor),
  ]
  return unlessProblems(problems, () =>
    statePlan('redaction-cancellation', record, facts, 'redaction-cancelled', context),
  )
}

/** Where nothing is requested there is nobody to be it; an erasure that nobody is noted for is nobody's to cancel. */
function requesterProblems({ facts }: PrivacySubject, actor: Actor): Problem<PrivacyProblemCode>[] {
  const isRequester = facts.redactionRequest?.by === actorReference(actor)
  return facts.redaction !== 'pending' || isRequester
    ? []
    : [problem('privacy.not-requester', ['facts', 'redactionRequest'])]
}
