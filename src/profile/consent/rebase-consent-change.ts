import type { CustomerRecord } from '../../customer/record.js'
import { consentChannels } from '../../customer/consent-channels.js'
import { invariant } from '../../outcome/invariant.js'
import { refusal, type Outcome } from '../../outcome/outcome.js'
import { problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import { editConflicts } from '../edit/edit-conflicts.js'
import { planConsentChange, type ConsentPlan } from './plan-consent-change.js'

/**
 * Plans what a customer said anew on a newer record (E-6). Another word in between does not stand against it, for the
 * transitions and the times decide which counts; another contact does: nothing was said for that one.
 *
 * Refused with `edit.conflict` at the contact, else with whatever `planConsentChange` refuses.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../../testing/build-context.js')
 * const { buildRecord } = await import('../../testing/build-record.js')
 * const plan = planConsentChange(buildRecord(), { channel: 'email', state: 'UNSUBSCRIBED' }, buildContext())
 * if (!plan.ok) throw new Error('refused')
 * const current = buildRecord({ customer: { email: 'other@example.com' } })
 * expect(rebaseConsentChange(plan.value, current, buildContext()).ok).toBe(false)
 * ```
 */
export function rebaseConsentChange(
  plan: Pick<ConsentPlan, 'wish' | 'touches' | 'subjects'>,
  current: CustomerRecord,
  context: Context,
): Outcome<ConsentPlan> {
  invariant(
    plan.subjects[0] === current.customer.id,
    'a word is planned anew on a record of the same customer',
  )
  const { contact } = consentChannels[plan.wish.channel]
  const isAnother = editConflicts(plan, current).some(({ path }) => path[0] === contact)
  return isAnother
    ? refusal(problem('edit.conflict', [contact]))
    : planConsentChange(current, plan.wish, context)
}
