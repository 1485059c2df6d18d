import type { PaymentAnswer, PaymentMethodEffect } from 'clientele'
import { describe, expect, it } from 'vitest'
import { paymentOutcome, paymentResult, resultIn } from '../../../src/messaging/payment/payment-outcome.js'
import { requestOf } from '../../../src/plan/request.js'
import { luhnNumber } from './card-numbers.js'

const by = { type: 'staff', id: 'staff-1' } as const
const now = '2026-11-22T12:00:00.000Z'
const effect: PaymentMethodEffect = {
  id: 'k/payment/1',
  type: 'payment-method',
  customer: '7',
  by,
  request: 'link',
  paymentMethod: 'pm-1',
  from: null,
  to: null,
  replacement: null,
}

describe('P-1 to P-3 what the payment provider answers', () => {
  it('is done where it says so', () => {
    expect(paymentResult({ ok: true })).toEqual({ result: 'done', reason: null })
  })

  it.each([
    ['declined', 'declined'],
    ['Card_Expired.v2-a', 'Card_Expired.v2-a'],
    ['a', 'a'],
    [`a${'b'.repeat(63)}`, `a${'b'.repeat(63)}`],
    // what is no code may be text, and name people
    [`a${'b'.repeat(64)}`, 'other'],
    ['7declined', 'other'],
    ['', 'other'],
    ['Anna has moved', 'other'],
    [' declined', 'other'],
    ['declined!', 'other'],
    [`pan${luhnNumber(16)}`, 'other'],
    [undefined, 'other'],
    [7, 'other'],
    [['declined'], 'other'],
  ])('is refused with a code that can be kept: of %j, %s', (reason, kept) => {
    expect(paymentResult({ ok: false, reason } as PaymentAnswer)).toEqual({ result: 'refused', reason: kept })
  })

  it.each([
    ['link', null, { kind: 'payment-link-sent', by, paymentMethod: 'pm-1' }],
    ['replacement', null, { kind: 'payment-method-replaced', by, paymentMethod: 'pm-1' }],
    ['revocation', null, { kind: 'payment-method-removed', by, paymentMethod: 'pm-1' }],
    [
      'link',
      'declined',
      { kind: 'payment-method-failed', by, paymentMethod: 'pm-1', request: 'link', reason: 'declined' },
    ],
  ] as const)('stands on the timeline of whoever the customer is now: %s, %s', (request, reason, event) => {
    const result = { result: reason === null ? 'done' : 'refused', reason } as const
    const set = paymentOutcome({ ...effect, request }, '8', result, { now })
    expect(set).toEqual({
      key: 'k/payment/1/outcome',
      request: requestOf('payment-outcome', ['7'], { effect: 'k/payment/1' }),
      expects: [],
      guards: [],
      changes: [{ type: 'event', id: 'k/payment/1/outcome/event/1', customer: '8', at: now, event }],
      outbox: [],
      summary: { planner: 'payment-outcome', customer: '8', ...result },
    })
    expect(resultIn(set.summary)).toEqual(result)
  })
})
