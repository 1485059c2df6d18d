import type { CustomerRecord } from '../customer/record.js'
import type { JsonValue } from '../outcome/json.js'
import { refusal, success, unlessProblems, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import { messageIdOf } from '../plan/message-id.js'
import type { Plan } from '../plan/plan.js'
import { requestOf, type RequestDigest } from '../plan/request.js'
import type { MessageId, StoredEmail } from '../timeline/stored-email.js'
import type { CustomerId } from '../value/id.js'
import type { Mailbox } from '../value/mailbox.js'
import { textProblems } from '../value/text-problems.js'
import { withoutUndefined } from '../value/without-undefined.js'
import { limits } from '../limits/limits.js'
import { emailWriting, type EmailOrigin } from './email-writing.js'
import type { EmailData, EmailWish } from './email-wish.js'
import { readEmailWish } from './email-wish.schema.js'
import { fillTemplate } from './fill-template.js'
import { headerProblems } from './header-text.js'
import { recipientProblems } from './recipient.js'
import { mailboxProblems, readSender } from './sender.js'
import { parseTemplate, type ParsedTemplate } from './template.js'

/** A context in which somebody writes, who may want a copy. */
export interface EmailContext extends Context {
  /** the mailbox of whoever wishes it, for a copy to oneself */
  readonly ownMailbox?: Mailbox | undefined
}

/** A plan to write and send an email. Personal data, as the email is. */
export interface EmailPlan extends Plan<EmailWish> {
  readonly planner: 'email'
  readonly message: MessageId
  readonly email: StoredEmail
}

/** What does not depend on the customer: read once, however many are written to. */
export interface EmailDraft {
  readonly wish: EmailWish
  readonly template: ParsedTemplate
  readonly from: StoredEmail['from']
  readonly bcc: readonly string[]
}

/**
 * Plans an email to one customer (T-1): writes it, and has it recorded on the timeline and sent once that is committed. It rests on
 * the customer as they were read, so that no yes is taken back in between; it changes nothing of them.
 *
 * Codes: `shape.*`; `messaging.no-sender`, `messaging.sender-unknown`, `messaging.no-own-mailbox` for a copy to somebody whose mailbox
 * the context does not name; `messaging.placeholder-malformed`, `messaging.placeholder-unknown`, `messaging.placeholder-unsafe`,
 * `messaging.value-missing`, `messaging.link-unsafe` (`params.start`, `params.end`); `messaging.header-unsafe` of a subject, name
 * address or discount code that could begin another header; `messaging.blank`, `text.*`; and why the customer may not be written to:
 * `messaging.deleted`, `messaging.redacted`, `messaging.redaction-pending`, `messaging.no-email`, `messaging.email-unusable`,
 * `messaging.blocked`, `messaging.not-subscribed`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const context = buildContext({ shop: { senders: [{ email: 'shop@example.com' }] } })
 * const record = buildRecord({ customer: { firstName: 'Anna' } })
 * const outcome = planEmail(record, { subject: 'Your order', text: 'Dear {{customer.firstName}}!' }, context)
 * expect(outcome.ok && outcome.value.email.text).toBe('Dear Anna!')
 * ```
 */
export function planEmail(
  record: CustomerRecord,
  wish: EmailWish,
  context: EmailContext,
): Outcome<EmailPlan> {
  const draft = draftEmail(wish, context)
  if (draft.ok) return planDraftedEmail(record, draft.value, context)
  // a purpose that is none has been refused above
  const purpose = wish?.purpose === 'marketing' ? 'marketing' : 'transactional'
  const problems = recipientProblems(record, purpose, context.policy)
  return { ok: false, problems: [...draft.problems, ...problems] }
}

/** By what a repeated email is recognised. */
export function emailRequest(id: CustomerId, wish: EmailWish): RequestDigest {
  return requestOf('email', [id], wish as unknown as JsonValue)
}

/** Reads what is the same for all customers, and refuses it before anybody is looked at. */
export function draftEmail(
  given: EmailWish,
  { shop, ownMailbox }: Pick<EmailContext, 'shop' | 'ownMailbox'>,
): Outcome<EmailDraft> {
  const shape = readEmailWish(given)
  if (!shape.ok) return shape
  const wish = withoutUndefined(shape.value)
  const from = readSender(shop, wish.from)
  const template = parseTemplate(wish)
  const copy = wish.copyToSelf === true ? readOwnMailbox(ownMailbox) : success([])
  const [first, ...rest] = [from, template, copy].flatMap((part) => (part.ok ? [] : part.problems))
  // an array and not a call with so many arguments: a template may hold more faults than a stack
  if (!from.ok || !template.ok || !copy.ok) return { ok: false, problems: [first as Problem, ...rest] }
  return success({ wish, template: template.value, from: from.value, bcc: copy.value })
}

/**
 * The address to which a copy goes for whoever wishes it. Codes: `messaging.no-own-mailbox`, and what makes it unfit for a header.
 */
export function readOwnMailbox(ownMailbox: Mailbox | undefined): Outcome<readonly [string]> {
  if (ownMailbox === undefined) return refusal(problem('messaging.no-own-mailbox', ['ownMailbox']))
  return unlessProblems(mailboxProblems(ownMailbox, ['ownMailbox']), () => [ownMailbox.email])
}

/** Plans the email of one customer; `more` is theirs alone, beside what the wish brings for all. */
export function planDraftedEmail(
  record: CustomerRecord,
  { wish, template, from, bcc }: EmailDraft,
  context: Context,
  { more = {}, origin = {} }: { readonly more?: EmailData; readonly origin?: EmailOrigin } = {},
): Outcome<EmailPlan> {
  const { purpose = 'transactional' } = wish
  const { customer } = record
  const discounts = (more.discounts ?? wish.discounts ?? []).map(({ code, title = null }) => ({
    code,
    title,
  }))
  const data = { ...wish.data, ...more.data }
  const filled = fillTemplate(template, { customer, from, discounts, data })
  const [first, ...rest] = [
    ...recipientProblems(record, purpose, context.policy),
    ...discountProblems(discounts),
    ...(filled.ok ? [] : filled.problems),
  ]
  if (first !== undefined || !filled.ok) return { ok: false, problems: [first as Problem, ...rest] }
  const email: StoredEmail = { from, to: customer.email as string, bcc, purpose, ...filled.value, discounts }
  const message = messageIdOf(context.key, customer.id)
  return success({
    planner: 'email',
    wish,
    subjects: [customer.id],
    touches: [],
    warnings: [],
    changeSet: emailWriting(record, { message, email, ...origin }, emailRequest(customer.id, wish), context),
    message,
    email,
  })
}

function discountProblems(discounts: StoredEmail['discounts']): Problem[] {
  return discounts.flatMap(({ code, title }, index) => [
    ...textProblems(code, limits.tag, ['discounts', index, 'code']),
    ...headerProblems(code, ['discounts', index, 'code']),
    ...textProblems(title, limits.tag, ['discounts', index, 'title']),
  ])
}
