import type { Address } from '../address/address.js'
import type { Customer } from '../customer/customer.js'
import type { AddressId } from '../value/id.js'
import { isBlank } from '../value/text.js'
import type { KeepField } from './merge-wish.js'

/** What a record offers under each name of `keep`. */
export const keepable: { readonly [Field in KeepField]: (customer: Customer) => unknown } = {
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  locale: ({ locale }) => locale,
  note: ({ note }) => note,
  tags: ({ tags }) => tags,
  defaultAddress: ({ addresses, defaultAddressId }) => defaultOf(addresses, defaultAddressId),
  defaultBillingDetails: (customer) => defaultOf(customer.billingDetails, customer.defaultBillingDetailsId),
  emailMarketingConsent: ({ emailMarketingConsent }) => emailMarketingConsent,
  smsMarketingConsent: ({ smsMarketingConsent }) => smsMarketingConsent,
  account: ({ account }) => account,
  priceLevel: ({ priceLevel }) => priceLevel,
  source: ({ source }) => source,
  taxExempt: ({ taxExempt }) => taxExempt,
  taxExemptions: ({ taxExemptions }) => taxExemptions,
}

/** Whether a value says nothing: a blank text, or none. An empty list, `false` and zero do say something. */
export function isMissing(value: unknown): boolean {
  return typeof value === 'string' ? isBlank(value) : (value ?? null) === null
}

/** The entry that the pointer names; where it names none, the first, because as soon as there is any, one is the default (E-4). */
export function defaultOf<Entry extends Address>(
  book: readonly Entry[],
  pointer: AddressId | null,
): Entry | null {
  return book.find(({ id }) => id === pointer) ?? book[0] ?? null
}
