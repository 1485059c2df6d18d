import {
  paymentOutcome,
  paymentOutcomeKey,
  paymentResult,
  resultIn,
  type PaymentResult,
} from '../../messaging/payment/payment-outcome.js'
import type { PaymentMethodEffect } from '../../plan/payment-method-effect.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { CustomerId, EffectId } from '../../value/id.js'
import type { PaymentRequest } from '../../timeline/event.js'
import type { PaymentMethods } from './payment-methods.js'
import type { ServicePorts } from '../ports.js'
import { recordBehind } from '../record-behind.js'
import { send } from '../send.js'

/** What of the port does what is asked for. */
const asks: { readonly [Request in PaymentRequest]: Exclude<keyof PaymentMethods, 'list'> } = {
  link: 'sendUpdateLink',
  replacement: 'replace',
  revocation: 'revoke',
}

/** How payment methods are seen to, if the host has a provider for them. */
export function paymentLane<Tx>(
  ports: ServicePorts<Tx>,
): ((effect: PaymentMethodEffect) => Promise<boolean>) | undefined {
  const { paymentMethods } = ports
  return paymentMethods && ((effect) => settlePayment(ports, paymentMethods, effect))
}

/** Nothing is known yet. */
export const waiting: PaymentResult = { result: 'waiting', reason: null }

/** What became of a request, as far as it is known. */
export async function knownPaymentResult<Tx>(
  { repository }: ServicePorts<Tx>,
  effect: EffectId,
  options: CallOptions<Tx>,
): Promise<PaymentResult> {
  const earlier = await repository.outcomeOf(paymentOutcomeKey(effect), options)
  return earlier === null ? waiting : resultIn(earlier.receipt.summary)
}

/**
 * Asks the provider, and puts its answer on the timeline before the effect goes: a crash in between asks once more, under the same
 * id. Gives whether the effect is done with. Takes no signal, because what was done must be told.
 */
export async function settlePayment<Tx>(
  ports: ServicePorts<Tx>,
  paymentMethods: PaymentMethods,
  effect: PaymentMethodEffect,
): Promise<boolean> {
  const known = await knownPaymentResult(ports, effect.id, {})
  if (known.result !== 'waiting') return true
  const answer = await paymentMethods[asks[effect.request]](effect)
  const customer = await livingBehind(ports, effect.customer)
  // an erased timeline begins with nothing but the erasure, and that of somebody deleted has ended
  if (customer === null) return true
  const outcome = paymentOutcome(effect, customer, paymentResult(answer), ports.contextOf({}))
  return (await send(ports, outcome, {})).ok
}

/** Under which id the customer lives now, merges followed; `null` where nothing more is told of them. */
async function livingBehind<Tx>(
  { repository }: ServicePorts<Tx>,
  id: CustomerId,
): Promise<CustomerId | null> {
  const record = await recordBehind(repository, id, {})
  const isLiving = record !== undefined && record.facts.redaction !== 'done' && !record.facts.deleted
  return isLiving ? record.customer.id : null
}
