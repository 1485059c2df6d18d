import type { Known } from '../../customer/facts.js'

/** What kind of thing somebody pays with. */
export const paymentMethodKinds = ['card', 'bank-account', 'paypal', 'shop-pay', 'other'] as const

/** What kind of thing somebody pays with. */
export type PaymentMethodKind = (typeof paymentMethodKinds)[number]

/**
 * A stored payment method as a reference (P-1 to P-3): enough for staff to recognise it, and nothing to pay with. No text in it
 * can hold the number of a card.
 */
export interface PaymentMethod {
  /** the payment provider's id of it */
  readonly id: string
  readonly kind: PaymentMethodKind
  /** `Visa`, or the name of a bank */
  readonly brand: string | null
  /** the last four digits of a card or an account */
  readonly lastFour: string | null
  /** until the end of which month it is good */
  readonly expiry: { readonly year: number; readonly month: number } | null
  /** whether it can be removed (P-3) */
  readonly revocable: boolean
  /** whether staff can replace it by hand (P-2) */
  readonly replaceable: boolean
  /** how many active subscriptions are paid with it */
  readonly activeSubscriptions: Known<number>
}

/** An address of a customer to which a link may be sent, by the host's id of it (P-1). */
export interface PaymentRecipient {
  readonly id: string
  readonly email: string
}

/** What the host lists for one customer. */
export interface PaymentListing {
  readonly methods: readonly PaymentMethod[]
  /** where else than to the email of the profile a link may be sent, under a policy that lets staff choose */
  readonly recipients: readonly PaymentRecipient[]
}
