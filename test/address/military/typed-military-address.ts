import * as fc from 'fast-check'
import type { AddressInput } from '../../../src/address/address.js'

const words = [
  'PSC',
  'psc',
  'P.S.C.',
  'PCS',
  'UNIT',
  'Unti',
  'CMR',
  'C.M.R.',
  'BOX',
  'Bx',
  'B0X',
  'PO BOX',
  'B',
  'R',
  'APO',
  'A.P.O.',
  'AP0',
  'Army Post Office',
  'FPO',
  'DPO',
  'AA',
  'AE',
  'ap',
  'A.E.',
  'Armed Forces Europe',
  'Armed Forces Africa',
  'USS Nimitz (CVN 68)',
  'B CO 1-23 IN',
  'Ramstein AB',
  'London',
  'Germany',
  'USA',
  'Jane Doe',
  'SGT Robert Smith',
  'Main St',
  'Bldg',
  'No.',
  'EXTRA',
]
const numbers = [
  '3',
  '74',
  '0074',
  '4120',
  '74A',
  '09499',
  '09499-0074',
  '094990074',
  '96278',
  '34002',
  '12345',
  '9499',
]
const signs = [' ', ' ', ' ', ', ', ' - ', '', '#', '.', '/', '\n']

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 4, arbitrary: fc.constantFrom(...numbers) },
  { weight: 1, arbitrary: fc.string({ maxLength: 4, unit: 'binary' }) },
)

/** Text out of what people type into military addresses, in any order. */
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(...signs)), { maxLength: 7 })
  .map((pieces) => pieces.flat().join(''))

const deliveryLine = fc
  .tuple(
    fc.constantFrom('PSC', 'UNIT', 'CMR', 'P.S.C.', 'PCS'),
    fc.constantFrom(' ', '', ' #'),
    fc.nat(9999),
    fc.constantFrom(' ', '', ', ', ' - ', ' EXTRA '),
    fc.constantFrom('BOX ', 'box', 'Bx ', 'PO BOX '),
    fc.nat(99_999),
  )
  .map((parts) => parts.join(''))

const field = (...likely: string[]): fc.Arbitrary<string | null> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...likely) },
    { weight: 2, arbitrary: text },
    fc.constant(null),
  )

/** Addresses as people type them: nearly right, wrong in several fields at once, or nonsense. */
export const typedMilitaryAddress: fc.Arbitrary<AddressInput> = fc.record(
  {
    firstName: field('Jane', 'Any', ''),
    lastName: field('Doe', 'Soldier', ''),
    company: field('', 'Acme', 'USS NIMITZ'),
    address1: fc.oneof(deliveryLine, field('USS Nimitz', 'PSC 3', 'Box 4120', 'London, UK', 'Jane Doe')),
    address2: fc.oneof(
      fc.constant(''),
      deliveryLine,
      field('B CO 1-23 IN', 'Box 4120', 'Germany', 'APO AE 09499'),
    ),
    city: field('APO', 'FPO', 'dpo', 'APO AE 09499', 'A.P.O.', 'APO Germany', 'Ramstein', ''),
    provinceCode: field('AE', 'ap', 'A.E.', 'Armed Forces Europe', 'NY', ''),
    zip: field('09499', '09499-0074', '094990074', '9499', '96278', '12345', ''),
    countryCode: field('US', 'usa', 'Germany', 'AE', ''),
  },
  { requiredKeys: [] },
)
