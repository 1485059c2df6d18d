import type { Actor } from '../value/actor.js'
import type { ActivityId, CustomerId, EventId } from '../value/id.js'
import type { Instant } from '../value/instant.js'
import type { EmailFailure, MessageId, StoredEmail } from './stored-email.js'

type Channel = 'email' | 'sms'

/** Nothing beside who did it. */
type Nothing = unknown

/** What a customer did, by the host's id of it. */
interface OfActivity {
  readonly activity: ActivityId
}

/** An email, by its id. */
interface OfMessage {
  readonly message: MessageId
}

/** One attempt to send an email; they count from 1, and a person asks for each further one. */
interface OfAttempt extends OfMessage {
  readonly attempt: number
}

/** A stored payment method, by the host's id of it. */
interface OfPaymentMethod {
  readonly paymentMethod: string
}

/** What staff can ask of a payment method (P-1 to P-3). */
export type PaymentRequest = 'link' | 'replacement' | 'revocation'

/** A link that leads to an account, by its id; who has it must still be in time. The secret in it is kept nowhere here. */
interface OfLink {
  readonly link: string
  readonly expiresAt: Instant
}

/** What happens to a customer's account (C-7, C-8, E-7). */
interface AccountEvents {
  readonly invited: OfLink
  readonly 'account-activated': Nothing
  readonly 'invitation-declined': Nothing
  readonly 'account-disabled': Nothing
  readonly 'account-blocked': Nothing
  readonly 'account-unblocked': Nothing
  readonly 'password-reset-sent': OfLink
}

/** What can happen to an account. */
export type AccountEventKind = keyof AccountEvents

/** What happens about a person's data (G-1 … G-4); `redacted` is all that an erased timeline begins with. */
interface PrivacyEvents {
  readonly 'redaction-requested': Nothing
  readonly 'redaction-cancelled': Nothing
  readonly 'redaction-begun': Nothing
  readonly redacted: Nothing
  readonly 'data-requested': Nothing
  readonly 'data-handed-over': Nothing
}

/** What can happen about a person's data. */
export type PrivacyEventKind = keyof PrivacyEvents

/**
 * What each kind of event says beside who did it, a row a kind. References, codes and counts; personal data stays in the
 * record, but for the words of a comment and an email as it was sent.
 */
export interface EventDetails extends AccountEvents, PrivacyEvents {
  readonly created: Nothing
  /** which fields, not what was in them */
  readonly edited: { readonly fields: readonly string[] }
  readonly 'tags-changed': { readonly added: number; readonly removed: number }
  readonly 'consent-changed': {
    readonly channel: Channel
    readonly before: string
    readonly state: string
    readonly optInLevel: string | null
    readonly since: Instant | null
    readonly source: string | null
  }
  readonly imported: { readonly row: number; readonly result: 'created' | 'updated' }
  readonly merged: { readonly absorbed: readonly CustomerId[] }
  /** what a record that took part in a merge had said about marketing, and the merged one no longer says (M-6) */
  readonly 'consent-superseded': {
    readonly from: CustomerId
    readonly channel: Channel
    readonly state: string
    readonly optInLevel: string | null
    readonly since: Instant | null
    readonly source: string | null
  }
  /** C-1 to C-3: what the customers do themselves */
  readonly 'signed-up': OfActivity
  readonly registered: OfActivity
  readonly 'order-placed': OfActivity
  readonly 'order-cancelled': OfActivity
  readonly 'order-refunded': OfActivity
  readonly 'checkout-abandoned': OfActivity
  /** T-3, T-4 */
  readonly 'email-recorded': OfMessage & {
    readonly email: StoredEmail
    /** of which email this is a copy, and for whom; `null` of an email of its own */
    readonly copyOf: { readonly message: MessageId; readonly to: 'customer' | 'staff' } | null
    /** the key of the campaign that it belongs to */
    readonly campaign: string | null
  }
  readonly 'email-sending': OfAttempt
  readonly 'email-sent': OfAttempt
  readonly 'email-failed': OfAttempt & { readonly reason: EmailFailure }
  /** whether it was sent, nobody can tell */
  readonly 'email-unknown': OfAttempt
  /** somebody asked for another attempt */
  readonly 'email-retried': OfAttempt
  /** `message` is the email, `copy` the id of its copy */
  readonly 'email-resent': OfAttempt & { readonly copy: MessageId; readonly to: 'customer' | 'staff' }
  /** P-1 to P-3: what was asked for, and what became of it */
  readonly 'payment-method-requested': OfPaymentMethod & { readonly request: PaymentRequest }
  readonly 'payment-link-sent': OfPaymentMethod
  readonly 'payment-method-replaced': OfPaymentMethod
  readonly 'payment-method-removed': OfPaymentMethod
  readonly 'payment-method-failed': OfPaymentMethod & {
    readonly request: PaymentRequest
    readonly reason: string
  }
  /** what staff wrote; the author may take it back */
  readonly commented: { readonly text: string }
  readonly 'comment-removed': { readonly comment: EventId }
  readonly deleted: Nothing
}

/** What kind of event stands on a timeline. */
export type TimelineEventKind = keyof EventDetails

/** What can stand on a customer's timeline, and who did it. */
export type TimelineEvent = {
  [Kind in TimelineEventKind]: { readonly kind: Kind; readonly by: Actor } & EventDetails[Kind]
}[TimelineEventKind]
