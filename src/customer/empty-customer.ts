import { noConsent } from '../contact/consent.js'
import { guestAccount } from './account.js'
import type { Customer } from './customer.js'

/** A customer of whom nothing is known. */
export const emptyCustomer: Omit<Customer, 'id' | 'createdAt' | 'updatedAt'> = {
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  locale: null,
  note: null,
  tags: [],
  addresses: [],
  defaultAddressId: null,
  billingDetails: [],
  defaultBillingDetailsId: null,
  emailMarketingConsent: noConsent,
  smsMarketingConsent: noConsent,
  account: guestAccount,
  priceLevel: 0,
  source: null,
  taxExempt: false,
  taxExemptions: [],
  metafields: {},
}
