import { emailKey, type EmailKey } from '../contact/email.js'
import type { Address } from '../address/address.js'
import type { Customer } from '../customer/customer.js'
import { mailboxReader, type MailboxRule } from '../plan/claims.js'
import type { CustomerId } from '../value/id.js'
import { foldName } from './fold-name.js'

/** One address, folded. */
export interface Place {
  /** `address1` with its number */
  readonly street: string | null
  /** `address2` */
  readonly line2: string | null
  readonly zip: string | null
  readonly city: string | null
}

/** What is compared of a customer, each part folded or `null`; small, because a large base is held in memory as these. */
export interface Traits {
  readonly id: CustomerId
  readonly firstName: string | null
  readonly lastName: string | null
  /** canonical (C-6) */
  readonly email: string | null
  /** the same without `+tag`; which only weighs, because only the mailbox's provider knows */
  readonly mailbox: string | null
  /** E.164, the customer's own first */
  readonly phones: readonly string[]
  /** digits: `19841224` */
  readonly birthDate: string | null
  readonly places: readonly Place[]
  /** what the host's own rows read */
  readonly identifiers: readonly (string | null)[]
}

/** The order in which people are compared, so that nothing depends on the order of the base. */
export function byId(one: { readonly id: CustomerId }, other: { readonly id: CustomerId }): number {
  return one.id < other.id ? -1 : 1
}

/** Where the birth date stands. */
export const birthDateKey = 'facts.birth_date'

/** A unique identifier of the host's, such as a loyalty card: a shared one joins, a different one separates. */
export interface UniqueIdentifier {
  readonly name: string
  readonly read: (customer: Customer) => string | null
}

/** More of a customer's addresses are hardly ever compared with one another than in this many ways. */
const PLACES = 8

/** What reads the traits of customers. Emails are read by the policy's rule of identity: those of nobody count as missing. */
export function traitsReader(
  identity: MailboxRule,
  identifiers: readonly UniqueIdentifier[],
): (customer: Customer) => Traits {
  const mailboxOf = mailboxReader(identity)
  return (customer) => {
    const email = mailboxOf(customer)
    return {
      id: customer.id,
      firstName: foldName(customer.firstName),
      lastName: foldName(customer.lastName),
      email,
      mailbox: email === null ? null : withoutTag(email),
      phones: phonesOf(customer),
      birthDate: digitsOf(customer.metafields[birthDateKey]),
      places: firstOf(customer.addresses).map(placeOf),
      identifiers: identifiers.length === 0 ? none : identifiers.map(({ read }) => read(customer)),
    }
  }
}

/** One for all who have none of something: a large base has millions of such lists. */
const none: readonly never[] = []

/** The mailbox as most providers see it. */
export function withoutTag(email: EmailKey): EmailKey {
  return email.includes('+') ? emailKey(email, { ignoreTags: true }) : email
}

function phonesOf({ phone, addresses }: Customer): readonly string[] {
  const phones = phone ? [phone] : []
  for (const { phone: another } of firstOf(addresses))
    if (another && !phones.includes(another)) phones.push(another)
  return phones.length === 0 ? none : phones
}

/** The addresses that are looked at. */
export function firstOf(addresses: readonly Address[]): readonly Address[] {
  return addresses.length <= PLACES ? addresses : addresses.slice(0, PLACES)
}

function digitsOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const digits = value.slice(0, 10).replace(/\D/g, '')
  return digits.length === 8 ? digits : null
}

function placeOf({ address1, address2, zip, city }: Address): Place {
  return {
    street: foldName(address1),
    line2: foldName(address2),
    zip: foldName(zip),
    city: foldName(city),
  }
}
