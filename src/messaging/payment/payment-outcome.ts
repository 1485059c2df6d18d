import type { JsonValue } from '../../outcome/json.js'
import type { ChangeSet } from '../../plan/change-set.js'
import type { Context } from '../../plan/context.js'
import { eventChange } from '../../plan/event-change.js'
import type { PaymentMethodEffect } from '../../plan/payment-method-effect.js'
import { requestOf } from '../../plan/request.js'
import type { PaymentRequest, TimelineEvent } from '../../timeline/event.js'
import type { CustomerId, EffectId } from '../../value/id.js'
import { holdsCardNumber } from './card-number.js'

/** What a payment provider answers: that it is done, or a code of why not; never its own words, which may name people. */
export type PaymentAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** What became of a request; `waiting` where the provider has not answered yet: it is asked again with the outbox. */
export interface PaymentResult {
  readonly result: 'done' | 'refused' | 'waiting'
  /** the provider's code of why it refused, `other` where it gave none that can be kept */
  readonly reason: string | null
}

/** A word that says why: no text, so no person is in it. */
const CODE = /^[a-z][a-z0-9._-]{0,63}$/i

const doneEvents = {
  link: 'payment-link-sent',
  replacement: 'payment-method-replaced',
  revocation: 'payment-method-removed',
} as const satisfies { readonly [Request in PaymentRequest]: TimelineEvent['kind'] }

/** The key under which the answer to a request is kept, once. */
export function paymentOutcomeKey(effect: EffectId): string {
  return `${effect}/outcome`
}

/** The answer as it is kept. */
export function paymentResult(answer: PaymentAnswer): PaymentResult {
  if (answer.ok) return { result: 'done', reason: null }
  const { reason } = answer
  const isCode = typeof reason === 'string' && CODE.test(reason) && !holdsCardNumber(reason)
  return { result: 'refused', reason: isCode ? reason : 'other' }
}

/** Puts on the timeline what became of a request, under whatever id the customer lives now. */
export function paymentOutcome(
  effect: PaymentMethodEffect,
  customer: CustomerId,
  result: PaymentResult,
  { now }: Pick<Context, 'now'>,
): ChangeSet {
  const key = paymentOutcomeKey(effect.id)
  return {
    key,
    request: requestOf('payment-outcome', [effect.customer], { effect: effect.id }),
    expects: [],
    guards: [],
    changes: [eventChange({ key, now }, 1, customer, eventOf(effect, result))],
    outbox: [],
    summary: { planner: 'payment-outcome', customer, ...result },
  }
}

/** What a receipt of `paymentOutcome` says. */
export function resultIn(summary: { readonly [name: string]: JsonValue }): PaymentResult {
  const { result, reason } = summary as unknown as PaymentResult
  return { result, reason }
}

function eventOf(
  { by, paymentMethod, request }: PaymentMethodEffect,
  { reason }: PaymentResult,
): TimelineEvent {
  return reason === null
    ? { kind: doneEvents[request], by, paymentMethod }
    : { kind: 'payment-method-failed', by, paymentMethod, request, reason }
}
