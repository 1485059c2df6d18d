import type { AddressFields } from '../../address/address.js'
import type { CustomerRecord } from '../../customer/record.js'
import type { AttributeOf, Predicate } from './catalog.js'
import { negated } from './compared.js'
import { cityForm, countryForm, regionForm } from './place-forms.js'

type PlaceAttribute = AttributeOf<CustomerRecord, 'list'>

const customerCountries: PlaceAttribute = {
  name: 'customer_countries',
  type: 'list',
  hints: ['country'],
  form: countryForm,
  read: (record) => placesOf(record, ({ countryCode }) => countryCode),
  leaves: {
    CONTAINS: isInCountry,
    'NOT CONTAINS': (country) => negated(isInCountry(country)),
  },
}

const customerRegions: PlaceAttribute = {
  name: 'customer_regions',
  type: 'list',
  form: regionForm,
  read: (record) => placesOf(record, regionOf),
}

const customerCities: PlaceAttribute = {
  name: 'customer_cities',
  type: 'list',
  form: cityForm,
  read: (record) => placesOf(record, citiesOf),
}

/** Where the customer lives or is billed (L-3): each address counts, not only the default. */
export const placeAttributes: readonly PlaceAttribute[] = [customerCities, customerCountries, customerRegions]

function placesOf(
  { customer }: CustomerRecord,
  placeOf: (address: AddressFields) => string | null | readonly string[],
): readonly string[] {
  const { addresses, billingDetails } = customer
  if (addresses.length === 0 && billingDetails.length === 0) return nowhere
  return [...addresses, ...billingDetails].flatMap(placeOf).filter((place) => place !== null)
}

const nowhere: readonly never[] = []

function isInCountry(country: string): Predicate<CustomerRecord> {
  const isThere = ({ countryCode }: AddressFields): boolean => countryCode === country
  return ({ customer }) => customer.addresses.some(isThere) || customer.billingDetails.some(isThere)
}

/** `US-NY`; some codes name their country already: `JP-13`. */
function regionOf({ countryCode, provinceCode }: AddressFields): string | null {
  if (countryCode === null || provinceCode === null) return null
  const region = provinceCode.startsWith(`${countryCode}-`) ? provinceCode : `${countryCode}-${provinceCode}`
  return withoutBlanks(region)
}

/** `US-NY-NewYorkCity`; and `DE-Berlin`, for who asks without a region, whether the address has one or not. */
function citiesOf(address: AddressFields): string[] {
  const { city, countryCode } = address
  if (city === null || countryCode === null) return []
  const regions = [regionOf(address), countryCode].filter((place) => place !== null)
  return regions.map((region) => `${region}-${withoutBlanks(city)}`)
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '')
}
