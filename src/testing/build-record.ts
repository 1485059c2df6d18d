import type { Account } from '../customer/account.js'
import type { Customer } from '../customer/customer.js'
import { emptyCustomer } from '../customer/empty-customer.js'
import { harmlessHostFacts, noLibraryFacts } from '../customer/facts.js'
import type { CustomerRecord } from '../customer/record.js'
import { noStatistics } from '../customer/statistics.js'
import { mergeDeep, type DeepPartial } from './deep-partial.js'

const plainRecord: CustomerRecord = {
  customer: {
    ...emptyCustomer,
    id: 'customer-1',
    firstName: 'Anna',
    lastName: 'Nowak',
    email: 'anna@example.com',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  },
  statistics: noStatistics,
  facts: { ...harmlessHostFacts, ...noLibraryFacts },
  revision: 'revision-1',
}

/** Any part of a record; an account is given whole, because half of one may not fit the other half. */
export type RecordOverrides = DeepPartial<Omit<CustomerRecord, 'customer'>> & {
  readonly customer?:
    | (DeepPartial<Omit<Customer, 'account'>> & { readonly account?: Account | undefined })
    | undefined
}

/**
 * A whole, valid record from any part of one: lists replace, maps merge. Nothing blocks it unless you say so.
 * A list of addresses without a pointer to the default makes its first the default.
 *
 * @example
 * ```ts @import.meta.vitest
 * const record = buildRecord({ customer: { tags: ['vip'] }, facts: { vaultedCards: 1 } })
 * expect(record.customer.email).toBe('anna@example.com')
 * ```
 */
export function buildRecord(overrides: RecordOverrides = {}): CustomerRecord {
  const record = mergeDeep(plainRecord, overrides as DeepPartial<CustomerRecord>)
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
