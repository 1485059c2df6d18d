import type { PaymentMethod } from '../messaging/payment/payment-method.js'

/**
 * A whole payment method from any part of one: a card that can be replaced and removed.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(buildPaymentMethod({ revocable: false })).toMatchObject({ id: 'pm-1', kind: 'card', revocable: false })
 * ```
 */
export function buildPaymentMethod(overrides: Partial<PaymentMethod> = {}): PaymentMethod {
  return {
    id: 'pm-1',
    kind: 'card',
    brand: 'Visa',
    lastFour: '4242',
    expiry: { year: 2030, month: 12 },
    revocable: true,
    replaceable: true,
    activeSubscriptions: 0,
    ...overrides,
  }
}
