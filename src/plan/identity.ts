import { emailKey, type EmailKey } from '../contact/email.js'
import type { E164 } from '../contact/phone.js'
import type { Customer } from '../customer/customer.js'
import type { IdentityRule } from '../policy/policy.js'
import { isPlaceholder } from './claims.js'

/** By what a person is recognised. A placeholder email identifies nobody and counts as none. */
export interface Identity {
  readonly email: EmailKey | null
  readonly phone: E164 | null
}

/** The email and phone by which a person is recognised under an identity rule. */
export function identityOf(
  { email, phone }: Pick<Customer, 'email' | 'phone'>,
  rule: IdentityRule,
): Identity {
  const key = email === null ? null : emailKey(email)
  return { email: key === null || isPlaceholder(key, rule.ignore) ? null : key, phone }
}
