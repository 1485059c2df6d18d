import type { Customer } from '../customer/customer.js'
import { mailboxReader, type MailboxRule } from '../plan/claims.js'
import type { ExactRuleName } from './blocking-rules.js'
import { foldedNumberOf } from './fold-name.js'
import { ended, mixed, numberOf, type Sieve } from './sieve.js'
import { firstOf, withoutTag } from './traits.js'

/** Tells a number for each key that a customer has by some rule: whoever shares a key shares its number, others hardly ever. */
export type KeyNumbers = (customer: Customer, place: number, keys: Sieve) => void

/** The customer's own key. */
export const idNumber: KeyNumbers = ({ id }, place, keys) => keys.add(numberOf(id), place)

/** By what a base is sieved, a row an exact rule: straight from the customer, because most are sieved out and never compared. */
export function exactKeyNumbers(identity: MailboxRule): Readonly<Record<ExactRuleName, KeyNumbers>> {
  const numberOfMailbox = mailboxNumbers(identity)
  return {
    mailbox: ({ email }, place, keys) => {
      const number = email === null ? null : numberOfMailbox(email)
      if (number !== null) keys.add(number, place)
    },
    phone: ({ phone, addresses }, place, keys) => {
      if (phone) keys.add(numberOf(phone), place)
      for (const { phone: another } of firstOf(addresses)) if (another) keys.add(numberOf(another), place)
    },
    'name-zip': ({ firstName, lastName, addresses }, place, keys) => {
      if (firstName === null || lastName === null || addresses.length === 0) return
      const names = foldedNumberOf(lastName, foldedNumberOf(firstName))
      for (const { zip } of firstOf(addresses)) if (zip !== null) keys.add(foldedNumberOf(zip, names), place)
    },
  }
}

/** What tells the number of the mailbox of an email; `null` where that is nobody's. */
export function mailboxNumbers(identity: MailboxRule): (email: string) => number | null {
  const mailboxOf = mailboxReader(identity)
  const read = (email: string): number | null => {
    const key = mailboxOf({ email })
    return key === null ? null : numberOf(withoutTag(key))
  }
  if (identity.ignore.length > 0 || identity.emailKey !== undefined) return read
  return (email) => plainMailboxNumber(email) ?? read(email)
}

/** The number of an email that is its own key and has no tag, as most are; `null` of another. */
function plainMailboxNumber(email: string): number | null {
  let number = 0
  for (let i = 0; i < email.length; i++) {
    const unit = email.charCodeAt(i)
    const isPlain = unit > 0x20 && unit < 0x7f && unit !== PLUS && (unit < CAPITAL_A || unit > CAPITAL_Z)
    if (!isPlain) return null
    number = mixed(number, unit)
  }
  return email === '' ? null : ended(number)
}

const PLUS = 0x2b
const CAPITAL_A = 0x41
const CAPITAL_Z = 0x5a
