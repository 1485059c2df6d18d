import type { Outcome } from '../../outcome/outcome.js'
import type { Context } from '../../plan/context.js'
import type { PaymentLinkWish, PaymentReplacementWish, PaymentRevocationWish } from './payment-wish.js'
import { planPaymentRequest, type PaymentPlan, type PaymentSubject } from './plan-payment-request.js'

/**
 * Plans a link by which the customer updates a payment method (P-1). It comes from one of `shop.senders`, the provider's usual sender
 * unless one is chosen, and goes to the email of the profile, or, under a policy whose `paymentLink.recipient` is `'chosen'`, to one
 * of the addresses that the host lists. Plan, effect and timeline hold references, no address of the customer.
 *
 * Codes: `shape.*`, `text.*`, `payment.card-number`, `payment.not-allowed` (`params.actor`), `payment.unknown-method`,
 * `payment.unknown-sender`, `payment.unknown-recipient`, `payment.recipient-fixed`, `payment.no-recipient`, `edit.deleted`,
 * `edit.redacted`, `edit.merge-in-progress`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../../testing/build-context.js')
 * const { buildRecord } = await import('../../testing/build-record.js')
 * const { buildPaymentMethod } = await import('../../testing/build-payment-method.js')
 * const subject = { record: buildRecord(), listing: { methods: [buildPaymentMethod({ id: 'pm-1' })], recipients: [] } }
 * const outcome = planPaymentMethodLink(subject, { method: 'pm-1' }, buildContext())
 * expect(outcome.ok && outcome.value.changeSet.outbox).toMatchObject([{ request: 'link', paymentMethod: 'pm-1' }])
 * ```
 */
export function planPaymentMethodLink(
  subject: PaymentSubject,
  wish: PaymentLinkWish,
  context: Context,
): Outcome<PaymentPlan<'link'>> {
  return planPaymentRequest('link', subject, wish, context)
}

/**
 * Plans to put another payment method in the place of one that staff can replace (P-2). The new one comes as the reference that the
 * provider's own form has given; its number is never seen here.
 *
 * Codes: those of `planPaymentMethodLink` that say nothing of addresses, and `payment.not-replaceable`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../../testing/build-context.js')
 * const { buildRecord } = await import('../../testing/build-record.js')
 * const { buildPaymentMethod } = await import('../../testing/build-payment-method.js')
 * const methods = [buildPaymentMethod({ id: 'pm-1', replaceable: false })]
 * const subject = { record: buildRecord(), listing: { methods, recipients: [] } }
 * const outcome = planPaymentMethodReplacement(subject, { method: 'pm-1', replacement: 'tok-2' }, buildContext())
 * expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(['payment.not-replaceable'])
 * ```
 */
export function planPaymentMethodReplacement(
  subject: PaymentSubject,
  wish: PaymentReplacementWish,
  context: Context,
): Outcome<PaymentPlan<'replacement'>> {
  return planPaymentRequest('replacement', subject, wish, context)
}

/**
 * Plans to remove a payment method (P-3), which waits for a person's word. Refused while an active subscription is paid with it; where
 * nobody can tell, while the customer may have any.
 *
 * Codes: those of `planPaymentMethodLink` that say nothing of addresses, and `payment.not-revocable`, `payment.in-use`
 * (`params.subscriptions`), `payment.use-unknown`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../../testing/build-context.js')
 * const { buildRecord } = await import('../../testing/build-record.js')
 * const { buildPaymentMethod } = await import('../../testing/build-payment-method.js')
 * const methods = [buildPaymentMethod({ id: 'pm-1', activeSubscriptions: 2 })]
 * const subject = { record: buildRecord(), listing: { methods, recipients: [] } }
 * const outcome = planPaymentMethodRevocation(subject, { method: 'pm-1' }, buildContext())
 * expect(outcome.ok ? [] : outcome.problems).toEqual([
 *   { code: 'payment.in-use', path: ['method'], params: { subscriptions: 2 } },
 * ])
 * ```
 */
export function planPaymentMethodRevocation(
  subject: PaymentSubject,
  wish: PaymentRevocationWish,
  context: Context,
): Outcome<PaymentPlan<'revocation'>> {
  return planPaymentRequest('revocation', subject, wish, context)
}
