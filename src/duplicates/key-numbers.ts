import type { Customer } from '../customer/customer.js'
import type { MailboxReader } from '../plan/claims.js'
import type { ExactRuleName } from './blocking-rules.js'
import { foldedNumberOf } from './fold-name.js'
import { numberOf } from './sieve.js'
import { firstOf, withoutTag } from './traits.js'

/** Tells a number for each key that a customer has by some rule: whoever shares a key shares its number, others hardly ever. */
export type KeyNumbers = (customer: Customer, tell: (number: number) => void) => void

/** The customer's own key. */
export const idNumber: KeyNumbers = ({ id }, tell) => tell(numberOf(id))

/** By what a base is sieved, a row an exact rule: straight from the customer, because most are sieved out and never compared. */
export function exactKeyNumbers(mailboxOf: MailboxReader): Readonly<Record<ExactRuleName, KeyNumbers>> {
  return {
    mailbox: (customer, tell) => {
      const email = mailboxOf(customer)
      if (email !== null) tell(numberOf(withoutTag(email)))
    },
    phone: ({ phone, addresses }, tell) => {
      if (phone !== null) tell(numberOf(phone))
      for (const { phone: another } of firstOf(addresses)) if (another !== null) tell(numberOf(another))
    },
    'name-zip': ({ firstName, lastName, addresses }, tell) => {
      if (firstName === null || lastName === null || addresses.length === 0) return
      const names = foldedNumberOf(lastName, foldedNumberOf(firstName))
      for (const { zip } of firstOf(addresses)) if (zip !== null) tell(foldedNumberOf(zip, names))
    },
  }
}
