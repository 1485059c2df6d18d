import type { Address, BillingDetails } from '../address/address.js'
import type { Customer } from './customer.js'
import { defaultAddressOf, defaultBillingDetailsOf, displayName } from './display-name.js'
import type { Facts } from './facts.js'
import type { CustomerRecord } from './record.js'
import type { Statistics } from './statistics.js'

/** All that staff may see of a customer, with what a page needs resolved (E-8). */
export interface StaffView extends Customer {
  /** by name or company, else by email or phone; `null` where all of it was erased */
  readonly displayName: string | null
  readonly defaultAddress: Address | null
  readonly defaultBillingDetails: BillingDetails | null
  readonly statistics: Statistics
  readonly facts: Facts
}

/**
 * Shows staff the whole customer: the note, tags, source and statistics included (E-2, E-3, C-9). For the customer's own eyes
 * there is `storefrontView`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('../testing/build-record.js')
 * expect(staffView(buildRecord({ customer: { note: 'pays late' } }))).toMatchObject({ displayName: 'Anna Nowak', note: 'pays late' })
 * ```
 */
export function staffView({ customer, statistics, facts }: Omit<CustomerRecord, 'revision'>): StaffView {
  return {
    ...customer,
    displayName: displayName(customer),
    defaultAddress: defaultAddressOf(customer),
    defaultBillingDetails: defaultBillingDetailsOf(customer),
    statistics,
    facts,
  }
}
