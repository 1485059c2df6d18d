import type { Customer } from '../../customer/customer.js'
import type { CustomerRecord } from '../../customer/record.js'
import { success, type Outcome } from '../../outcome/outcome.js'
import { sameJson } from '../../outcome/same-json.js'
import { accountEffect } from '../../plan/account-change.js'
import type { Change } from '../../plan/change.js'
import type { Expectation } from '../../plan/change-set.js'
import type { EmailKey } from '../../contact/email.js'
import type { E164 } from '../../contact/phone.js'
import { claimsOf } from '../../plan/claims.js'
import type { Context } from '../../plan/context.js'
import type { Effect } from '../../plan/effect.js'
import { eventChange } from '../../plan/event-change.js'
import type { Plan } from '../../plan/plan.js'
import { requestOf, type RequestDigest } from '../../plan/request.js'
import type { Touch } from '../../plan/touch.js'
import type { TimelineEvent } from '../../timeline/event.js'
import { consentEvents } from '../consent/consent-events.js'
import type { Activity } from './activity.js'
import { activityKinds } from './activity-kinds.js'
import { activityTouches } from './activity-touches.js'
import { findPerson } from './find-person.js'
import { readActivity, type ActivityReading } from './read-activity.js'
import { settleActivity, type ActivityStatus, type SettledActivity } from './settle-activity.js'

/** An activity, and all who may be behind it. */
export interface ActivitySubject {
  /** the living records that hold its email or its phone: `activityIdentities` says what to ask for */
  readonly candidates: readonly CustomerRecord[]
  /**
   * the record that `activity.customer` leads to, merges followed, unless it is among the candidates; without one, the contacts
   * decide, but not of what is taken back: that is nobody's
   */
  readonly known?: CustomerRecord | undefined
  readonly activity: Activity
}

/** Emails by their canonical key, phones in E.164. */
export interface ActivityIdentities {
  readonly emails: readonly EmailKey[]
  readonly phones: readonly E164[]
}

/** What an activity would do. */
export interface ActivityPlan extends Plan<Activity> {
  readonly planner: 'activity'
  readonly status: ActivityStatus
  /** the customer as they will be kept, `new:1` until the store numbers them; `null` where it is nobody's */
  readonly result: Customer | null
}

/**
 * Plans what follows from something a customer did (C-1 to C-3): the profile that it makes, or fills in, and what it adds to
 * the statistics of a store that counts. It has happened, so nothing in it is refused: what cannot be kept is left out, with
 * its problem as a warning. The key of the change set is the activity's id: delivered twice, it counts once. The change set
 * of what is nobody's is empty.
 *
 * The email decides whose it is, the phone only where one side has no email. Blanks are filled, nothing is overwritten. A
 * deleted customer who returns gets a new record (C-6). Whether a registration takes over the profile of a guest is
 * `policy.registration`; whoever is blocked stays so, and the identity system hears of it (C-8).
 *
 * Refused (`shape.*`) only without an id to be known by, or for a kind that nobody knows. Warnings: `activity.*`,
 * `customer.nobody`, `consent.contact-missing`, `capability.field-not-stored`, and all that a typed customer is refused for.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../../testing/build-context.js')
 * const person = { email: 'anna@example.com' }
 * const activity = { id: 'order-7/placed', type: 'order-placed', at: '2026-11-22T09:00:00.000Z', person, amount: null } as const
 * const outcome = planActivity({ candidates: [], activity }, buildContext())
 * expect(outcome.ok && outcome.value.status).toBe('created')
 * ```
 */
export function planActivity(subject: ActivitySubject, context: Context): Outcome<ActivityPlan> {
  const { candidates, activity } = subject
  const read = readActivity(activity, context)
  if (!read.ok) return read
  const reading = read.value
  const { frame, person } = reading
  const known = subject.known ?? candidates.find(({ customer }) => customer.id === activity.customer)
  const isNamed = typeof activity.customer === 'string'
  const query = { type: frame.type, identity: person.identity, known, isNamed }
  const found = findPerson(candidates, query, context.policy.identity)
  const settled = settleActivity(reading, found, context)
  const plan = toPlan(activity, reading, settled, { ...context, key: frame.id })
  return success(plan, plan.warnings)
}

