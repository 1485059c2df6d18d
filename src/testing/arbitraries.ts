import type { Address } from '../address/address.js'
import type { Customer } from '../customer/customer.js'
import type { Catalog } from '../segment/catalog/catalog.js'
import type { Segment } from '../segment/segment.js'
import type { CustomerRecord } from '../customer/record.js'
import { policies } from '../policy/policies.js'
import type { Policy } from '../policy/policy.js'
import type { CustomerEdit } from '../profile/edit/customer-edit.js'
import { addressArbitrary } from './arbitrary-address.js'
import { faultsArbitrary } from './arbitrary-fault.js'
import { blockedPairArbitrary, type BlockedPairCode } from './arbitrary-blocked-pair.js'
import { customerArbitrary } from './arbitrary-customer.js'
import { militaryAddressArbitrary, type MilitaryAddressOptions } from './arbitrary-military-address.js'
import { mergeablePairArbitrary, type RecordPair } from './arbitrary-pair.js'
import { editArbitrary } from './arbitrary-edit.js'
import { recordArbitrary } from './arbitrary-record.js'
import { historyArbitrary, type CustomerHistory } from './arbitrary-history.js'
import { segmentArbitrary } from './arbitrary-segment.js'
import type { Fault } from './fault.js'
import type { Arbitrary, FastCheck } from './fast-check.js'

/** Generators of valid values for property tests. */
export interface Arbitraries {
  /** living records; some are blocked from a merge or a deletion */
  readonly record: Arbitrary<CustomerRecord>
  readonly customer: Arbitrary<Customer>
  /** of many countries, military ones among them */
  readonly address: Arbitrary<Address>
  /**
   * US military addresses, some wrong (A-1 … A-7): with `{ valid: true }` right by the merchant's rules and by the postal
   * service's, with `{ valid: false }` wrong by the merchant's
   */
  readonly militaryAddress: (options?: MilitaryAddressOptions) => Arbitrary<Address>
  /** two records whose merge nothing blocks under a policy, by default the newest edition's (M-1) */
  readonly mergeablePair: (policy?: Policy) => Arbitrary<RecordPair>
  /**
   * two records whose merge is refused with exactly this code, the first, the second or both to blame: one of the policy's
   * rows (MB-1 … MB-9), `merge.unknown-fact`, `merge.same-customer`, `merge.note-too-long`, `merge.too-many-tags`
   */
  readonly blockedPair: (code: BlockedPairCode, policy?: Policy) => Arbitrary<RecordPair>
  /** what staff may wish of this record; a few are refused, because nobody would remain or an address be there twice */
  readonly edit: (record: CustomerRecord) => Arbitrary<CustomerEdit>
  /** right by the catalog, by default that of customer records; conditions of every kind but `segment('name')` */
  readonly segment: (catalog?: Catalog<never>) => Arbitrary<Segment>
  /** what a host's tables say of a customer, for segments that need it */
  readonly history: Arbitrary<CustomerHistory>
  /** what goes wrong with a store, for `faultyRepository` */
  readonly faults: Arbitrary<readonly Fault<never>[]>
}

/**
 * Generators of valid values, made with the fast-check you pass in (version 3 or 4): nothing else needs one.
 *
 * @example
 * ```ts @import.meta.vitest
 * const fc = await import('fast-check')
 * const { militaryAddressProblems } = await import('clientele')
 * const { record, militaryAddress } = arbitraries(fc)
 * fc.assert(fc.property(record, ({ customer }) => customer.priceLevel <= 10))
 * const right = militaryAddress({ valid: true })
 * fc.assert(fc.property(right, (address) => militaryAddressProblems(address, 'postal').length === 0))
 * ```
 */
export function arbitraries(fc: FastCheck): Arbitraries {
  return {
    record: recordArbitrary(fc),
    customer: customerArbitrary(fc),
    address: addressArbitrary(fc),
    militaryAddress: (options) => militaryAddressArbitrary(fc, options),
    mergeablePair: (policy = policies.shopify) => mergeablePairArbitrary(fc, policy),
    blockedPair: (code, policy = policies.shopify) => blockedPairArbitrary(fc, code, policy),
    edit: (record) => editArbitrary(fc, record),
    segment: segmentArbitrary(fc),
    history: historyArbitrary(fc),
    faults: faultsArbitrary(fc),
  }
}
