import type { JsonValue } from '../outcome/json.js'
import type { CustomerRecord } from '../customer/record.js'
import { refusal, success, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import { messageIdOf } from '../plan/message-id.js'
import type { Plan } from '../plan/plan.js'
import { requestOf, type RequestDigest } from '../plan/request.js'
import type { MessageId, StoredEmail } from '../timeline/stored-email.js'
import type { SentEmail } from './email-state.js'
import type { EmailCopyWish } from './email-wish.js'
import { readEmailCopyWish } from './email-wish.schema.js'
import { emailWriting } from './email-writing.js'
import { readOwnMailbox, type EmailContext } from './plan-email.js'
import { recipientProblems } from './recipient.js'
import { readSender } from './sender.js'

/** A plan to send a copy of an email. */
export interface EmailCopyPlan extends Plan<EmailCopyWish> {
  readonly planner: 'email-copy'
  /** the copy's own id */
  readonly message: MessageId
  readonly email: StoredEmail
}

/**
 * Plans to send a copy of an email that was sent, to the customer or to oneself (T-4): it says what the first one said. To the
 * customer under the same rules, by the consent and to the address of now.
 *
 * Codes: `shape.*`; `messaging.not-sent` (`params.message`), `messaging.no-own-mailbox`, `messaging.no-sender`, `messaging.sender-unknown` where the
 * shop no longer sends from there, and why the customer may not be written to, as of `planEmail`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const from = { email: 'shop@example.com', name: null }
 * const parts = { subject: 'Your order', text: 'It is on its way.', html: '<p>It is on its way.</p>' }
 * const email = { ...parts, from, to: 'anna@example.com', bcc: [], purpose: 'transactional', discounts: [] } as const
 * const context = { ...buildContext({ shop: { senders: [from] } }), ownMailbox: { email: 'staff@example.com' } }
 * const outcome = planEmailCopy(buildRecord(), { message: 'm1', state: 'sent', email }, { to: 'self' }, context)
 * expect(outcome.ok && outcome.value.email.to).toBe('staff@example.com')
 * ```
 */
export function planEmailCopy(
  record: CustomerRecord,
  { message: original, state, email }: Pick<SentEmail, 'message' | 'state' | 'email'>,
  wish: EmailCopyWish,
  context: EmailContext,
): Outcome<EmailCopyPlan> {
  const read = readEmailCopyWish(wish)
  if (!read.ok) return read
  const { id } = record.customer
  const from = readSender(context.shop, email.from.email)
  const to = wish.to === 'self' ? readOwnMailbox(context.ownMailbox) : addressOf(record, email, context)
  const [first, ...rest] = [
    ...(state === 'sent' ? [] : [problem('messaging.not-sent', [], { message: original })]),
    ...(from.ok ? [] : from.problems),
    ...(to.ok ? [] : to.problems),
  ]
  if (first !== undefined || !from.ok || !to.ok) return refusal(first as Problem, ...rest)
  const message = messageIdOf(context.key, id)
  const copy: StoredEmail = { ...email, from: from.value, to: to.value[0], bcc: [] }
  const copyOf = { message: original, to: wish.to === 'self' ? 'staff' : 'customer' } as const
  return success({
    planner: 'email-copy',
    wish,
    subjects: [id],
    touches: [],
    warnings: [],
    changeSet: emailWriting(
      record,
      { message, email: copy, copyOf },
      emailCopyRequest(original, wish),
      context,
    ),
    message,
    email: copy,
  })
}

/** By what a repeated request for a copy is recognised. */
export function emailCopyRequest(message: MessageId, wish: EmailCopyWish): RequestDigest {
  return requestOf('email-copy', [], { message, wish: wish as unknown as JsonValue })
}

/** Where the customer is written to now, if they may be. */
function addressOf(
  record: CustomerRecord,
  { purpose }: StoredEmail,
  { policy }: EmailContext,
): Outcome<readonly [string]> {
  const [first, ...rest] = recipientProblems(record, purpose, policy)
  return first === undefined ? success([record.customer.email as string]) : refusal(first, ...rest)
}
