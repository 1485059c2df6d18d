import type { Consent } from '../../contact/consent.js'
import type { Channel } from '../../contact/consent-transitions.js'
import { channels, consentChannels, isSameContact } from '../../customer/consent-channels.js'
import type { Customer } from '../../customer/customer.js'
import { problem, under, type Problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import { notStoredProblems } from '../../plan/not-stored.js'
import type { Instant } from '../../value/instant.js'
import { isPlainMap } from '../../value/plain-map.js'
import { presentText } from '../../value/text.js'
import type { ConsentChange } from '../consent/consent-change.js'
import { readConsentChange } from '../consent/consent-change.schema.js'
import { consentProblems } from '../consent/consent-rules.js'

/** A customer with the yes that came with an activity, and what was not taken over. */
export interface TakenConsents {
  readonly customer: Customer
  readonly warnings: readonly Problem[]
}

/** When the yes was given, with the contacts that were told. */
export interface ConsentGround {
  readonly at: Instant
  readonly given: Customer
  readonly context: Pick<Context, 'now' | 'policy' | 'store'>
}

/**
 * Takes over each yes by consent's own rules (E-6). It was given for a contact: one that the customer does not have is nobody's
 * to write to. News that arrive late do not stand against what was said later, and no yes is weakened.
 *
 * Warnings: `consent.*`, `activity.value-ignored`, `text.*`, `capability.field-not-stored`.
 */
export function takeConsents(customer: Customer, consents: unknown, ground: ConsentGround): TakenConsents {
  const start: TakenConsents = { customer, warnings: [] }
  if (consents === undefined || consents === null) return start
  if (!isPlainMap(consents)) return { ...start, warnings: [ignored([])] }
  return channels
    .filter((channel) => Object.hasOwn(consents, channel) && consents[channel] !== undefined)
    .reduce((taken, channel) => takeOne(taken, channel, consents[channel], ground), start)
}

function takeOne(
  before: TakenConsents,
  channel: Channel,
  typed: unknown,
  ground: ConsentGround,
): TakenConsents {
  const { customer, warnings } = before
  const { field } = consentChannels[channel]
  const kept = customer[field]
  const wish = readYes(channel, typed, ground.at)
  if (wish === null) return { ...before, warnings: [...warnings, ignored([channel])] }
  const said = saidBy(wish)
  if (isAsStrong(kept, said)) return before
  const contact = ownContact(customer, channel, ground)
  const found = [
    ...consentProblems({ kept, said, wish, contact, context: ground.context }),
    ...notStoredProblems([field], ground.context.store),
  ]
  if (found.length > 0)
    return { ...before, warnings: [...warnings, ...found.map((one) => ofYes(channel, one))] }
  return { customer: { ...customer, [field]: said }, warnings }
}

/** What is wrong with a yes, by its place in the activity; the customer's field is the yes itself. */
function ofYes(channel: Channel, { path, ...rest }: Problem): Problem {
  const isWhole = path[0] === consentChannels[channel].field
  return under(['consents', channel], { ...rest, path: isWhole ? [] : path })
}

function ignored(path: readonly string[]): Problem {
  return problem('activity.value-ignored', ['consents', ...path])
}

/** What is a yes at all: at the time of the activity, and as strong as the usual one unless said otherwise. */
function readYes(channel: Channel, typed: unknown, at: Instant): ConsentChange | null {
  if (!isPlainMap(typed)) return null
  const { state, optInLevel, source } = typed
  const level = optInLevel ?? (state === 'PENDING' ? 'CONFIRMED_OPT_IN' : 'SINGLE_OPT_IN')
  const read = readConsentChange({ channel, state, optInLevel: level, source, updatedAt: at })
  return read.ok && read.value.state !== 'UNSUBSCRIBED' ? read.value : null
}

function saidBy({ state, optInLevel = null, updatedAt = null, source }: ConsentChange): Consent {
  return { state, optInLevel, updatedAt, source: presentText(source) }
}

/** A yes without a contact beside it is for the one that the customer has. */
function ownContact(customer: Customer, channel: Channel, { given, context }: ConsentGround): string | null {
  const { contact } = consentChannels[channel]
  const isOwn =
    given[contact] === null ||
    isSameContact(consentChannels[channel], customer[contact], given[contact], context.policy)
  return isOwn ? customer[contact] : null
}

/** Whether as much was said before: who is subscribed is not asked again, and a confirmed yes needs no weaker one. */
function isAsStrong(kept: Consent, said: Consent): boolean {
  return strength(kept) >= strength(said)
}

function strength({ state, optInLevel }: Consent): number {
  if (state === 'PENDING') return 1
  if (state !== 'SUBSCRIBED') return 0
  return optInLevel === 'CONFIRMED_OPT_IN' ? 3 : 2
}
