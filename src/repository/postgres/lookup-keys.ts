import { blockingKeyReader } from '../../duplicates/blocking-keys.js'
import type { Customer } from '../../customer/customer.js'
import type { IdentityRule } from '../../policy/policy.js'
import type { CustomerId } from '../../value/id.js'
import { identitiesOf, mailboxKey } from '../memory/identities.js'

/** By what somebody is looked up: the mailbox of the email, the phone, and the keys of whom they might be. */
export interface LookupKey {
  readonly kind: 'email' | 'phone' | 'block'
  readonly value: string
  readonly customer: CustomerId
}

/**
 * Reads the keys of customers as they stand in the row, `email anna@example.com`, so that whoever saves sees by one look whether
 * they stay.
 */
export function foundByReader(identity: IdentityRule): (customer: Customer) => readonly string[] {
  const blocksOf = blockingKeyReader({ identity })
  return (customer) => {
    const { emails, phones } = identitiesOf(customer)
    return [
      ...emails.map((email) => `email ${mailboxKey(identity, email)}`),
      ...phones.map((phone) => `phone ${phone}`),
      ...blocksOf(customer).map((key) => `block ${key}`),
    ]
  }
}

/** Keys that stand in the row of a customer, as they stand in their own table. */
export function keysIn(id: CustomerId, foundBy: readonly string[]): readonly LookupKey[] {
  return foundBy.map((key) => {
    const end = key.indexOf(' ')
    return { kind: key.slice(0, end) as LookupKey['kind'], value: key.slice(end + 1), customer: id }
  })
}
