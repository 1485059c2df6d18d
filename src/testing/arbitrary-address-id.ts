import type { AddressId } from '../value/id.js'
import type { Arbitrary, FastCheck } from './fast-check.js'

/** Ids of addresses. */
export function addressIdArbitrary(fc: FastCheck): Arbitrary<AddressId> {
  return fc.integer({ min: 1, max: 999_999 }).map((number) => `address-${number}`)
}
