import { emailKey } from '../contact/email.js'
import type { CustomerRecord } from '../customer/record.js'
import type { ChangeSet } from '../plan/change-set.js'
import { eventChange } from '../plan/event-change.js'
import { requestOf } from '../plan/request.js'
import type { Policy } from '../policy/policy.js'
import type { TimelineEvent } from '../timeline/event.js'
import type { EmailFailure, MessageId } from '../timeline/stored-email.js'
import type { Actor } from '../value/actor.js'
import type { CustomerId } from '../value/id.js'
import type { Instant } from '../value/instant.js'
import type { SentEmail } from './email-state.js'
import { recipientProblems } from './recipient.js'

/** One attempt to send an email. */
export interface EmailAttempt {
  readonly customer: CustomerId
  readonly message: MessageId
  readonly attempt: number
  readonly by: Actor
  readonly copyOf: SentEmail['copyOf']
}

/** What an attempt has come to. */
export type EmailEnd =
  | { readonly state: 'sent' | 'unknown' }
  | { readonly state: 'failed'; readonly reason: EmailFailure }

/**
 * Says that an attempt begins. Its key is the attempt's own, so of all who try at once one is first; `runner` tells them which. Names
 * no customer but in the event, so that it is recorded whatever becomes of them.
 */
export function sendingChangeSet(one: EmailAttempt, now: Instant, runner: string): ChangeSet {
  const { message, attempt, by } = one
  return progress(one, 'sending', { kind: 'email-sending', by, message, attempt }, now, { runner })
}

/** Says what an attempt has come to. A doubt has a key of its own, so that whoever knows better is still heard. */
export function endChangeSet(one: EmailAttempt, end: EmailEnd, now: Instant): ChangeSet {
  const step = end.state === 'unknown' ? 'unknown' : 'end'
  return progress(one, step, endEvent(one, end), now, {})
}

/**
 * Why an email that was recorded before must not go out any more: the customer may have taken back their yes, moved to another
 * address, or be erased. A copy for staff concerns nobody else.
 */
export function changedSince(
  record: CustomerRecord,
  { email, copyOf }: Pick<SentEmail, 'email' | 'copyOf'>,
  policy: Policy,
): EmailFailure | null {
  if (copyOf?.to === 'staff') return null
  if (recipientProblems(record, email.purpose, policy).length > 0) return 'not-allowed'
  return emailKey(record.customer.email as string) === emailKey(email.to) ? null : 'address-changed'
}

function endEvent({ message, attempt, by, copyOf }: EmailAttempt, end: EmailEnd): TimelineEvent {
  if (end.state === 'unknown') return { kind: 'email-unknown', by, message, attempt }
  if (end.state === 'failed') return { kind: 'email-failed', by, message, attempt, reason: end.reason }
  return copyOf === null
    ? { kind: 'email-sent', by, message, attempt }
    : { kind: 'email-resent', by, message: copyOf.message, copy: message, to: copyOf.to, attempt }
}

function progress(
  { customer, message, attempt }: EmailAttempt,
  step: string,
  event: TimelineEvent,
  now: Instant,
  summary: ChangeSet['summary'],
): ChangeSet {
  const key = `email/${message}/${attempt}/${step}`
  return {
    key,
    request: requestOf('email-progress', [], key),
    expects: [],
    guards: [],
    changes: [eventChange({ key, now }, 1, customer, event)],
    outbox: [],
    summary: { planner: 'email-progress', ...summary },
  }
}
