import type { TimelineEvent } from './event.js'
import type { MessageId } from './stored-email.js'

/**
 * How far an email is: written and to be sent; handed over, nothing told yet; sent; not sent; or nobody can tell, because whoever
 * sent it has not lived to say so.
 */
export type EmailState = 'recorded' | 'sending' | 'sent' | 'failed' | 'unknown'

/** What an event says of one attempt to send an email. */
export interface EmailStep {
  readonly message: MessageId
  readonly attempt: number
  readonly state: EmailState
  /** of several steps of one attempt the highest holds, in whatever order they came: what is known beats what is not */
  readonly rank: number
}

type StepKind = Extract<TimelineEvent, { readonly message: MessageId }>['kind']

const steps: { readonly [Kind in StepKind]: Pick<EmailStep, 'state' | 'rank'> } = {
  'email-recorded': { state: 'recorded', rank: 0 },
  'email-retried': { state: 'recorded', rank: 0 },
  'email-sending': { state: 'sending', rank: 1 },
  'email-unknown': { state: 'unknown', rank: 2 },
  'email-failed': { state: 'failed', rank: 3 },
  'email-sent': { state: 'sent', rank: 4 },
  'email-resent': { state: 'sent', rank: 4 },
}

/** What an event says of an email, or `null`; of a copy that was sent, it speaks of the copy. */
export function emailStep(event: TimelineEvent): EmailStep | null {
  if (!isStep(event)) return null
  const message = event.kind === 'email-resent' ? event.copy : event.message
  const attempt = event.kind === 'email-recorded' ? 1 : event.attempt
  return { message, attempt, ...steps[event.kind] }
}

function isStep(event: TimelineEvent): event is Extract<TimelineEvent, { readonly kind: StepKind }> {
  return Object.hasOwn(steps, event.kind)
}
