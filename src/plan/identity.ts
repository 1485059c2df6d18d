import type { EmailKey } from '../contact/email.js'
import type { E164 } from '../contact/phone.js'
import type { Customer } from '../customer/customer.js'
import type { IdentityRule } from '../policy/policy.js'
import { mailboxReader } from './claims.js'

/** By what a person is recognised. A placeholder email identifies nobody and counts as none. */
export interface Identity {
  readonly email: EmailKey | null
  readonly phone: E164 | null
}

/** The email and phone by which a person is recognised under an identity rule. */
export function identityOf(contact: Pick<Customer, 'email' | 'phone'>, rule: IdentityRule): Identity {
  return identityReader(rule)(contact)
}

/** Reads by what a person is recognised. */
export type IdentityReader = (contact: Pick<Customer, 'email' | 'phone'>) => Identity

/** The same for many people: the rule is read once. */
export function identityReader(rule: IdentityRule): IdentityReader {
  const mailboxOf = mailboxReader(rule)
  return (contact) => ({ email: mailboxOf(contact), phone: contact.phone })
}
