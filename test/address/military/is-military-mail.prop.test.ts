import { isMilitaryMail } from 'clientele'
import { arbitraries } from 'clientele/testing'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeSigns, saysMilitary } from '../../../src/address/military/place-signs.js'

const { address } = arbitraries(fc)
const countryCode = fc.constantFrom(null, 'US', 'us', 'USA', 'NO', 'AE', 'U.S.', 'Norge')
const city = fc.constantFrom(
  null,
  'APO',
  'FPO AE 09012',
  'APO AP 96278',
  'Oslo',
  'DPO, 34002',
  'Yokosuka 238-0001',
)
const zip = fc.constantFrom(null, '09012', '34002-1234', '96278', '0155', '10001', '０９０１２', '9 6 2 7 8')

it('A-1 mail that need not be read is no military mail', () => {
  fc.assert(
    fc.property(address, fc.record({ countryCode, city, zip }), (written, typed) => {
      for (const one of [written, { ...written, ...typed }]) {
        const signs = placeSigns(one)
        expect(isMilitaryMail(one)).toBe(saysMilitary(signs) || (signs.city && !signs.isAbroad))
      }
    }),
    { numRuns: 500 },
  )
})
