import type { Customer } from '../customer/customer.js'
import type { MailboxReader } from '../plan/claims.js'
import type { ExactRuleName } from './blocking-rules.js'
import { foldedNumberOf } from './fold-name.js'
import { numberOf, type Sieve } from './sieve.js'
import { firstOf, withoutTag } from './traits.js'

/** Tells a number for each key that a customer has by some rule: whoever shares a key shares its number, others hardly ever. */
export type KeyNumbers = (customer: Customer, place: number, keys: Sieve) => void

/** The customer's own key. */
export const idNumber: KeyNumbers = ({ id }, place, keys) => keys.add(numberOf(id), place)

/** By what a base is sieved, a row an exact rule: straight from the customer, because most are sieved out and never compared. */
export function exactKeyNumbers(mailboxOf: MailboxReader): Readonly<Record<ExactRuleName, KeyNumbers>> {
  return {
    mailbox: (customer, place, keys) => {
      const email = mailboxOf(customer)
      if (email !== null) keys.add(numberOf(withoutTag(email)), place)
    },
    phone: ({ phone, addresses }, place, keys) => {
      if (phone !== null) keys.add(numberOf(phone), place)
      for (const { phone: another } of firstOf(addresses))
        if (another !== null) keys.add(numberOf(another), place)
    },
    'name-zip': ({ firstName, lastName, addresses }, place, keys) => {
      if (firstName === null || lastName === null || addresses.length === 0) return
      const names = foldedNumberOf(lastName, foldedNumberOf(firstName))
      for (const { zip } of firstOf(addresses)) if (zip !== null) keys.add(foldedNumberOf(zip, names), place)
    },
  }
}
