import { emailProblems } from '../contact/email.js'
import { isE164 } from '../contact/phone.js'
import type { LimitName } from '../limits/limits.js'
import { nothing, problem } from '../outcome/problem.js'
import { isBlank } from '../value/text.js'
import { textProblems } from '../value/text-problems.js'
import type { CustomerRule } from './customer-rule.js'
import type { Customer } from './customer.js'
import { nameDoubts } from './name-look-alikes.js'

/** Who somebody is, and how they are reached: one row a rule. Apart from the others, because a merge judges these alone. */
export const personRules = {
  somebody: {
    reads: ['firstName', 'lastName', 'email', 'phone', 'emailMarketingConsent', 'smsMarketingConsent'],
    finds: (customer) => {
      const { firstName, lastName, email, phone } = customer
      const isSomebody = !isBlank(email) || !isBlank(lastName) || !isBlank(firstName) || !isBlank(phone)
      return isSomebody || isErased(customer) ? nothing : [problem('customer.nobody')]
    },
  },
  firstName: text('firstName', 'name'),
  lastName: text('lastName', 'name'),
  email: {
    reads: ['email'],
    finds: ({ email }, { limits }) => (email === null ? nothing : emailProblems(email, limits.email)),
  },
  phone: {
    reads: ['phone'],
    finds: ({ phone }) => (phone === null || isE164(phone) ? nothing : [problem('phone.invalid', ['phone'])]),
  },
} as const satisfies Record<string, CustomerRule>

/** What is doubtful about names. */
export const personDoubts = {
  looksOfFirstName: looks('firstName'),
  looksOfLastName: looks('lastName'),
} as const satisfies Record<string, CustomerRule>

/** A text within a limit. */
export function text(
  field: 'id' | 'firstName' | 'lastName' | 'note' | 'source',
  limit: LimitName,
): CustomerRule {
  const path = [field]
  return {
    reads: [field],
    finds: (customer, { limits }) => textProblems(customer[field], limits[limit], path),
  }
}

function looks(field: 'firstName' | 'lastName'): CustomerRule {
  const path = [field]
  return {
    reads: [field],
    finds: (customer, { limits }) => nameDoubts(customer[field], limits.name, path),
    isDoubt: () => true,
  }
}

/** Nobody is what erasure leaves (G-2); its mark are both consents, because no wish can set them so. */
function isErased({ emailMarketingConsent, smsMarketingConsent }: Customer): boolean {
  return [emailMarketingConsent, smsMarketingConsent].every(({ state }) => state === 'REDACTED')
}
