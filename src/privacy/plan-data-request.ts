import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import type { Context } from '../plan/context.js'
import { privacyRules, ruleProblems } from './privacy-rules.js'
import { statePlan, type PrivacyStatePlan, type PrivacySubject } from './state-plan.js'

/**
 * Plans to note that somebody asks for all data that the shop holds on a person (G-4); until it is handed over the profile cannot
 * be merged (MB-9).
 *
 * Codes: `privacy.deleted`, `privacy.already-redacted`, `privacy.data-already-requested`, `privacy.unknown-fact` (`params.fact`).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const outcome = planDataRequest(buildRecord({ facts: { dataRequest: 'pending' } }), buildContext())
 * expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(['privacy.data-already-requested'])
 * ```
 */
export function planDataRequest(record: PrivacySubject, context: Context): Outcome<PrivacyStatePlan> {
  return unlessProblems(ruleProblems(record.facts, privacyRules.dataRequest), () =>
    statePlan('data-request', record, { dataRequest: 'pending' }, 'data-requested', context),
  )
}

/**
 * Plans to note that the data was handed over, or the request withdrawn (G-4): `exportPersonalData` makes what to hand over.
 *
 * Codes: `privacy.deleted`, `privacy.data-not-requested`, `privacy.unknown-fact` (`params.fact`).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const outcome = planDataRequestCompletion(buildRecord({ facts: { dataRequest: 'pending' } }), buildContext())
 * expect(outcome.ok).toBe(true)
 * ```
 */
export function planDataRequestCompletion(
  record: PrivacySubject,
  context: Context,
): Outcome<PrivacyStatePlan> {
  return unlessProblems(ruleProblems(record.facts, privacyRules.dataRequestCompletion), () =>
    statePlan('data-request-completion', record, { dataRequest: 'none' }, 'data-handed-over', context),
  )
}
