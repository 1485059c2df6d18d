import type { AddressInput } from '../address.js'
import { placeSigns, saysMilitary } from './place-signs.js'

/**
 * Whether an address is US military mail: two of city, state and ZIP say so. The state counts only where the country is
 * the United States or not given, so that `AE` is not taken for the Emirates; a city and a ZIP that agree count in any
 * country, because people choose the one they are stationed in. Honolulu and bases inside the United States are not.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(isMilitaryAddress({ city: 'APO AE 09499', zip: '09499' })).toBe(true)
 * expect(isMilitaryAddress({ city: 'Dubai', countryCode: 'AE' })).toBe(false)
 * ```
 */
export function isMilitaryAddress(address: AddressInput): boolean {
  return saysMilitary(placeSigns(address))
}
