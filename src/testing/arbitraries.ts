import type { Address } from '../address/address.js'
import type { Customer } from '../customer/customer.js'
import type { Catalog } from '../segment/catalog/catalog.js'
import type { Segment } from '../segment/segment.js'
import type { CustomerRecord } from '../customer/record.js'
import { addressArbitrary } from './arbitrary-address.js'
import { customerArbitrary } from './arbitrary-customer.js'
import { militaryAddressArbitrary } from './arbitrary-military-address.js'
import { recordArbitrary } from './arbitrary-record.js'
import { historyArbitrary, type CustomerHistory } from './arbitrary-history.js'
import { segmentArbitrary } from './arbitrary-segment.js'
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
  /** right by the catalog, by default that of customer records; conditions of every kind but `segment('name')` */
  readonly segment: (catalog?: Catalog<never>) => Arbitrary<Segment>
  /** what a host's tables say of a customer, for segments that need it */
  readonly history: Arbitrary<CustomerHistory>
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
    segment: segmentArbitrary(fc),
    history: historyArbitrary(fc),
  }
}
