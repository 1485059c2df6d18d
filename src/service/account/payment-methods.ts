import type { PaymentListing } from '../../messaging/payment/payment-method.js'
import type { PaymentAnswer } from '../../messaging/payment/payment-outcome.js'
import type { PaymentMethodEffect } from '../../plan/payment-method-effect.js'
import type { CustomerId } from '../../value/id.js'

/**
 * The payment provider of the host (P-1 to P-3). What is asked comes as an order of references; the same `id` must be carried out
 * once, because it is asked again after a throw, which means "cannot tell", and after a crash. Whatever it knows of cards stays with it.
 */
export interface PaymentMethods {
  /** the methods that a customer has, and where else a link may be sent */
  list(customer: CustomerId): Promise<PaymentListing>
  /** sends the customer a link to update the method, from and to whom the order says (P-1) */
  sendUpdateLink(order: PaymentMethodEffect): Promise<PaymentAnswer>
  /** puts `replacement` in the place of the method (P-2) */
  replace(order: PaymentMethodEffect): Promise<PaymentAnswer>
  /** removes the method (P-3) */
  revoke(order: PaymentMethodEffect): Promise<PaymentAnswer>
}
