import type { JsonValue } from '../../outcome/json.js'
import type { CustomerRecord } from '../../customer/record.js'
import { checkShape } from '../../outcome/shape-problems.schema.js'
import type { ChangeSet } from '../../plan/change-set.js'
import type { Context } from '../../plan/context.js'
import { eventChange } from '../../plan/event-change.js'
import type { PaymentMethodEffect } from '../../plan/payment-method-effect.js'
import { requestOf, type RequestDigest } from '../../plan/request.js'
import type { PaymentRequest } from '../../timeline/event.js'
import type { CustomerId, EffectId } from '../../value/id.js'
import { paymentGuards, senderOf, type PaymentGround, type PaymentParts } from './payment-rules.js'
import { paymentWishSchemas } from './payment-wish.schema.js'

/** Whether it cannot be undone: a method that is removed, only the customer can bring back (P-3). */
const isFinal: { readonly [Request in PaymentRequest]: boolean } = {
  link: false,
  replacement: false,
  revocation: true,
}

/** By what a repeated wish is recognised, whatever it leaves out. */
export function paymentDigest(request: PaymentRequest, id: CustomerId, wish: unknown): RequestDigest {
  const read = checkShape<unknown>(paymentWishSchemas[request], wish)
  return requestOf(`payment-${request}`, [id], (read.ok ? read.value : wish) as JsonValue)
}

/** The id of the one effect of a request under a key. */
export function paymentEffectId(key: string): EffectId {
  return `${key}/payment/1`
}

/** Changes nothing of the record: the timeline says what was asked for, and the payment provider is asked. */
export function paymentChangeSet(
  request: PaymentRequest,
  ground: PaymentGround & { readonly record: CustomerRecord; readonly wish: unknown },
  context: Context,
): ChangeSet {
  const { record, method, wish } = ground
  const { id } = record.customer
  const asked = {
    kind: 'payment-method-requested',
    by: context.actor,
    paymentMethod: method.id,
    request,
  } as const
  return {
    key: context.key,
    request: paymentDigest(request, id, wish),
    ...(isFinal[request] ? { confirmed: false } : {}),
    expects: [{ id, revision: record.revision }],
    guards: paymentGuards(request, ground),
    changes: [eventChange(context, 1, id, asked)],
    outbox: [effectOf(request, id, ground.parts, context)],
    summary: { planner: `payment-${request}`, customer: id },
  }
}

function effectOf(
  request: PaymentRequest,
  customer: CustomerId,
  { method, from, to, replacement }: PaymentParts,
  context: Context,
): PaymentMethodEffect {
  return {
    id: paymentEffectId(context.key),
    type: 'payment-method',
    customer,
    by: context.actor,
    request,
    paymentMethod: method,
    from: from === null ? null : senderOf(from, context),
    to,
    replacement,
  }
}
