import type { Customer } from '../../customer/customer.js'
import type { CustomerRecord } from '../../customer/record.js'
import type { ChangeSet, Expectation } from '../../plan/change-set.js'
import type { EventChange, PutChange, TombstoneChange } from '../../plan/change.js'
import { claimsOf } from '../../plan/claims.js'
import type { Effect } from '../../plan/effect.js'
import { requestOf } from '../../plan/request.js'
import { policies } from '../../policy/policies.js'
import { buildRecord } from '../../testing/build-record.js'
import type { CustomerId } from '../../value/id.js'

/** A change set under a key; each key is a request of its own. */
export function changeSet(key: string, parts: Partial<ChangeSet>): ChangeSet {
  return {
    key,
    request: requestOf('contract', [], key),
    expects: [],
    guards: [],
    changes: [],
    outbox: [],
    summary: {},
    ...parts,
  }
}

/** Somebody new, whom the store has yet to number. */
export function newcomer(number: number, overrides: Partial<Customer> = {}): Customer {
  const id = `new:${number}`
  return buildRecord({ customer: { id, firstName: 'New', email: null, ...overrides } }).customer
}

/** Writes a customer with the claims that the default policy makes of them. */
export function put(customer: Customer): PutChange {
  return { type: 'put', customer, claims: claimsOf(customer, policies.shopify.identity), touches: [] }
}

/** Writes a record anew with some of its fields changed. */
export function edit({ customer }: CustomerRecord, changes: Partial<Customer>): PutChange {
  return put({ ...customer, ...changes })
}

/** That the record is as it was read. */
export function expectation({ customer: { id }, revision }: CustomerRecord): Expectation {
  return { id, revision }
}

export function tombstone(id: CustomerId, into: CustomerId | null): TombstoneChange {
  return { type: 'tombstone', id, into }
}

/** An event; what kind is all the same to a store. */
export function created(id: string, customer: CustomerId, at = '2026-11-22T12:00:00.000Z'): EventChange {
  return { type: 'event', id, customer, at, event: { kind: 'created', by: { type: 'staff', id: 'staff-1' } } }
}

/** An email to a customer, as it was written. */
export function written(id: string, customer: CustomerId, text: string): EventChange {
  const from = { email: 'shop@example.com', name: null }
  const parts = { subject: 'Hello', text, html: `<p>${text}</p>` }
  const email = {
    from,
    to: 'x@example.com',
    bcc: [],
    purpose: 'transactional',
    discounts: [],
    ...parts,
  } as const
  const by = { type: 'staff', id: 'staff-1' } as const
  const event = { kind: 'email-recorded', by, message: id, email, copyOf: null, campaign: null } as const
  return { ...created(id, customer), event }
}

/** An effect that waits for an email to be sent. */
export function sendEmail(id: string, customer: CustomerId): Effect {
  return { id, type: 'email', customer, message: id, attempt: 1 }
}

/** An effect that waits for the identity system to be told. */
export function tellBlocked(id: string, customer: CustomerId): Effect {
  return { id, type: 'account', customer, action: 'block', link: null }
}

/** An effect that waits for the payment provider to be asked. */
export function askForLink(id: string, customer: CustomerId): Effect {
  const by = { type: 'staff', id: 'staff-1' } as const
  const parts = { request: 'link', paymentMethod: 'pm-1', from: null, to: null, replacement: null } as const
  return { id, type: 'payment-method', customer, by, ...parts }
}

/** An effect that waits for the host to erase a person from what it keeps. */
export function redactOrders(id: string, customer: CustomerId): Effect {
  return { id, type: 'redact', relation: 'orders', customer }
}

/** An effect that waits for the host to move what it keeps of one record to another. */
export function moveOrders(id: string, from: CustomerId, to: CustomerId): Effect {
  return { id, type: 'reassign', relation: 'orders', from: [from], to }
}
