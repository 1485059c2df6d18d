import type { EmailKey } from '../contact/email.js'
import type { E164 } from '../contact/phone.js'
import type { Customer } from '../customer/customer.js'
import type { IdentityRule } from '../policy/policy.js'
import { mailboxOf } from './claims.js'

/** By what a person is recognised. A placeholder email identifies nobody and counts as none. */
export interface Identity {
  readonly email: EmailKey | null
  readonly phone: E164 | null
}

/** The email and phone by which a person is recognised under an identity rule. */
export function identityOf(contact: Pick<Customer, 'email' | 'phone'>, rule: IdentityRule): Identity {
  return { email: mailboxOf(contact, rule), phone: contact.phone }
}
