import type { AddressFields } from '../address.js'
import { readCountry, readPlace, type PlaceReading } from './reading.js'

/** Whether a place in the United States, or of no country, is of some kind. Most addresses are settled by their country alone. */
export function isDomesticPlace(fields: AddressFields, fits: (place: PlaceReading) => boolean): boolean {
  return readCountry(fields.countryCode) !== 'other' && fits(readPlace(fields))
}

/** Whether two of city, state and ZIP are military. */
export function saysMilitary({ city, state, zip }: PlaceReading): boolean {
  const signs = [city.namesPostOffice, state.state !== null, zip.state !== null]
  return signs.filter(Boolean).length >= 2
}
