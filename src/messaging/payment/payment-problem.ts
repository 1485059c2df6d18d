/** Why nothing is done with a payment method (P-1 to P-3). */
export type PaymentProblemCode =
  | 'payment.not-configured'
  | 'payment.not-allowed'
  | 'payment.card-number'
  | 'payment.unknown-method'
  | 'payment.not-replaceable'
  | 'payment.not-revocable'
  | 'payment.in-use'
  | 'payment.use-unknown'
  | 'payment.unknown-sender'
  | 'payment.unknown-recipient'
  | 'payment.recipient-fixed'
  | 'payment.no-recipient'
