import { emailKey, type EmailKey } from '../../contact/email.js'
import type { Customer } from '../../customer/customer.js'
import type { IdentityRule } from '../../policy/policy.js'
import type { Identities } from '../port.js'

/** Nothing by which a person is found. */
export const noIdentities: Identities = { emails: [], phones: [] }

/** By what a customer is found: the key of the email, and the phone. */
export function identitiesOf({ email, phone }: Pick<Customer, 'email' | 'phone'>): Identities {
  return {
    emails: email === null ? noIdentities.emails : [emailKey(email)],
    phones: phone === null ? noIdentities.phones : [phone],
  }
}

/** The key under which an email is looked up; a store whose shop takes several emails for one mailbox knows how. */
export function mailboxKey({ emailKey: options }: Pick<IdentityRule, 'emailKey'>, email: EmailKey): EmailKey {
  return options === undefined ? email : emailKey(email, options)
}

/** Whether both are the same, in the same order. */
export function sameIdentities(one: Identities, other: Identities): boolean {
  return sameTexts(one.emails, other.emails) && sameTexts(one.phones, other.phones)
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index])
}

/** All of them, each once. */
export function joinIdentities(...all: readonly Identities[]): Identities {
  return {
    emails: [...new Set(all.flatMap(({ emails }) => emails))],
    phones: [...new Set(all.flatMap(({ phones }) => phones))],
  }
}
