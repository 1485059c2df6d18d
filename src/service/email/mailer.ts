import type { EmailFailure, MessageId, StoredEmail } from '../../timeline/stored-email.js'

/** An email as the mail service gets it. `id` makes the `Message-ID`: the same email has the same one, however often it is sent. */
export interface EmailMessage extends StoredEmail {
  readonly id: MessageId
}

/** What a mail service may say of an email that it did not send. */
export const mailFailures = ['recipient-refused', 'message-refused', 'unavailable', 'other'] as const

/** Why a mail service did not send an email; a code, because its own words name people. */
export type MailFailure = (typeof mailFailures)[number] & EmailFailure

/** What became of an email that was handed to a mail service. */
export type MailResult = { readonly sent: true } | { readonly sent: false; readonly reason: MailFailure }

/** The mail service of the host (T-5): `examples/smtp-mailer` is one for SMTP. */
export interface Mailer {
  /**
   * Sends one email. That it was not sent is a result; a throw means "cannot tell", and then it is sent again only where that is
   * `idempotent`.
   */
  send(message: EmailMessage): Promise<MailResult>
  /**
   * Whether the same `id` sent twice arrives once. If so, an email whose fate was lost is sent again; if not, its state is
   * `unknown` until a person asks for another attempt.
   */
  readonly idempotent: boolean
  /** milliseconds after which an attempt that has told nothing counts as lost: 600 000 unless given */
  readonly timeout?: number | undefined
}
