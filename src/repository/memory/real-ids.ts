import type { Customer } from '../../customer/customer.js'
import { invariant } from '../../outcome/invariant.js'
import type { JsonValue } from '../../outcome/json.js'
import type { ChangeSet } from '../../plan/change-set.js'
import type { Change, EventChange, PutChange } from '../../plan/change.js'
import type { Effect } from '../../plan/effect.js'
import type { TimelineEvent } from '../../timeline/event.js'
import { isNewId } from '../../value/id.js'
import { addressesOf, nextName, observeCustomer, type Numbering } from './numbering.js'

/** What became of `new:1`, `new:2` … of one change set. */
export type NewIds = ReadonlyMap<string, string>

type Real = (id: string) => string

/** Gives every new customer and address of a change set an id that nothing has, had, or brings along. */
export function numberNewThings(changes: readonly Change[], numbering: Numbering): NewIds {
  const customers = changes.filter(isPut).map(({ customer }) => customer)
  for (const customer of customers) observeCustomer(numbering, customer)
  const ids = new Map<string, string>()
  const number = (id: string, kind: 'customer' | 'address'): void => {
    if (isNewId(id) && !ids.has(id)) ids.set(id, nextName(numbering, kind))
  }
  for (const customer of customers) {
    number(customer.id, 'customer')
    for (const { id } of addressesOf(customer)) number(id, 'address')
  }
  return ids
}

/** The change set with real ids wherever a new one stood. A new id that no `put` makes is the planner's fault, and throws. */
export function withRealIds(changeSet: ChangeSet, ids: NewIds): ChangeSet {
  const real: Real = (id) => {
    invariant(!isNewId(id) || ids.has(id), 'a change set names a new id that it does not make')
    return ids.get(id) ?? id
  }
  return {
    ...changeSet,
    expects: changeSet.expects.map((expected) => ({ ...expected, id: real(expected.id) })),
    guards: changeSet.guards.map((guard) => ({ ...guard, id: real(guard.id) })),
    changes: changeSet.changes.map((change) =>
      change.type === 'event' ? withRealEvent(change, real, ids) : withRealChange(change, real),
    ),
    outbox: changeSet.outbox.map((effect) => withRealEffect(effect, real)),
  }
}

function isPut(change: Change): change is PutChange {
  return change.type === 'put'
}

function withRealChange(change: Exclude<Change, EventChange>, real: Real): Change {
  switch (change.type) {
    case 'put':
      return { ...change, customer: withRealCustomer(change.customer, real) }
    case 'tombstone':
      return { ...change, id: real(change.id), into: change.into === null ? null : real(change.into) }
    case 'reassign':
      return { ...change, from: change.from.map(real), to: real(change.to) }
    case 'distinct':
      return { ...change, ids: change.ids.map(real) }
    case 'count':
    case 'state':
    case 'redact':
    case 'redactEvents':
    case 'suppress':
      return { ...change, id: real(change.id) }
  }
}

function withRealCustomer(customer: Customer, real: Real): Customer {
  const { defaultAddressId, defaultBillingDetailsId } = customer
  return {
    ...customer,
    id: real(customer.id),
    addresses: customer.addresses.map((address) => ({ ...address, id: real(address.id) })),
    defaultAddressId: defaultAddressId === null ? null : real(defaultAddressId),
    billingDetails: customer.billingDetails.map((details) => ({ ...details, id: real(details.id) })),
    defaultBillingDetailsId: defaultBillingDetailsId === null ? null : real(defaultBillingDetailsId),
  }
}

function withRealEffect(effect: Effect, real: Real): Effect {
  switch (effect.type) {
    case 'reassign':
      return { ...effect, from: effect.from.map(real), to: real(effect.to) }
    case 'account':
    case 'payment-method':
    case 'redact':
    case 'email':
      return { ...effect, customer: real(effect.customer) }
    case 'notice':
      return effect
  }
}

/** Events hold references and codes, no text of people's, so whatever in them reads like one of the new ids is one. */
function withRealEvent(change: EventChange, real: Real, ids: NewIds): EventChange {
  const event = mapTexts(change.event as unknown as JsonValue, (text) => ids.get(text) ?? text)
  return { ...change, customer: real(change.customer), event: event as unknown as TimelineEvent }
}

function mapTexts(value: JsonValue, map: Real): JsonValue {
  if (typeof value === 'string') return map(value)
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map((item) => mapTexts(item, map))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)]))
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
