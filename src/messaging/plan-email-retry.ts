import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import { eventChange } from '../plan/event-change.js'
import type { NoWish, Plan } from '../plan/plan.js'
import { requestOf, type RequestDigest } from '../plan/request.js'
import type { EmailState } from '../timeline/email-step.js'
import type { MessageId } from '../timeline/stored-email.js'
import type { CustomerId } from '../value/id.js'
import type { SentEmail } from './email-state.js'

/** A plan to try once more to send an email as it was written. */
export interface EmailRetryPlan extends Plan<NoWish> {
  readonly planner: 'email-retry'
  readonly message: MessageId
}

const refused: { readonly [State in EmailState]?: Problem['code'] } = {
  sent: 'messaging.already-sent',
  recorded: 'messaging.in-progress',
  sending: 'messaging.in-progress',
}

/**
 * Plans another attempt to send an email that was not sent, or of which nobody can tell (T-3): only a person asks for it. `id` is the
 * customer as they are now, merges followed.
 *
 * Codes: `messaging.already-sent`, `messaging.in-progress` (`params.message`). Warning: `messaging.may-arrive-twice`
 * (`params.message`), where it may have been sent before.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const outcome = planEmailRetry('7', { message: 'm1', state: 'sent', attempt: 1 }, buildContext())
 * expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(['messaging.already-sent'])
 * ```
 */
export function planEmailRetry(
  id: CustomerId,
  { message, state, attempt }: Pick<SentEmail, 'message' | 'state' | 'attempt'>,
  context: Context,
): Outcome<EmailRetryPlan> {
  const code = refused[state]
  const problems = code === undefined ? [] : [problem(code, [], { message })]
  const warnings = state === 'unknown' ? [problem('messaging.may-arrive-twice', [], { message })] : []
  const next = { message, attempt: attempt + 1 }
  return unlessProblems(
    problems,
    () => ({
      planner: 'email-retry',
      wish: {},
      subjects: [id],
      touches: [],
      warnings,
      changeSet: {
        key: context.key,
        request: emailRetryRequest(message),
        expects: [],
        guards: [],
        changes: [eventChange(context, 1, id, { kind: 'email-retried', by: context.actor, ...next })],
        outbox: [{ id: `${context.key}/effect/1`, type: 'email', customer: id, ...next }],
        summary: { planner: 'email-retry', ...next },
      },
      message,
    }),
    warnings,
  )
}

/** By what a repeated request for another attempt is recognised. */
export function emailRetryRequest(message: MessageId): RequestDigest {
  return requestOf('email-retry', [], message)
}
