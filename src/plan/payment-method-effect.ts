import type { PaymentRequest } from '../timeline/event.js'
import type { Actor } from '../value/actor.js'
import type { CustomerId, EffectId } from '../value/id.js'

/**
 * Has the host's payment provider do what staff asked for (P-1 to P-3). References only: `from` is an email of the shop, `null`
 * for the provider's usual one; `to` is the id of a recipient that the host lists, `null` for the email of the profile; `replacement`
 * is the reference that takes the place of the method. The same `id` asks for the same once.
 */
export interface PaymentMethodEffect {
  readonly id: EffectId
  readonly type: 'payment-method'
  readonly customer: CustomerId
  /** who asked */
  readonly by: Actor
  readonly request: PaymentRequest
  readonly paymentMethod: string
  readonly from: string | null
  readonly to: string | null
  readonly replacement: string | null
}
