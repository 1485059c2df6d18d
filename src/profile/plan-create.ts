import type { CustomerInput } from '../customer/customer-input.js'
import { customerInputSchema } from '../customer/customer-input.schema.js'
import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import type { JsonValue } from '../outcome/json.js'
import { checkShape } from '../outcome/shape-problems.schema.js'
import type { ChangeSet } from '../plan/change-set.js'
import { claimsOf } from '../plan/claims.js'
import type { Context } from '../plan/context.js'
import { eventChange } from '../plan/event-change.js'
import { notStoredProblems, saidFields } from '../plan/not-stored.js'
import type { Plan } from '../plan/plan.js'
import { requestOf, type RequestDigest } from '../plan/request.js'
import { touchOf, type Touch } from '../plan/touch.js'
import { channels, consentChannels } from '../customer/consent-channels.js'
import type { Customer } from '../customer/customer.js'
import { under, type Problem } from '../outcome/problem.js'
import { newIds } from '../value/new-ids.js'
import type { TimelineEvent } from '../timeline/event.js'
import { consentEvents } from './consent/consent-events.js'
import { statedConsentProblems } from './consent/consent-rules.js'
import { draftCustomer } from './draft-customer.js'

/** A plan to make one customer; `result` is the customer as it will be kept, its id `new:1` until the store numbers it. */
export interface CreatePlan extends Plan<CustomerInput> {
  readonly planner: 'create'
  readonly result: Customer
}

/**
 * Plans a customer whom staff add by hand (C-4).
 *
 * Refused with every fault of what was typed: `shape.*` where it is no customer's data at all, else `customer.*`, `email.*`,
 * `phone.*`, `text.*`, `consent.contact-missing`, `consent.transition-not-allowed`, `consent.level-missing`,
 * `consent.level-not-allowed` and `consent.in-future` of what is stated about marketing (E-6), `address.country-invalid`, `address.html-tag`, `address.emoji`, `address.url`,
 * `military.*` where the policy refuses them, and `capability.field-not-stored` (`params.field`) where the store cannot hold
 * a field. Warnings: `email.blanks-removed`, `phone.extension-dropped`, `address.required`, `address.tax-id-invalid`,
 * `military.*` where the policy warns.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('clientele/testing')
 * const outcome = planCreate({ firstName: 'Anna', email: 'anna@example.com' }, buildContext())
 * expect(outcome.ok && outcome.value.result.id).toBe('new:1')
 * ```
 */
export function planCreate(wish: CustomerInput, context: Context): Outcome<CreatePlan> {
  const shape = checkShape(customerInputSchema, wish)
  if (!shape.ok) return shape
  const { customer, problems, warnings } = draftCustomer(wish, context, newIds())
  const touches = createTouches(customer, wish)
  return unlessProblems(
    [...notStoredProblems(saidFields(wish), context.store), ...problems, ...consentFaults(customer, context)],
    () => ({
      planner: 'create',
      wish,
      subjects: [customer.id],
      touches,
      warnings,
      changeSet: changeSetOf(customer, wish, touches, context),
      result: customer,
    }),
    warnings,
  )
}

function consentFaults(customer: Customer, context: Context): Problem[] {
  return channels.flatMap((channel) => {
    const { field } = consentChannels[channel]
    return statedConsentProblems(customer[field], channel, context).map((one) => under([field], one))
  })
}

/** Of somebody new nothing was there before. */
function createTouches(customer: Customer, wish: CustomerInput): Touch[] {
  const named = Object.keys(wish) as (keyof CustomerInput)[]
  return named
    .filter((field) => wish[field] !== undefined)
    .map((field) => touchOf([field], null, customer[field]))
}

function changeSetOf(
  customer: Customer,
  wish: CustomerInput,
  touches: readonly Touch[],
  context: Context,
): ChangeSet {
  const { actor } = context
  const events: TimelineEvent[] = [{ kind: 'created', by: actor }, ...consentEvents(null, customer, actor)]
  return {
    key: context.key,
    request: createRequest(wish),
    expects: [],
    guards: [],
    changes: [
      { type: 'put', customer, claims: claimsOf(customer, context.policy.identity), touches },
      ...events.map((event, index) => eventChange(context, index + 1, customer.id, event)),
    ],
    outbox: [],
    summary: { planner: 'create', customer: customer.id },
  }
}

/** By what a repeated wish for the same new customer is recognised. */
export function createRequest(wish: CustomerInput): RequestDigest {
  return requestOf('create', [], wish as JsonValue)
}
