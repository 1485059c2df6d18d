import type { Flavour } from './id.js'

/** ISO 3166-1 alpha-2, in capitals: `US`. */
export type CountryCode = Flavour<'CountryCode'>

const UNITED_STATES: ReadonlySet<string> = new Set(['US', 'USA', 'UNITED STATES', 'UNITED STATES OF AMERICA'])

/** Whether the text names the United States, as code or in words: `us`, `U.S.A.`, `United States of America`. */
export function isUnitedStates(country: string): boolean {
  // most countries are codes, and this is asked of every address
  if (country.length === 2) return country === 'US' || country.toUpperCase() === 'US'
  return UNITED_STATES.has(country.replaceAll('.', '').trim().replace(/ {2,}/g, ' ').toUpperCase())
}
