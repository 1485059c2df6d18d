import type { PaymentResult } from '../../messaging/payment/payment-outcome.js'
import type {
  PaymentLinkWish,
  PaymentReplacementWish,
  PaymentRevocationWish,
} from '../../messaging/payment/payment-wish.js'
import { paymentDigest, paymentEffectId } from '../../messaging/payment/payment-write.js'
import { planPaymentRequest, type PaymentPlan } from '../../messaging/payment/plan-payment-request.js'
import { refusal, success, type Outcome } from '../../outcome/outcome.js'
import { problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import type { PaymentMethodEffect } from '../../plan/payment-method-effect.js'
import type { Plan } from '../../plan/plan.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { PaymentRequest } from '../../timeline/event.js'
import type { CustomerId, EffectId } from '../../value/id.js'
import { emptyOutbox } from '../outbox/deliver-effects.js'
import type { PaymentMethods } from './payment-methods.js'
import { planOne } from '../plan-one.js'
import type { CallerOptions, Confirmation, ServicePorts } from '../ports.js'
import { run, type Done } from '../run.js'
import { knownPaymentResult, paymentLane, settlePayment, waiting } from './settle-payment.js'

/** What was asked of the payment provider, and what became of it so far. */
export interface PaymentDone<P> extends Done<P>, PaymentResult {}

/** What is done with the payment methods of customers (P-1 to P-3), by the port `paymentMethods`. */
export interface PaymentCalls<Tx = never> {
  /** Sends the customer a link to update a payment method (P-1). */
  runPaymentMethodLink(
    id: CustomerId,
    wish: PaymentLinkWish,
    options?: CallerOptions<Tx>,
  ): Promise<Outcome<PaymentDone<PaymentPlan<'link'>>>>
  /** Puts another payment method in the place of one (P-2). */
  runPaymentMethodReplacement(
    id: CustomerId,
    wish: PaymentReplacementWish,
    options?: CallerOptions<Tx>,
  ): Promise<Outcome<PaymentDone<PaymentPlan<'replacement'>>>>
  /** Removes a payment method (P-3), once `confirmed`. */
  runPaymentMethodRevocation(
    id: CustomerId,
    wish: PaymentRevocationWish,
    options?: CallerOptions<Tx> & Confirmation,
  ): Promise<Outcome<PaymentDone<PaymentPlan<'revocation'>>>>
}

/** The calls about payment methods, tied to a store. */
export function paymentCalls<Tx>(ports: ServicePorts<Tx>): PaymentCalls<Tx> {
  const calling =
    <Request extends PaymentRequest>(request: Request) =>
    (id: CustomerId, wish: unknown, options: CallerOptions<Tx> & Confirmation = {}) =>
      runPayment(ports, request, id, wish, options)
  return {
    runPaymentMethodLink: calling('link'),
    runPaymentMethodReplacement: calling('replacement'),
    runPaymentMethodRevocation: calling('revocation'),
  }
}

/** Notes what is asked for, asks the provider, and says what it has answered; a repeated call says it again, or asks again. */
async function runPayment<Request extends PaymentRequest, Tx>(
  ports: ServicePorts<Tx>,
  request: Request,
  id: CustomerId,
  wish: unknown,
  options: CallerOptions<Tx> & Confirmation,
): Promise<Outcome<PaymentDone<PaymentPlan<Request>>>> {
  const { paymentMethods } = ports
  if (paymentMethods === undefined)
    return refusal(problem('payment.not-configured', [], { port: 'paymentMethods' }))
  const keyed = { ...options, key: ports.contextOf(options).key }
  const done = await run(
    ports,
    {
      request: () => paymentDigest(request, id, wish),
      confirmed: options.confirmed,
      plan: (context) => listAndPlan({ ports, paymentMethods, request, id, wish }, context, options),
    },
    keyed,
  )
  if (!done.ok) return done
  const effect = paymentEffectId(keyed.key)
  const known = await resultSoFar(ports, effect, options)
  if (known.result !== 'waiting' || options.transaction !== undefined)
    return success({ ...done.value, ...known }, done.warnings)
  await askNow(ports, paymentMethods, done.value.plan)
  return success({ ...done.value, ...(await resultSoFar(ports, effect, options)) }, done.warnings)
}

/** What is noted is never reported as failed: where the store cannot tell the answer now, it waits. */
function resultSoFar<Tx>(
  ports: ServicePorts<Tx>,
  effect: EffectId,
  options: CallOptions<Tx>,
): Promise<PaymentResult> {
  return knownPaymentResult(ports, effect, options).catch(() => waiting)
}

/** Asks for what was planned, or for all that waits where a call is repeated; what cannot be told now stays in the outbox. */
async function askNow<Tx>(
  ports: ServicePorts<Tx>,
  paymentMethods: PaymentMethods,
  plan: Plan<unknown> | null,
): Promise<void> {
  if (plan === null) await emptyOutbox(ports, { payment: paymentLane(ports) }, {})
  for (const effect of (plan?.changeSet.outbox ?? []) as readonly PaymentMethodEffect[]) {
    const isDone = await settlePayment(ports, paymentMethods, effect).catch(() => false)
    // what is done is never reported as failed: an effect that stays is found settled the next time
    if (isDone) await ports.repository.acknowledge([effect.id]).catch(() => undefined)
  }
}

/** What is needed to plan for one customer. */
interface PaymentCall<Request extends PaymentRequest, Tx> {
  readonly ports: ServicePorts<Tx>
  readonly paymentMethods: PaymentMethods
  readonly request: Request
  readonly id: CustomerId
  readonly wish: unknown
}

/** Loads the profile, asks what the customer has to pay with, and plans. */
async function listAndPlan<Request extends PaymentRequest, Tx>(
  { ports, paymentMethods, request, id, wish }: PaymentCall<Request, Tx>,
  context: Context,
  options: CallOptions<Tx>,
): Promise<Outcome<PaymentPlan<Request>>> {
  const found = await planOne(ports, id, (record) => success(record), context, options)
  if (!found.ok) return found
  const listing = await paymentMethods.list(id)
  return planPaymentRequest(request, { record: found.value, listing }, wish, context)
}
