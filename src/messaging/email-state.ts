import { problem, type Problem } from '../outcome/problem.js'
import type { Actor } from '../value/actor.js'
import type { CustomerId } from '../value/id.js'
import type { Instant } from '../value/instant.js'
import type { TimelineEntry } from '../timeline/entry.js'
import { emailStep, type EmailState, type EmailStep } from '../timeline/email-step.js'
import type { EventDetails, TimelineEvent } from '../timeline/event.js'
import type { EmailFailure, MessageId, StoredEmail } from '../timeline/stored-email.js'

/** An email as the timeline tells it. Personal data; gone when the person is erased. */
export interface SentEmail extends Pick<EventDetails['email-recorded'], 'copyOf' | 'campaign'> {
  readonly message: MessageId
  /** whose timeline it was written on, who may have been merged into another since */
  readonly customer: CustomerId
  readonly email: StoredEmail
  readonly recordedAt: Instant
  readonly by: Actor
  readonly state: EmailState
  /** when the state began */
  readonly at: Instant
  /** the last attempt, from 1 on */
  readonly attempt: number
  /** why the last attempt failed, if it has */
  readonly reason: EmailFailure | null
}

/**
 * Reads an email and its fate off a timeline (T-3, T-4); `null` where it is not there, or no more. What is known beats what is not: an
 * email that was sent in any attempt is sent.
 *
 * @example
 * ```ts @import.meta.vitest
 * const by = { type: 'staff', id: '7' } as const
 * const at = '2026-11-22T09:00:00.000Z'
 * expect(emailOf([{ id: '1', customer: '7', at, event: { kind: 'created', by } }], 'm1')).toBe(null)
 * ```
 */
export function emailOf(timeline: readonly TimelineEntry[], message: MessageId): SentEmail | null {
  const steps = timeline.flatMap((entry) => {
    const step = emailStep(entry.event)
    return step?.message === message ? [{ ...step, entry }] : []
  })
  const first = steps.find(({ entry }) => entry.event.kind === 'email-recorded')?.entry
  if (first?.event.kind !== 'email-recorded') return null
  const { state, attempt, entry } = steps.reduce((one, other) => (isBeyond(one, other) ? other : one))
  const { email, copyOf, campaign, by } = first.event
  return {
    message,
    customer: first.customer,
    email,
    copyOf,
    campaign,
    recordedAt: first.at,
    by,
    state,
    at: entry.at,
    attempt,
    reason: reasonOf(entry.event),
  }
}

/**
 * What staff must know of an event (T-3): one that could not be sent carries `messaging.email-failed` (`params.message`,
 * `params.reason`), one of which nobody can tell `messaging.email-unknown` (`params.message`).
 *
 * @example
 * ```ts @import.meta.vitest
 * const by = { type: 'staff', id: '7' } as const
 * const [warning] = eventWarnings({ kind: 'email-failed', by, message: 'm1', attempt: 1, reason: 'unavailable' })
 * expect(warning?.code).toBe('messaging.email-failed')
 * ```
 */
export function eventWarnings(event: TimelineEvent): Problem[] {
  const step = emailStep(event)
  return step === null ? [] : emailWarnings({ ...step, reason: reasonOf(event) })
}

/** The same of an email whose fate was read off a timeline. */
export function emailWarnings({
  message,
  state,
  reason,
}: Pick<SentEmail, 'message' | 'state' | 'reason'>): Problem[] {
  if (state === 'failed') return [problem('messaging.email-failed', [], { message, reason })]
  return state === 'unknown' ? [problem('messaging.email-unknown', [], { message })] : []
}

function reasonOf(event: TimelineEvent): EmailFailure | null {
  return event.kind === 'email-failed' ? event.reason : null
}

/** Whether another step says more: of an email that was sent, nothing does. */
function isBeyond(one: EmailStep, other: EmailStep): boolean {
  if (one.state === 'sent' || other.state === 'sent') return one.state !== 'sent'
  return (other.attempt - one.attempt || other.rank - one.rank) > 0
}
