import { toAddressFields, type AddressInput } from '../address.js'
import type { CityLinePart } from './city-line.js'
import { readCountry, readPlace } from './reading.js'
import { stateOfZip } from './zip.js'

/** What of a place says that it is US military mail. */
export interface PlaceSigns {
  readonly city: boolean
  /** only where the country is the United States or not given: `AE` abroad is the Emirates */
  readonly state: boolean
  readonly zip: boolean
  readonly isAbroad: boolean
}

/** Looks at the city, the state and the ZIP of an address, also where the last two were typed into the city: `APO AE 09012`. */
export function placeSigns(address: AddressInput): PlaceSigns {
  const fields = toAddressFields(address)
  const { city, state, zip } = readPlace(fields)
  const isAbroad = readCountry(fields.countryCode) === 'other'
  return {
    city: city.namesPostOffice,
    state: (state.state !== null || city.extraParts.some(({ kind }) => kind === 'state')) && !isAbroad,
    zip: zip.state !== null || city.extraParts.some(isMilitaryZip),
    isAbroad,
  }
}

function isMilitaryZip(part: CityLinePart): boolean {
  return part.kind === 'zip' && stateOfZip(part.value) !== null
}

/** Whether two of the three say so. */
export function saysMilitary({ city, state, zip }: PlaceSigns): boolean {
  return [city, state, zip].filter(Boolean).length >= 2
}
