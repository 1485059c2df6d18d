import { noConsent } from '../contact/consent.js'
import { guestAccount } from '../customer/account.js'
import { harmlessHostFacts, noLibraryFacts } from '../customer/facts.js'
import type { CustomerRecord } from '../customer/record.js'
import { noStatistics } from '../customer/statistics.js'
import { mergeDeep, type DeepPartial } from './deep-partial.js'

const plainRecord: CustomerRecord = {
  customer: {
    id: 'customer-1',
    firstName: 'Anna',
    lastName: 'Nowak',
    email: 'anna@example.com',
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
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  },
  statistics: noStatistics,
  facts: { ...harmlessHostFacts, ...noLibraryFacts },
  revision: 'revision-1',
}

/**
 * A whole, valid record from any part of one: lists replace, maps merge. Nothing blocks it unless you say so.
 * A list of addresses without a pointer to the default makes its first the default.
 *
 * @example
 * ```ts
 * const record = buildRecord({ customer: { tags: ['vip'] }, facts: { vaultedCards: 1 } })
 * ```
 */
export function buildRecord(overrides: DeepPartial<CustomerRecord> = {}): CustomerRecord {
  const record = mergeDeep(plainRecord, overrides)
  const { customer } = record
  return {
    ...record,
    customer: {
      ...customer,
      defaultAddressId: customer.defaultAddressId ?? customer.addresses[0]?.id ?? null,
      defaultBillingDetailsId: customer.defaultBillingDetailsId ?? customer.billingDetails[0]?.id ?? null,
    },
  }
}
