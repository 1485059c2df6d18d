import type { Address } from '../address/address.js'
import type { Customer } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import type { CustomerEdit } from '../profile/edit/customer-edit.js'
import { addressArbitrary } from './arbitrary-address.js'
import { customerArbitrary } from './arbitrary-customer.js'
import { editArbitrary } from './arbitrary-edit.js'
import { militaryAddressArbitrary } from './arbitrary-military-address.js'
import { recordArbitrary } from './arbitrary-record.js'
import type { Arbitrary, FastCheck } from './fast-check.js'

/** Generators of valid values for property tests. */
export interface Arbitraries {
  /** living records; some are blocked from a merge or a deletion */
  readonly record: Arbitrary<CustomerRecord>
  readonly customer: Arbitrary<Customer>
  /** of many countries, military ones among them */
  readonly address: Arbitrary<Address>
  /** right by the merchant's rules and by the postal service's (A-1 … A-7) */
  readonly militaryAddress: Arbitrary<Address>
  /** what staff may wish of this record; a few are refused, because nobody would remain or an address be there twice */
  readonly edit: (record: CustomerRecord) => Arbitrary<CustomerEdit>
}

/**
 * Generators of valid values, made with the fast-check you pass in (version 3 or 4): nothing else needs one.
 *
 * @example
 * ```ts @import.meta.vitest
 * const fc = await import('fast-check')
 * const { record } = arbitraries(fc)
 * fc.assert(fc.property(record, ({ customer }) => customer.priceLevel <= 10))
 * ```
 */
export function arbitraries(fc: FastCheck): Arbitraries {
  return {
    record: recordArbitrary(fc),
    customer: customerArbitrary(fc),
    address: addressArbitrary(fc),
    militaryAddress: militaryAddressArbitrary(fc),
    edit: (record) => editArbitrary(fc, record),
  }
}