/**
 * The email and the phone of an activity: what to ask the store for before `planActivity`. Nothing where it is none (C-6).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../../testing/build-context.js')
 * const person = { email: 'Anna@Example.com' }
 * const activity = { id: 'cart-7', type: 'checkout-abandoned', at: '2026-11-22T09:00:00.000Z', person } as const
 * expect(activityIdentities(activity, buildContext())).toEqual({ emails: ['anna@example.com'], phones: [] })
 * ```
 */
export function activityIdentities(activity: Activity, context: Context): ActivityIdentities {
  const read = readActivity(activity, context)
  if (!read.ok) return { emails: [], phones: [] }
  const { email, phone } = read.value.person.identity
  return { emails: email === null ? [] : [email], phones: phone === null ? [] : [phone] }
}

/** By what a repeated activity is recognised: its id and its kind, whatever else a second delivery says. */
export function activityRequest({ id, type }: Activity): RequestDigest {
  return requestOf('activity', [], { id, type })
}

function toPlan(
  activity: Activity,
  reading: ActivityReading,
  settled: SettledActivity,
  context: Context,
): ActivityPlan {
  const { status, customer, warnings } = settled
  const touches = touchesOf(reading, settled)
  return {
    planner: 'activity',
    wish: activity,
    subjects: customer === null ? [] : [customer.id],
    touches,
    warnings,
    changeSet: {
      key: context.key,
      request: activityRequest(activity),
      expects: isPut(settled) && settled.before !== null ? [expectationOf(settled.before)] : [],
      guards: [],
      changes: customer === null ? [] : changesOf(customer, reading, settled, context, touches),
      outbox: customer === null ? [] : effectsOf(customer, reading, context),
      summary: { planner: 'activity', activity: reading.frame.type, status, customer: customer?.id ?? null },
    },
    status,
    result: customer,
  }
}

/** An account that somebody who is blocked has just registered is open until the identity system hears of it (C-8). */
function effectsOf({ id, account }: Customer, { frame }: ActivityReading, context: Context): Effect[] {
  return frame.type === 'registered' && account.blocked ? [accountEffect(context, 1, id, 'block')] : []
}

function expectationOf({ customer: { id }, revision }: CustomerRecord): Expectation {
  return { id, revision }
}

function touchesOf({ frame, person }: ActivityReading, { before, customer }: SettledActivity): Touch[] {
  if (customer === null || !activityKinds[frame.type].isOfPerson) return []
  return activityTouches(before?.customer ?? null, customer, person.customer)
}

function isPut({ before, customer }: SettledActivity): boolean {
  return before === null || !sameJson(before.customer, customer)
}

function changesOf(
  customer: Customer,
  { frame, at, amount }: ActivityReading,
  settled: SettledActivity,
  context: Context,
  touches: readonly Touch[],
): Change[] {
  const { actor, policy, store } = context
  const delta = store.statistics === 'counted' ? activityKinds[frame.type].delta(at, amount) : null
  const events: TimelineEvent[] = [
    ...(settled.before === null ? [{ kind: 'created', by: actor } as const] : []),
    { kind: frame.type, by: actor, activity: frame.id },
    ...consentEvents(settled.before?.customer ?? null, customer, actor),
  ]
  return [
    ...(isPut(settled)
      ? [{ type: 'put', customer, claims: claimsOf(customer, policy.identity), touches } as const]
      : []),
    ...(delta === null ? [] : [{ type: 'count', id: customer.id, activityId: frame.id, delta } as const]),
    ...events.map((event, index) => eventChange(context, index + 1, customer.id, event)),
  ]
}
