import { acceptConsent, type Acceptance } from '../../contact/accept-consent.js'
import { optInLevels, type Consent } from '../../contact/consent.js'
import { emailKey } from '../../contact/email.js'
import type { Customer } from '../../customer/customer.js'
import { problem, type Problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import { notStoredProblems } from '../../plan/not-stored.js'
import type { TimelineEvent } from '../../timeline/event.js'
import type { Actor } from '../../value/actor.js'
import type { Instant } from '../../value/instant.js'
import { isPlainMap } from '../../value/plain-map.js'
import { textProblems } from '../../value/text-problems.js'
import { presentText } from '../../value/text.js'

/** A customer with the yes that came with an activity, what the timeline says of it, and what was not taken over. */
export interface TakenConsents {
  readonly customer: Customer
  readonly events: readonly TimelineEvent[]
  readonly warnings: readonly Problem[]
}

/** When the yes was given, and for which contacts. */
export interface ConsentGround {
  readonly at: Instant
  readonly given: Pick<Customer, 'email' | 'phone'>
  readonly context: Pick<Context, 'actor' | 'policy' | 'store'>
}

const channels = {
  email: { field: 'emailMarketingConsent', contact: 'email', keyOf: emailKey },
  sms: { field: 'smsMarketingConsent', contact: 'phone', keyOf: (phone: string) => phone },
} as const

type Channel = keyof typeof channels

/**
 * Takes over each yes by consent's own transition. It was given for a contact: one that the customer does not have is nobody's
 * to write to.
 *
 * Warnings: `consent.contact-missing`, `activity.consent-outdated`, `activity.value-ignored`, `capability.field-not-stored`.
 */
export function takeConsents(customer: Customer, consents: unknown, ground: ConsentGround): TakenConsents {
  const start: TakenConsents = { customer, events: [], warnings: [] }
  if (!isPlainMap(consents))
    return consents === undefined || consents === null ? start : { ...start, warnings: [ignored([])] }
  return (Object.keys(channels) as Channel[])
    .filter((channel) => Object.hasOwn(consents, channel) && consents[channel] !== undefined)
    .reduce((taken, channel) => takeOne(taken, channel, consents[channel], ground), start)
}

function takeOne(
  before: TakenConsents,
  channel: Channel,
  typed: unknown,
  ground: ConsentGround,
): TakenConsents {
  const { field } = channels[channel]
  const { customer, events, warnings } = before
  const doubt = (found: Problem): TakenConsents => ({ ...before, warnings: [...warnings, found] })
  const given = readAcceptance(typed, ground)
  if (given === null) return doubt(ignored([channel]))
  const [unkept] = notStoredProblems({ [field]: given }, ground.context.store)
  if (unkept !== undefined) return doubt(unkept)
  if (!isOwnContact(customer, channel, ground)) return doubt(problem('consent.contact-missing', [field]))
  const kept = customer[field]
  const accepted = acceptConsent(kept, given)
  if (accepted.result === 'outdated')
    return doubt(problem('activity.consent-outdated', ['consents', channel]))
  if (accepted.result === 'kept') return before
  return {
    customer: { ...customer, [field]: accepted.consent },
    events: [...events, consentChanged(channel, kept, accepted.consent, ground.context.actor)],
    warnings,
  }
}

function ignored(path: readonly string[]): Problem {
  return problem('activity.value-ignored', ['consents', ...path])
}

/** A yes without a contact beside it is for the one that the customer has. */
function isOwnContact(customer: Customer, channel: Channel, { given }: ConsentGround): boolean {
  const { contact, keyOf } = channels[channel]
  const [own, named] = [customer[contact], given[contact]]
  return own !== null && (named === null || keyOf(named) === keyOf(own))
}

/** What is a yes at all; a level that nobody knows, or a source that cannot be kept, is none. */
function readAcceptance(typed: unknown, { at, context }: ConsentGround): Acceptance | null {
  if (!isPlainMap(typed)) return null
  const { state, optInLevel, source } = typed
  if (state !== 'SUBSCRIBED' && state !== 'PENDING') return null
  const usual = state === 'PENDING' ? 'CONFIRMED_OPT_IN' : 'SINGLE_OPT_IN'
  const level = optInLevels.find((one) => one === (optInLevel ?? usual))
  if (level === undefined || (state === 'PENDING' && level !== 'CONFIRMED_OPT_IN')) return null
  if (typeof (source ?? '') !== 'string') return null
  const named = presentText(source as string | null | undefined)
  if (textProblems(named, context.policy.limits.source, []).length > 0) return null
  return { state, optInLevel: level, updatedAt: at, source: named }
}

function consentChanged(channel: Channel, before: Consent, after: Consent, by: Actor): TimelineEvent {
  const { state, optInLevel, updatedAt, source } = after
  return {
    kind: 'consent-changed',
    by,
    channel,
    before: before.state,
    state,
    optInLevel,
    since: updatedAt,
    source,
  }
}
