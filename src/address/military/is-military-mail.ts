import type { AddressInput } from '../address.js'
import { placeSigns, saysMilitary } from './place-signs.js'

/**
 * Whether the military rules judge an address: it is one, or its city at least is a post office of the forces in the
 * United States, so that the rest of it is wrong.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(isMilitaryMail({ city: 'DPO', provinceCode: 'CA', zip: '90210', countryCode: 'US' })).toBe(true)
 * ```
 */
export function isMilitaryMail(address: AddressInput): boolean {
  const signs = placeSigns(address)
  return saysMilitary(signs) || (signs.city && !signs.isAbroad)
}
