import { emailOf, emailWarnings, type SentEmail } from '../../messaging/email-state.js'
import type { EmailCopyWish, EmailWish } from '../../messaging/email-wish.js'
import { planEmailCopy, emailCopyRequest, type EmailCopyPlan } from '../../messaging/plan-email-copy.js'
import { emailRetryRequest, planEmailRetry, type EmailRetryPlan } from '../../messaging/plan-email-retry.js'
import { emailRequest, planEmail, type EmailPlan } from '../../messaging/plan-email.js'
import { refusal, success, type Outcome } from '../../outcome/outcome.js'
import { problem } from '../../outcome/problem.js'
import { checkShape } from '../../outcome/shape-problems.schema.js'
import type { Context } from '../../plan/context.js'
import type { EmailEffect } from '../../plan/effect.js'
import type { Plan } from '../../plan/plan.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { EmailState } from '../../timeline/email-step.js'
import type { EmailFailure, MessageId } from '../../timeline/stored-email.js'
import type { CustomerId } from '../../value/id.js'
import type { Mailbox } from '../../value/mailbox.js'
import { attemptEmail } from './attempt-email.js'
import type { Mailer } from './mailer.js'
import { messageIdSchema } from '../call.schema.js'
import { planOne } from '../plan-one.js'
import type { CallerOptions, ServicePorts } from '../ports.js'
import { run, type Done, type Task } from '../run.js'

/** What each call about an email may say beside its wish. */
export interface EmailCallOptions<Tx = never> extends CallerOptions<Tx> {
  /** the mailbox of whoever wishes it, for a copy to oneself */
  readonly ownMailbox?: Mailbox | undefined
}

/** What became of an email. In the host's own transaction it is `recorded`, and sent by `deliverEffects` later. */
export interface EmailDone<P = EmailPlan> extends Done<P> {
  readonly message: MessageId
  readonly state: EmailState
  readonly reason: EmailFailure | null
}

/** The calls about emails to one customer, tied to a store. */
export interface EmailCalls<Tx = never> {
  /**
   * Writes an email to a customer (T-1): records it on the timeline, sends it, and says what became of it. Refused without a mailer
   * (`messaging.no-mailer`, T-5), and by a store whose timelines cannot be read (`capability.no-timeline`). That it could not be sent is
   * no refusal but the state `failed`, with a warning.
   */
  runEmail(id: CustomerId, wish: EmailWish, options?: EmailCallOptions<Tx>): Promise<Outcome<EmailDone>>
  /** Tries once more to send an email that was not sent, or of which nobody can tell (T-3). */
  runEmailRetry(
    id: CustomerId,
    message: MessageId,
    options?: CallerOptions<Tx>,
  ): Promise<Outcome<EmailDone<EmailRetryPlan>>>
  /** Sends a copy of an email that was sent, to the customer or to oneself (T-4). */
  runEmailCopy(
    id: CustomerId,
    message: MessageId,
    wish: EmailCopyWish,
    options?: EmailCallOptions<Tx>,
  ): Promise<Outcome<EmailDone<EmailCopyPlan>>>
  /** An email as it was sent, and what became of it (T-4); `messaging.message-unknown` once the person is erased. */
  sentEmail(id: CustomerId, message: MessageId, options?: CallOptions<Tx>): Promise<Outcome<SentEmail>>
}

