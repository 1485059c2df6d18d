import { toAddressFields, type AddressInput } from '../address.js'
import { readPlace, type PlaceReading } from './reading.js'

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
  return isMilitaryPlace(readPlace(toAddressFields(address)))
}

/** The same, of a place that has been read. */
export function isMilitaryPlace({ city, state, zip, country }: PlaceReading): boolean {
  const signs = [city.namesPostOffice, state.state !== null, zip.state !== null]
  return country !== 'other' && signs.filter(Boolean).length >= 2
}
