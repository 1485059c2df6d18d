import type { CustomerRecord } from '../../customer/record.js'
import { emailOf, type SentEmail } from '../../messaging/email-state.js'
import {
  changedSince,
  endChangeSet,
  sendingChangeSet,
  type EmailAttempt,
  type EmailEnd,
} from '../../messaging/email-progress.js'
import type { ChangeSet, Receipt } from '../../plan/change-set.js'
import type { EmailEffect } from '../../plan/effect.js'
import type { Lanes } from '../outbox/deliver-effects.js'
import { mailFailures, type EmailMessage, type Mailer, type MailResult } from './mailer.js'
import type { ServicePorts } from '../ports.js'
import { recordBehind } from '../record-behind.js'
import { send } from '../send.js'

/** After so many milliseconds an attempt that has told nothing counts as lost, unless the mailer says otherwise. */
const TIMEOUT = 600_000

/** An email with the customer as they are now, if they still are. */
interface Waiting {
  readonly email: SentEmail
  readonly record: CustomerRecord | undefined
}

/** How emails of the outbox are sent, if there is a mailer, and a timeline that tells what they say. */
export function mailLane<Tx>(ports: ServicePorts<Tx>): Lanes['mail'] {
  const { mailer, repository } = ports
  if (mailer === undefined || repository.timeline === undefined) return undefined
  return (effect) => attemptEmail(ports, mailer, effect)
}

/**
 * Makes one attempt to send an email, and says on the timeline what it has come to. That it begins is committed before, so of all
 * who try one is first, and a crash in between leaves the truth: not yet sent, before; and after, sent again by a mailer for whom
 * that is the same, or `unknown`. Whether the effect is seen to; `false` leaves it for later. Takes no signal, because what was
 * sent must be told.
 */
export async function attemptEmail<Tx>(
  ports: ServicePorts<Tx>,
  mailer: Mailer,
  { customer, message, attempt }: EmailEffect,
): Promise<boolean> {
  const waiting = await waitingEmail(ports, { customer, message, attempt })
  if (waiting === null) return true
  const { by, copyOf } = waiting.email
  const one = { customer: waiting.record?.customer.id ?? customer, message, attempt, by, copyOf }
  const turn = await takeTurn(ports, mailer, waiting.email, one)
  if (turn === 'later') return false
  const end = turn === 'lost' ? lost : await endOf(ports, mailer, waiting)
  if (end === null) return false
  await commit(ports, endChangeSet(one, end, ports.contextOf({}).now))
  return true
}

const lost: EmailEnd = { state: 'unknown' }

/** The email as far as this attempt is not over; erased, or settled before, there is nothing to do. */
async function waitingEmail<Tx>(
  { repository }: ServicePorts<Tx>,
  { customer, message, attempt }: Pick<EmailEffect, 'customer' | 'message' | 'attempt'>,
): Promise<Waiting | null> {
  const record = await recordBehind(repository, customer, {})
  const timeline = (await repository.timeline?.(record?.customer.id ?? customer)) ?? []
  const email = emailOf(timeline, message)
  if (email === null || email.attempt !== attempt) return null
  return email.state === 'recorded' || email.state === 'sending' ? { email, record } : null
}

/** Whether the attempt is ours to make, somebody else's for now, or was lost with whoever made it. */
async function takeTurn<Tx>(
  ports: ServicePorts<Tx>,
  { idempotent, timeout = TIMEOUT }: Mailer,
  email: SentEmail,
  one: EmailAttempt,
): Promise<'ours' | 'later' | 'lost'> {
  const { now, key: runner } = ports.contextOf({})
  if (email.state === 'sending') {
    if (Date.parse(now) - Date.parse(email.at) < timeout) return 'later'
    return idempotent ? 'ours' : 'lost'
  }
  const { summary } = await commit(ports, sendingChangeSet(one, now, runner))
  return summary['runner'] === runner ? 'ours' : 'later'
}

/** Sends, where that is still right; `null` where nobody can tell and it is safe to ask again. */
async function endOf<Tx>(
  ports: ServicePorts<Tx>,
  mailer: Mailer,
  { email, record }: Waiting,
): Promise<EmailEnd | null> {
  const reason =
    record === undefined ? 'not-allowed' : changedSince(record, email, ports.contextOf({}).policy)
  if (reason !== null) return { state: 'failed', reason }
  const letter = { id: email.message, ...email.email }
  const attempts = mailer.idempotent ? ports.attempts : 1
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const end = await handOver(mailer, letter)
    if (end !== null) return end
  }
  return mailer.idempotent ? null : lost
}

/** What the mailer says; `null` where it throws, which means that it cannot tell. */
async function handOver(mailer: Mailer, letter: EmailMessage): Promise<EmailEnd | null> {
  try {
    return endFrom(await mailer.send(letter))
  } catch {
    return null
  }
}

/** Words of a mail service may name people, so only its codes are kept. */
function endFrom(result: MailResult): EmailEnd {
  if (result.sent) return { state: 'sent' }
  return { state: 'failed', reason: mailFailures.includes(result.reason) ? result.reason : 'other' }
}

/** Commits one step; where the store does not answer, throws: the effect then stays, and is looked at again. */
async function commit<Tx>(ports: ServicePorts<Tx>, changeSet: ChangeSet): Promise<Receipt> {
  const outcome = await send(ports, changeSet, {})
  if (!outcome.ok) throw new Error('clientele: the store did not answer')
  return outcome.value
}
