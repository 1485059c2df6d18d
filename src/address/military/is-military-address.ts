import { toAddressFields, type AddressInput } from '../address.js'
import { isDomesticPlace, saysMilitary } from './domestic-place.js'

/**
 * Whether an address is US military mail: two of city, state and ZIP say so, and the country is the United States or
 * not given. `AE` as the Emirates, Honolulu, and bases inside the United States are not.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(isMilitaryAddress({ city: 'APO AE 09499', zip: '09499' })).toBe(true)
 * expect(isMilitaryAddress({ city: 'Dubai', countryCode: 'AE' })).toBe(false)
 * ```
 */
export function isMilitaryAddress(address: AddressInput): boolean {
  return isDomesticPlace(toAddressFields(address), saysMilitary)
}
