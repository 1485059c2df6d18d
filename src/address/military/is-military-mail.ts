import { isCountryCode } from '../../value/country.js'
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
  if (isPlainlyAbroad(address)) return false
  const signs = placeSigns(address)
  return saysMilitary(signs) || (signs.city && !signs.isAbroad)
}

// Digits of full width are read as well, and seldom enough to be read at once
const BEGINS_MILITARY_ZIP = /09|340|96[2-6]|[\uff10-\uff19]/

/** Most mail of the world: the code of another country, and nowhere the digits of a military ZIP. It need not be read. */
function isPlainlyAbroad({ countryCode, city, zip }: AddressInput): boolean {
  return (
    typeof countryCode === 'string' &&
    isCountryCode(countryCode) &&
    countryCode !== 'US' &&
    !mayHoldMilitaryZip(city) &&
    !mayHoldMilitaryZip(zip)
  )
}

function mayHoldMilitaryZip(text: unknown): boolean {
  return typeof text === 'string' && BEGINS_MILITARY_ZIP.test(text)
}
