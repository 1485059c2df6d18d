/** To whom and from whom a link to update a payment method is sent (P-1). */
export interface PaymentLinkWish {
  /** the id of the payment method */
  readonly method: string
  /** the email of one of `shop.senders`; the provider's usual sender unless given */
  readonly from?: string | null | undefined
  /** the id of a recipient that the host lists; the email of the profile unless given */
  readonly to?: string | null | undefined
}

/** What takes the place of a payment method (P-2). */
export interface PaymentReplacementWish {
  readonly method: string
  /** the provider's reference of the new one, as its own form has given it */
  readonly replacement: string
}

/** Which payment method is removed (P-3). */
export interface PaymentRevocationWish {
  readonly method: string
}
