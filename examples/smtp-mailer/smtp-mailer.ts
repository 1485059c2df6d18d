import type { EmailMessage, MailFailure, Mailer, MailResult } from 'clientele'
import { createTransport } from 'nodemailer'

/** Where the mail server is: what Nodemailer takes. */
export type SmtpOptions = Exclude<NonNullable<Parameters<typeof createTransport>[0]>, string> & {
  readonly host: string
  readonly port: number
}

/** A mailer of the library that is to be closed at the end. */
export interface SmtpMailer extends Mailer {
  close(): void
}

/**
 * Sends the library's emails by SMTP. The protocol has no way to ask whether an email with the same id arrived before, so the
 * mailer is not idempotent: an email whose fate is lost is `unknown`, and goes out again only when a person asks.
 */
export function smtpMailer(options: SmtpOptions): SmtpMailer {
  const transport = createTransport(options)
  return {
    idempotent: false,
    send: async (message) => {
      try {
        const { rejected } = await transport.sendMail(letterOf(message))
        return rejected.includes(message.to) ? failed('recipient-refused') : { sent: true }
      } catch (error) {
        return failureOf(error as SmtpError)
      }
    },
    close: () => transport.close(),
  }
}

/** The envelope is named apart from the head, so that nobody sees who gets a copy, and no file or address is ever opened. */
function letterOf({ id, from, to, bcc, subject, text, html }: EmailMessage) {
  const domain = from.email.slice(from.email.lastIndexOf('@') + 1)
  return {
    messageId: `<${id}@${domain}>`,
    from: { name: from.name ?? '', address: from.email },
    to: { name: '', address: to },
    envelope: { from: from.email, to: [to, ...bcc] },
    subject,
    text,
    html,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** What Nodemailer says of an error. */
interface SmtpError extends Error {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly syscall?: string
}

/** What tells for certain that nothing was sent, and why; the first row that fits. */
const failures: readonly {
  readonly reason: MailFailure
  readonly fits: (error: SmtpError) => boolean
}[] = [
  // nobody was reached, or nobody let us in
  {
    reason: 'unavailable',
    fits: ({ code, syscall }) => syscall === 'connect' || code === 'EDNS' || code === 'EAUTH',
  },
  { reason: 'unavailable', fits: ({ command = '' }) => ['EHLO', 'HELO', 'STARTTLS'].includes(command) },
  { reason: 'unavailable', fits: ({ responseCode = 0 }) => [530, 534, 535, 538].includes(responseCode) },
  // "not now"
  { reason: 'unavailable', fits: ({ responseCode = 0 }) => responseCode >= 400 && responseCode < 500 },
  {
    reason: 'recipient-refused',
    fits: ({ command, responseCode = 0 }) => command === 'RCPT TO' && responseCode >= 500,
  },
  { reason: 'message-refused', fits: ({ responseCode = 0 }) => responseCode >= 500 },
]

/** The server's words name people, so none of them is handed on. What broke off on the way nobody can tell, so it is thrown. */
function failureOf(error: SmtpError): MailResult {
  const row = failures.find(({ fits }) => fits(error))
  if (row === undefined) throw error
  return failed(row.reason)
}

function failed(reason: MailFailure): MailResult {
  return { sent: false, reason }
}
