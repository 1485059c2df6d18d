import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import type { Context } from '../plan/context.js'
import { actorReference } from '../value/actor.js'
import { privacyRules, ruleProblems } from './privacy-rules.js'
import { statePlan, type PrivacyStatePlan, type PrivacySubject } from './state-plan.js'

/**
 * Plans to note that somebody, the context's actor, asks for the erasure of a person's data (G-1). Nothing is erased yet; the
 * profile can be merged (MB-7) and deleted (D-1) no more, and no file brings it up to date.
 *
 * Codes: `privacy.deleted`, `privacy.already-requested`, `privacy.already-redacted`, and `privacy.unknown-fact`
 * (`params.fact`) of a record without one of the library's facts.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const outcome = planRedactionRequest(buildRecord({ customer: { id: '7' } }), buildContext())
 * expect(outcome.ok && outcome.value.changeSet.changes).toContainEqual(
 *   { type: 'state', id: '7', field: 'redaction', value: 'pending' },
 * )
 * ```
 */
export function planRedactionRequest(record: PrivacySubject, context: Context): Outcome<PrivacyStatePlan> {
  const request = { at: context.now, by: actorReference(context.actor) }
  const facts = { redaction: 'pending', redactionRequest: request } as const
  return unlessProblems(ruleProblems(record.facts, privacyRules.redactionRequest), () =>
    statePlan('redaction-request', record, facts, 'redaction-requested', context),
  )
}