/** Ties the calls to a store. */
export function emailCalls<Tx>(ports: ServicePorts<Tx>): EmailCalls<Tx> {
  return {
    runEmail: (id, wish, { ownMailbox, ...options } = {}) =>
      runAndSend(
        ports,
        {
          request: () => emailRequest(id, wish),
          plan: (context) =>
            planOne(
              ports,
              id,
              (record) => planEmail(record, wish, { ...context, ownMailbox }),
              context,
              options,
            ),
        },
        options,
      ),
    runEmailRetry: (id, message, options = {}) =>
      runAndSend(
        ports,
        {
          request: () => emailRetryRequest(message),
          plan: (context) =>
            withEmail(ports, id, message, options, (email) => planEmailRetry(id, email, context)),
        },
        options,
      ),
    runEmailCopy: (id, message, wish, { ownMailbox, ...options } = {}) =>
      runAndSend(
        ports,
        {
          request: () => emailCopyRequest(message, wish),
          plan: (context: Context) =>
            withEmail(ports, id, message, options, (email) =>
              planOne(
                ports,
                id,
                (record) => planEmailCopy(record, email, wish, { ...context, ownMailbox }),
                context,
                options,
              ),
            ),
        },
        options,
      ),
    sentEmail: (id, message, options = {}) =>
      withEmail(ports, id, message, options, (email) => success(email)),
  }
}

/** The mailer, where everything is there that sending needs. Codes: `messaging.no-mailer`, `capability.no-timeline`. */
export function readyToSend<Tx>({ mailer, repository }: ServicePorts<Tx>): Outcome<Mailer> {
  if (mailer === undefined) return refusal(problem('messaging.no-mailer'))
  return repository.timeline === undefined ? refusal(problem('capability.no-timeline')) : success(mailer)
}

/** Records an email and sends it, in this order. */
export async function runAndSend<P extends Plan<unknown>, Tx>(
  ports: ServicePorts<Tx>,
  task: Task<P>,
  options: CallerOptions<Tx>,
): Promise<Outcome<EmailDone<P>>> {
  const ready = readyToSend(ports)
  if (!ready.ok) return ready
  const keyed = { ...options, key: ports.contextOf(options).key }
  const done = await run(ports, task, keyed)
  if (!done.ok) return done
  const { summary } = done.value.receipt
  const effect: EmailEffect = {
    id: `${keyed.key}/effect/1`,
    type: 'email',
    customer: done.value.subjects[0] as CustomerId,
    message: summary['message'] as MessageId,
    attempt: summary['attempt'] as number,
  }
  if (options.transaction === undefined) await attemptNow(ports, ready.value, effect)
  const fate = await fateOf(ports, effect, options)
  return success({ ...done.value, ...fate }, [...done.warnings, ...emailWarnings(fate)])
}

/** Makes the attempt of an effect; whatever the store fails at stays in the outbox, and what was recorded is never reported as failed. */
export async function attemptNow<Tx>(
  ports: ServicePorts<Tx>,
  mailer: Mailer,
  effect: EmailEffect,
): Promise<void> {
  try {
    if (await attemptEmail(ports, mailer, effect)) await ports.repository.acknowledge([effect.id])
  } catch {
    return
  }
}

/** What became of an email; where nobody can tell, that. */
export async function fateOf<Tx>(
  ports: ServicePorts<Tx>,
  { customer, message }: EmailEffect,
  { transaction }: CallOptions<Tx>,
): Promise<Pick<EmailDone, 'message' | 'state' | 'reason'>> {
  const timeline = await ports.repository.timeline?.(customer, { transaction }).catch(() => [])
  const { state, reason } = emailOf(timeline ?? [], message) ?? { state: 'unknown', reason: null }
  return { message, state, reason }
}

async function withEmail<T, Tx>(
  ports: ServicePorts<Tx>,
  id: CustomerId,
  message: MessageId,
  options: CallOptions<Tx>,
  then: (email: SentEmail) => Outcome<T> | Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { repository } = ports
  const named = checkShape(messageIdSchema, { message })
  if (!named.ok) return named
  const present = await planOne(ports, id, (record) => success(record), ports.contextOf({}), options)
  if (!present.ok) return present
  if (repository.timeline === undefined) return refusal(problem('capability.no-timeline'))
  const email = emailOf(await repository.timeline(id, options), message)
  return email === null ? refusal(problem('messaging.message-unknown', [], { message })) : then(email)
}
