import type { PaymentRequest } from '../timeline/event.js'
import type { CustomerId, EffectId } from '../value/id.js'

/**
 * Has the host's payment provider do what staff asked for (P-1 to P-3). References only: `from` and `to` are the ids of addresses
 * that the host lists, `null` where it is the shop's usual sender and the customer's own email; `replacement` is the reference
 * that takes the place of the method.
 */
export interface PaymentMethodEffect {
  readonly id: EffectId
  readonly type: 'payment-method'
  readonly customer: CustomerId
  readonly request: PaymentRequest
  readonly paymentMethod: string
  readonly from: string | null
  readonly to: string | null
  readonly replacement: string | null
}
