import type { TextProblemCode } from '../value/text-problems.js'

/** Why an email is not written or not sent; the last three only warn. */
export type MessagingProblemCode =
  | TextProblemCode
  | RecipientProblemCode
  | 'messaging.no-mailer'
  | 'messaging.no-sender'
  | 'messaging.sender-unknown'
  | 'messaging.no-own-mailbox'
  | 'messaging.header-unsafe'
  | 'messaging.blank'
  | 'messaging.placeholder-malformed'
  | 'messaging.placeholder-unknown'
  | 'messaging.placeholder-unsafe'
  | 'messaging.value-missing'
  | 'messaging.link-unsafe'
  | 'messaging.message-unknown'
  | 'messaging.already-sent'
  | 'messaging.in-progress'
  | 'messaging.not-sent'
  | 'messaging.email-failed'
  | 'messaging.email-unknown'
  | 'messaging.may-arrive-twice'

/** Why a customer may not be written to. */
export type RecipientProblemCode =
  | 'messaging.deleted'
  | 'messaging.redacted'
  | 'messaging.redaction-pending'
  | 'messaging.no-email'
  | 'messaging.email-unusable'
  | 'messaging.blocked'
  | 'messaging.not-subscribed'
