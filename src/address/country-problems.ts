import { foundIn, joined, nothing, problem, type Problem } from '../outcome/problem.js'
import { isCountryCode, isUnitedStates } from '../value/country.js'
import { isBlank, presentText } from '../value/text.js'
import type { AddressInput } from './address.js'
import type { Countries, Country } from './country.js'
import { provinceOf } from './province.js'

/** Why an address does not fit its country. */
export type CountryProblemCode =
  | 'address.required'
  | 'address.country-invalid'
  | 'address.country-unknown'
  | 'address.zip-invalid'
  | 'address.province-required'
  | 'address.province-invalid'

/** Longer than any postal code of the world; no pattern sees more. */
const LONGEST_ZIP = 20

/** Without which nothing can be delivered anywhere (ours; the sources require none). */
const required = ['address1', 'city', 'countryCode'] as const satisfies readonly (keyof AddressInput)[]

/** The country an address names, when it is one; capitals do not matter. */
export function countryCodeOf({ countryCode }: AddressInput): string | null {
  const typed = presentText(countryCode)
  // most countries are written so, and need not be written anew
  if (typed === null || isCountryCode(typed)) return typed
  if (isUnitedStates(typed)) return 'US'
  return /^[a-z]{2}$/i.test(typed) ? typed.toUpperCase() : null
}

/** What is wrong with the country's field itself. */
function countryCodeProblems(
  address: AddressInput,
  code: string | null,
): readonly Problem<CountryProblemCode>[] {
  return isBlank(address.countryCode) || code !== null
    ? nothing
    : [problem('address.country-invalid', ['countryCode'])]
}

/**
 * What is missing or does not fit, by the rules of the address's own country where they are known; else `least` must be
 * there.
 */
export function countryProblems(
  address: AddressInput,
  countries: Countries | undefined,
  least: readonly (keyof AddressInput)[] = required,
): readonly Problem<CountryProblemCode>[] {
  const code = countryCodeOf(address)
  const country = code === null ? null : (countries?.find(code) ?? null)
  if (country !== null) return problemsIn(country, address)
  const isUnknown = code !== null && countries !== undefined
  const faults = joined(missing(least, address), countryCodeProblems(address, code))
  return isUnknown ? [...faults, problem('address.country-unknown', ['countryCode'])] : faults
}

/** Provinces are asked for only where there is a list of them. */
function problemsIn(country: Country, address: AddressInput): Problem<CountryProblemCode>[] {
  const fields = country.required.filter((field) => field !== 'provinceCode')
  return [
    ...missing(fields, address),
    ...zipProblems(country, address),
    ...provinceProblems(country, address),
  ]
}

function missing(
  fields: readonly (keyof AddressInput)[],
  address: AddressInput,
): readonly Problem<CountryProblemCode>[] {
  return foundIn(fields, (field) =>
    isBlank(address[field]) ? [problem('address.required', [field], { field })] : nothing,
  )
}

function zipProblems(country: Country, { zip }: AddressInput): Problem<CountryProblemCode>[] {
  const typed = presentText(zip)
  return typed === null || isZipOf(country, typed) ? [] : [problem('address.zip-invalid', ['zip'])]
}

/** Full-width digits count as digits, and so does the code as written on mail from abroad. */
function isZipOf({ zipPattern, zipPrefix }: Country, typed: string): boolean {
  if (zipPattern === null) return true
  if (typed.length > LONGEST_ZIP) return false
  const zip = typed.normalize('NFKC').toUpperCase()
  const bare = zipPrefix !== null && zip.startsWith(zipPrefix) ? zip.slice(zipPrefix.length) : zip
  return new RegExp(`^(?:${zipPattern})$`).test(bare)
}

function provinceProblems(country: Country, { provinceCode }: AddressInput): Problem<CountryProblemCode>[] {
  if (country.provinces.length === 0) return []
  const typed = presentText(provinceCode)
  if (typed !== null)
    return provinceOf(country, typed) === null ? [problem('address.province-invalid', ['provinceCode'])] : []
  return country.required.includes('provinceCode')
    ? [problem('address.province-required', ['provinceCode'])]
    : []
}
