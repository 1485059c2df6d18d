import type { CustomerRecord } from '../customer/record.js'
import type { ChangeSet } from '../plan/change-set.js'
import type { Context } from '../plan/context.js'
import type { EmailEffect } from '../plan/effect.js'
import { eventChange } from '../plan/event-change.js'
import type { RequestDigest } from '../plan/request.js'
import type { EventDetails } from '../timeline/event.js'

/** Where an email comes from, beside whoever writes it. */
export type EmailOrigin = Partial<Pick<EventDetails['email-recorded'], 'copyOf' | 'campaign'>>

/** An email to be recorded. */
export type WrittenEmail = Pick<EventDetails['email-recorded'], 'message' | 'email'> & EmailOrigin

/** Records an email and has it sent, in one commit: what is recorded is sent sometime, and nothing that is not. */
export function emailWriting(
  { customer: { id }, revision }: Pick<CustomerRecord, 'customer' | 'revision'>,
  { message, email, copyOf = null, campaign = null }: WrittenEmail,
  request: RequestDigest,
  context: Context,
): ChangeSet {
  const event = { kind: 'email-recorded', by: context.actor, message, email, copyOf, campaign } as const
  const effect: EmailEffect = {
    id: `${context.key}/effect/1`,
    type: 'email',
    customer: id,
    message,
    attempt: 1,
  }
  return {
    key: context.key,
    request,
    expects: [{ id, revision }],
    guards: [],
    changes: [eventChange(context, 1, id, event)],
    outbox: [effect],
    summary: { planner: 'email', message, attempt: 1 },
  }
}
