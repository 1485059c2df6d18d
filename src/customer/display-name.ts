import type { BillingDetails, Address } from '../address/address.js'
import { presentText } from '../value/text.js'
import type { Customer } from './customer.js'

/** The address that is filled in first, or `null` where there is none (E-4). */
export function defaultAddressOf({ addresses, defaultAddressId }: Customer): Address | null {
  return addresses.find(({ id }) => id === defaultAddressId) ?? null
}

/** The invoice data that are filled in first, or `null`: "no invoice data" (E-5). */
export function defaultBillingDetailsOf(customer: Customer): BillingDetails | null {
  return customer.billingDetails.find(({ id }) => id === customer.defaultBillingDetailsId) ?? null
}

/** The company of the default address, else of the default invoice data. */
export function companyOf(customer: Customer): string | null {
  const company = presentText(defaultAddressOf(customer)?.company)
  return company ?? presentText(defaultBillingDetailsOf(customer)?.company)
}

/** What a customer is called in a list: by name or company (L-1), else by email or phone; `null` where nothing is left. */
export function displayName(customer: Customer): string | null {
  const { firstName, lastName, email, phone } = customer
  const name = [firstName, lastName].flatMap((part) => presentText(part) ?? []).join(' ')
  return presentText(name) ?? companyOf(customer) ?? email ?? phone
}
