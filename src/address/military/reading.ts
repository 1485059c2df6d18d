import { toAddressFields, type AddressFields, type AddressInput } from '../address.js'
import { readCity, type CityReading } from './city.js'
import { readDelivery, type DeliveryReading } from './delivery.js'
import { wantedDesignators, type DesignatorType } from './designator.js'
import { hintsOf, type Hints } from './hints.js'
import { readZip, type ZipReading } from './postal-code.js'
import { readState, type StateReading } from './state.js'
import { namesUnitedStates } from './united-states.js'

/** What the fields of the city line say, and the country. */
export interface PlaceReading {
  readonly city: CityReading
  readonly state: StateReading
  readonly zip: ZipReading
  readonly country: 'us' | 'other' | 'blank'
}

/** What a military address says, field by field: all rules and repairs look at this and at nothing else. */
export interface MilitaryReading extends PlaceReading {
  readonly fields: AddressFields
  /** first and last name together; empty where they hold no letter and no digit, as `.` does */
  readonly name: string
  /** the designator that the merchant's page asks for; none while the post office is unknown */
  readonly wanted: DesignatorType | null
  readonly delivery: DeliveryReading
  /** post office, state and ZIP as they were typed into fields of something else */
  readonly misplaced: Hints
}

/** Reads the place of an address as people type it. */
export function readPlace({ city, provinceCode, zip, countryCode }: AddressFields): PlaceReading {
  return {
    city: readCity(city),
    state: readState(provinceCode),
    zip: readZip(zip),
    country: readCountry(countryCode),
  }
}

/** Reads a country as people type it. */
export function readCountry(typed: string | null): PlaceReading['country'] {
  if (typed === null) return 'blank'
  return namesUnitedStates(typed) ? 'us' : 'other'
}

/** Reads an address as people type it. */
export function readMilitaryAddress(address: AddressInput): MilitaryReading {
  const fields = toAddressFields(address)
  const place = readPlace(fields)
  const { city, state, zip } = place
  const wanted = city.postOffice === null ? null : wantedDesignators[city.postOffice]
  const delivery = readDelivery(fields.address1, fields.address2, wanted)
  const typedName = [fields.firstName, fields.lastName].filter((part) => part !== null).join(' ')
  const name = /[\p{L}\p{N}]/u.test(typedName) ? typedName : ''
  const misplaced = hintsOf([
    ...city.extraParts,
    ...state.extraParts,
    ...zip.extraParts,
    ...delivery.cityLines.flatMap(({ parts }) => parts),
  ])
  return { ...place, fields, name, wanted, delivery, misplaced }
}
