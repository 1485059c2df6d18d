import type { Address, BillingDetails } from '../address/address.js'
import { addressIdArbitrary } from './arbitrary-address-id.js'
import { militaryAddressArbitrary } from './arbitrary-military-address.js'
import { phoneArbitrary } from './arbitrary-contact.js'
import { plain, type Arbitrary, type FastCheck } from './fast-check.js'
import { companies, firstNames, lastNames } from './sample-names.js'
import { samplePlaces, type SamplePlace } from './sample-places.js'

/** Valid delivery addresses of many countries, US military ones among them. */
export function addressArbitrary(fc: FastCheck): Arbitrary<Address> {
  return fc.oneof(
    { weight: 5, arbitrary: civilianAddressArbitrary(fc) },
    { weight: 1, arbitrary: militaryAddressArbitrary(fc, { valid: true }) },
  )
}

/** Valid sets of invoice data. */
export function billingDetailsArbitrary(fc: FastCheck): Arbitrary<BillingDetails> {
  return fc
    .record({
      address: civilianAddressArbitrary(fc),
      company: fc.constantFrom(...companies),
      taxId: fc.constantFrom(null, 'PL5260250274', 'DE136695976', 'NO 974 760 673 MVA'),
    })
    .map(({ address, company, taxId }) => ({ ...address, company, taxId }))
}

function civilianAddressArbitrary(fc: FastCheck): Arbitrary<Address> {
  return fc
    .record(
      {
        id: addressIdArbitrary(fc),
        firstName: fc.option(fc.constantFrom(...firstNames)),
        lastName: fc.constantFrom(...lastNames),
        company: fc.option(fc.constantFrom(...companies), { freq: 2 }),
        address2: fc.constantFrom(null, null, '2nd floor', 'c/o Nowak', 'за магазином'),
        phone: fc.option(phoneArbitrary(fc), { freq: 2 }),
        place: fc.constantFrom(...samplePlaces),
        street: fc.integer({ min: 0, max: 9 }),
        house: fc.integer({ min: 1, max: 240 }),
      },
      plain,
    )
    .map(({ place, street, house, ...fields }) => ({ ...fields, ...located(place, street, house) }))
}

type Location = Pick<Address, 'address1' | 'city' | 'provinceCode' | 'countryCode' | 'zip'>

function located({ streets, ...place }: SamplePlace, street: number, house: number): Location {
  const line = streets[street % streets.length] as string
  return { ...place, address1: line.replace('{n}', String(house)) }
}
