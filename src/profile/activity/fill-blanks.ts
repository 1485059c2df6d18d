import { addAddress, type AddressBook } from '../../address/address-book.js'
import type { Address } from '../../address/address.js'
import type { Customer } from '../../customer/customer.js'
import { ceilings } from '../../limits/limits.js'
import { problem, type Problem } from '../../outcome/problem.js'
import { foldText } from '../../value/text.js'
import type { ActivityProblemCode } from './activity-problem.js'
import type { PersonDraft } from './draft-person.js'

/** A customer with what they lacked, and what of it there was no room for. */
export interface FilledCustomer {
  readonly customer: Customer
  readonly warnings: readonly Problem<ActivityProblemCode>[]
}

/**
 * A customer with what they lacked filled in from what they did; nothing that is there is overwritten. An address that is
 * new to the book comes at its end, while there is room: anybody can leave a checkout under somebody's email.
 */
export function fillBlanks(kept: Customer, { customer: given, identity }: PersonDraft): FilledCustomer {
  const addresses = extended(kept.addresses, kept.defaultAddressId, given.addresses)
  const billing = extended(kept.billingDetails, kept.defaultBillingDetailsId, given.billingDetails)
  const full = Object.entries({ addresses, billingDetails: billing }).filter(([, book]) => book.isFull)
  return {
    customer: {
      ...kept,
      ...filledName(kept, given),
      // an email that identifies nobody is nobody's to have
      email: kept.email ?? (identity.email === null ? null : given.email),
      phone: kept.phone ?? given.phone,
      locale: kept.locale ?? given.locale,
      source: kept.source ?? given.source,
      addresses: addresses.addresses,
      defaultAddressId: addresses.defaultAddressId,
      billingDetails: billing.addresses,
      defaultBillingDetailsId: billing.defaultAddressId,
    },
    warnings: full.map(([field]) => problem('activity.value-ignored', ['person', field])),
  }
}

/** A name is one thing: half of one beside half of another is nobody's. */
function filledName(kept: Customer, given: Customer): Partial<Pick<Customer, 'firstName' | 'lastName'>> {
  if (!namesAgree(kept, given)) return {}
  return {
    firstName: kept.firstName ?? given.firstName,
    lastName: kept.lastName ?? given.lastName,
  }
}

/** Whether two names can be one person's, as far as both are told. */
export function namesAgree(one: Customer, other: Customer): boolean {
  return (['firstName', 'lastName'] as const).every((field) => isCompatible(one[field], other[field]))
}

function isCompatible(kept: string | null, given: string | null): boolean {
  return kept === null || given === null || foldText(kept) === foldText(given)
}

/** A book with what was given; full where an entry that is new to it found no room. */
interface FilledBook<A extends Address> extends AddressBook<A> {
  readonly isFull: boolean
}

function extended<A extends Address>(
  addresses: readonly A[],
  defaultAddressId: string | null,
  given: readonly A[],
): FilledBook<A> {
  return given.reduce<FilledBook<A>>(
    (book, address) => {
      const added = addAddress(book, address)
      if (!added.ok) return book
      return added.value.addresses.length > ceilings.list
        ? { ...book, isFull: true }
        : { ...added.value, isFull: book.isFull }
    },
    { addresses, defaultAddressId, isFull: false },
  )
}
