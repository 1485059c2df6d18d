import type { Flavour } from './id.js'

/** ISO 3166-1 alpha-2, in capitals: `US`. */
export type CountryCode = Flavour<'CountryCode'>

const UNITED_STATES: ReadonlySet<string> = new Set(['US', 'USA', 'UNITED STATES', 'UNITED STATES OF AMERICA'])

/** Whether the text has the form of a country's code: two capitals. Asked of every address several times, so without a pattern. */
export function isCountryCode(text: string): text is CountryCode {
  return text.length === 2 && isCapital(text.charCodeAt(0)) && isCapital(text.charCodeAt(1))
}

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a
}

/** Whether the text names the United States, as code or in words: `us`, `U.S.A.`, `United States of America`. */
export function isUnitedStates(country: string): boolean {
  // most countries are codes, and this is asked of every address
  if (country.length === 2) return country === 'US' || country.toUpperCase() === 'US'
  return UNITED_STATES.has(country.replaceAll('.', '').trim().replace(/ {2,}/g, ' ').toUpperCase())
}
