import type { Consent } from '../../contact/consent.js'
import { consentChannels } from '../../customer/consent-channels.js'
import type { Customer } from '../../customer/customer.js'
import type { CustomerRecord } from '../../customer/record.js'
import type { JsonValue } from '../../outcome/json.js'
import { unlessProblems, type Outcome } from '../../outcome/outcome.js'
import { sameJson } from '../../outcome/same-json.js'
import type { Change } from '../../plan/change.js'
import { claimsOf } from '../../plan/claims.js'
import type { Context } from '../../plan/context.js'
import { eventChange } from '../../plan/event-change.js'
import { notStoredProblems } from '../../plan/not-stored.js'
import type { Plan } from '../../plan/plan.js'
import { requestOf, type RequestDigest } from '../../plan/request.js'
import { endedProblems } from '../../plan/settled-record.js'
import { touchOf, type Touch } from '../../plan/touch.js'
import type { CustomerId } from '../../value/id.js'
import { presentText } from '../../value/text.js'
import { consentEvents } from './consent-events.js'
import { readConsentChange } from './consent-change.schema.js'
import type { ConsentChange } from './consent-change.js'
import { consentProblems } from './consent-rules.js'

/** A plan to take down what a customer says about marketing. `touches` names the contact, too: it is for that one. */
export interface ConsentPlan extends Plan<ConsentChange> {
  readonly planner: 'consent'
  readonly result: Customer
}

/**
 * Plans what a customer says about marketing in one channel (E-6): the only way in which a consent moves. State, level, source
 * and time are kept on the timeline, those before as well. Saying the same again changes nothing.
 *
 * Refused with `shape.*`, else with all of: `edit.deleted`, `edit.redacted`, `consent.transition-not-allowed`
 * (`params.channel`, `from`, `to`), `consent.level-missing` and `consent.level-not-allowed` (`params.state`, `allowed`),
 * `consent.contact-missing`, `consent.in-future`, `consent.outdated`, `text.*`, `capability.field-not-stored` (`params.field`).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../../testing/build-context.js')
 * const { buildRecord } = await import('../../testing/build-record.js')
 * const wish = { channel: 'email', state: 'SUBSCRIBED', optInLevel: 'SINGLE_OPT_IN', source: 'footer' } as const
 * const outcome = planConsentChange(buildRecord(), wish, buildContext())
 * expect(outcome.ok && outcome.value.result.emailMarketingConsent).toEqual({
 *   state: 'SUBSCRIBED', optInLevel: 'SINGLE_OPT_IN', updatedAt: '2026-11-22T12:00:00.000Z', source: 'footer',
 * })
 * ```
 */
export function planConsentChange(
  record: CustomerRecord,
  change: ConsentChange,
  context: Context,
): Outcome<ConsentPlan> {
  const read = readConsentChange(change)
  if (!read.ok) return read
  const wish = read.value
  const { customer } = record
  const { field, contact } = consentChannels[wish.channel]
  const [kept, said] = [customer[field], consentSaid(wish, context)]
  const problems = [
    ...endedProblems(record),
    ...consentProblems({ kept, said, wish, contact: customer[contact], context }),
    ...notStoredProblems([field], context.store),
  ]
  const consent = saysTheSame(wish, kept) ? kept : said
  return unlessProblems(problems, () => toPlan(record, wish, consent, context))
}

/** By what a repeated word is recognised. */
export function consentRequest(id: CustomerId, change: unknown): RequestDigest {
  return requestOf('consent', [id], change as JsonValue)
}

function consentSaid({ state, optInLevel, updatedAt, source }: ConsentChange, { now }: Context): Consent {
  return {
    state,
    optInLevel: optInLevel ?? null,
    updatedAt: updatedAt ?? now,
    source: presentText(source),
  }
}

/** Whether nothing is said that is not known. */
function saysTheSame({ channel: _channel, ...said }: ConsentChange, kept: Consent): boolean {
  return Object.entries(said).every(
    ([part, value]) => value === null || sameJson(value, kept[part as keyof Consent]),
  )
}

function toPlan(
  record: CustomerRecord,
  wish: ConsentChange,
  consent: Consent,
  context: Context,
): ConsentPlan {
  const { customer: before, revision } = record
  const { field, contact } = consentChannels[wish.channel]
  const isChanged = consent !== before[field]
  const customer = isChanged ? { ...before, [field]: consent, updatedAt: context.now } : before
  const touches = [
    touchOf([field], before[field], consent),
    touchOf([contact], before[contact], before[contact]),
  ]
  return {
    planner: 'consent',
    wish,
    subjects: [before.id],
    touches,
    warnings: [],
    changeSet: {
      key: context.key,
      request: consentRequest(before.id, wish),
      expects: [{ id: before.id, revision }],
      guards: [],
      changes: isChanged ? changesOf(before, customer, touches, context) : [],
      outbox: [],
      summary: { planner: 'consent', customer: before.id },
    },
    result: customer,
  }
}

function changesOf(
  before: Customer,
  customer: Customer,
  touches: readonly Touch[],
  context: Context,
): Change[] {
  const claims = claimsOf(customer, context.policy.identity)
  const events = consentEvents(before, customer, context.actor)
  return [
    { type: 'put', customer, claims, touches },
    ...events.map((event, index) => eventChange(context, index + 1, before.id, event)),
  ]
}
