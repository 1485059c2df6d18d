import type { Flavour } from '../value/id.js'

/** The id of an email; derives from the key of its change set and the customer, so that a retry repeats it. Fit for a header. */
export type MessageId = Flavour<'MessageId'>

/** What an email is for: marketing needs the customer's yes, what belongs to an order or an account does not. */
export type EmailPurpose = 'marketing' | 'transactional'

/** A code that takes something off a price, sent along as data (T-2). */
export interface EmailDiscount {
  readonly code: string
  readonly title: string | null
}

/**
 * An email as it was written: what is seen when it is viewed, and what is sent when a copy is asked for (T-4). Personal data all of
 * it; it stands on the timeline, and goes with it when the person is erased.
 */
export interface StoredEmail {
  readonly from: { readonly email: string; readonly name: string | null }
  readonly to: string
  /** who gets the same email without being named in it */
  readonly bcc: readonly string[]
  readonly purpose: EmailPurpose
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly discounts: readonly EmailDiscount[]
}

/** Why an email was not sent: the mailer's word, or ours (`not-allowed`, `address-changed`), asked once more before it goes out. */
export type EmailFailure =
  | 'recipient-refused'
  | 'message-refused'
  | 'unavailable'
  | 'other'
  | 'not-allowed'
  | 'address-changed'
