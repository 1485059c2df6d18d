import type { Address } from '../address/address.js'
import { addressIdArbitrary } from './arbitrary-address-id.js'
import { plain, type Arbitrary, type FastCheck } from './fast-check.js'
import { militaryFaults } from './military-faults.js'
import { firstNames, lastNames } from './sample-names.js'

/** The states of the armed forces, and the postal codes in each. */
const regions = [
  { provinceCode: 'AA', zips: ['34002', '34025-0001', '34099'] },
  { provinceCode: 'AE', zips: ['09012', '09128-1234', '09821'] },
  { provinceCode: 'AP', zips: ['96278', '96349-0001', '96601'] },
] as const

/** The post offices, and the number that the merchant's rule wants beside the box. */
const offices = [
  { city: 'APO', designator: 'PSC' },
  { city: 'FPO', designator: 'UNIT' },
  { city: 'DPO', designator: 'UNIT' },
] as const

/** Which military addresses are made. */
export interface MilitaryAddressOptions {
  /** `true`: right at both levels; `false`: with a problem at the merchant's level at least; left out: some of each */
  readonly valid?: boolean | undefined
}

/** US military addresses: right ones, wrong ones, or both. */
export function militaryAddressArbitrary(
  fc: FastCheck,
  { valid }: MilitaryAddressOptions = {},
): Arbitrary<Address> {
  const right = rightAddressArbitrary(fc)
  const wrong = wrongAddressArbitrary(fc, right)
  if (valid === undefined) return fc.oneof(right, wrong)
  return valid ? right : wrong
}

/** One to three things are wrong. */
function wrongAddressArbitrary(fc: FastCheck, right: Arbitrary<Address>): Arbitrary<Address> {
  const faults = fc.array(fc.constantFrom(...Object.values(militaryFaults)), { minLength: 1, maxLength: 3 })
  return fc
    .record({ address: right, faults })
    .map(({ address, faults: found }) =>
      found.reduce<Address>((wrong, fault) => ({ ...wrong, ...fault(address) }), address),
    )
}

/** Right by the merchant's rules and by the postal service's (A-1 … A-7). */
function rightAddressArbitrary(fc: FastCheck): Arbitrary<Address> {
  return fc
    .record(
      {
        id: addressIdArbitrary(fc),
        firstName: fc.option(fc.constantFrom(...firstNames)),
        lastName: fc.constantFrom(...lastNames),
        office: fc.constantFrom(...offices),
        region: fc.constantFrom(...regions),
        zip: fc.integer({ min: 0, max: 2 }),
        number: fc.integer({ min: 1, max: 99_999 }),
        box: fc.integer({ min: 1, max: 99_999 }),
      },
      plain,
    )
    .map(({ office, region, zip, number, box, ...name }) => ({
      ...name,
      company: null,
      address1: `${office.designator} ${number} BOX ${box}`,
      address2: null,
      city: office.city,
      provinceCode: region.provinceCode,
      countryCode: 'US',
      zip: region.zips[zip] as string,
      phone: null,
    }))
}
