import type { CustomerRecord } from '../../customer/record.js'
import { refusal, unlessProblems, type Outcome, type Refusal } from '../../outcome/outcome.js'
import { problem, under } from '../../outcome/problem.js'
import { checkShape } from '../../outcome/shape-problems.schema.js'
import type { Context } from '../../plan/context.js'
import type { Plan } from '../../plan/plan.js'
import { unsettledProblems } from '../../plan/settled-record.js'
import type { PaymentRequest } from '../../timeline/event.js'
import type { CustomerId } from '../../value/id.js'
import { readPaymentListing } from './payment-listing.schema.js'
import type { PaymentListing, PaymentMethod } from './payment-method.js'
import { paymentProblems, type PaymentParts } from './payment-rules.js'
import { paymentTextProblems } from './payment-texts.js'
import { paymentWishSchemas, type ReadPaymentWishes } from './payment-wish.schema.js'
import { paymentChangeSet } from './payment-write.js'

/** Of whom it is asked, and what the host lists for them. */
export interface PaymentSubject {
  readonly record: CustomerRecord
  readonly listing: PaymentListing
}

/** What the payment provider would be asked for. It holds references only. */
export interface PaymentPlan<Request extends PaymentRequest = PaymentRequest>
  extends Plan<ReadPaymentWishes[Request]> {
  readonly planner: `payment-${Request}`
  readonly customer: CustomerId
  /** the method as the host lists it now */
  readonly method: PaymentMethod
}

/**
 * Plans what the payment provider is asked for. The timeline says that it was asked; what became of it follows when the provider has
 * answered.
 */
export function planPaymentRequest<Request extends PaymentRequest>(
  request: Request,
  { record, listing }: PaymentSubject,
  wish: unknown,
  context: Context,
): Outcome<PaymentPlan<Request>> {
  const read = checkShape(paymentWishSchemas[request], wish)
  if (!read.ok) return read
  const listed = readPaymentListing(listing)
  if (!listed.ok) return within('listing', listed)
  const parts: PaymentParts = { from: null, to: null, replacement: null, ...read.value }
  const method = listed.value.methods.find(({ id }) => id === parts.method)
  const ground = { record, listing: listed.value, parts, context, wish: read.value }
  const limit = context.policy.limits.id
  const problems = [
    ...unsettledProblems(record),
    ...(context.actor.type === 'customer' ? [problem('payment.not-allowed', [], { actor: 'customer' })] : []),
    ...paymentTextProblems(read.value, limit, []),
    ...paymentTextProblems(listed.value, limit, ['listing']),
    ...(method === undefined
      ? [problem('payment.unknown-method', ['method'])]
      : paymentProblems(request, { ...ground, method })),
  ]
  return unlessProblems(problems, () => ({
    planner: `payment-${request}` as const,
    wish: read.value,
    subjects: [record.customer.id],
    touches: [],
    warnings: [],
    changeSet: paymentChangeSet(request, { ...ground, method: method as PaymentMethod }, context),
    customer: record.customer.id,
    method: method as PaymentMethod,
  }))
}

/** The problems of a part, under its name. */
function within(part: string, { problems: [first, ...rest] }: Refusal): Refusal {
  return refusal(under([part], first), ...rest.map((one) => under([part], one)))
}
