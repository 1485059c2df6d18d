import { describe, expect, it } from 'vitest'
import type { AddressInput } from '../../../src/address/address.js'
import { isMilitaryAddress } from '../../../src/address/military/is-military-address.js'
import { isMilitaryMail } from '../../../src/address/military/is-military-mail.js'

const cases: readonly { address: AddressInput; isAddress: boolean; isMail: boolean }[] = [
  {
    address: { city: 'APO', provinceCode: 'AE', zip: '09499', countryCode: 'US' },
    isAddress: true,
    isMail: true,
  },
  { address: { city: 'APO', provinceCode: 'AE' }, isAddress: true, isMail: true },
  { address: { city: 'APO', zip: '09499' }, isAddress: true, isMail: true },
  { address: { city: 'Ramstein', provinceCode: 'AE', zip: '09499' }, isAddress: true, isMail: true },
  { address: { provinceCode: 'Armed Forces Pacific', zip: '96278-0001' }, isAddress: true, isMail: true },
  { address: { provinceCode: 'AP', zip: '09277', countryCode: 'USA' }, isAddress: true, isMail: true },
  {
    address: { city: 'A.P.O. AE 09499', provinceCode: 'a.e.', countryCode: 'U.S.A.' },
    isAddress: true,
    isMail: true,
  },
  { address: { city: 'APO/FPO', provinceCode: 'AE' }, isAddress: true, isMail: true },
  // full width, as it is typed in Japan
  { address: { city: 'ＡＰＯ', provinceCode: 'ＡＰ', zip: '９６２０１' }, isAddress: true, isMail: true },
  { address: { city: 'ＦＰＯ', zip: '９６３４９', countryCode: 'JP' }, isAddress: true, isMail: true },
  { address: { city: 'Tokyo', zip: '９６２０１', countryCode: 'JP' }, isAddress: false, isMail: false },
  // state or ZIP within the city
  { address: { city: 'APO AE 09499', countryCode: 'US' }, isAddress: true, isMail: true },
  { address: { city: 'APO, Armed Forces Europe' }, isAddress: true, isMail: true },
  { address: { city: 'APO 09499', countryCode: 'DE' }, isAddress: true, isMail: true },
  { address: { city: 'APO AE', countryCode: 'DE' }, isAddress: false, isMail: false },
  // a civilian ZIP within the city says nothing
  { address: { city: 'APO 12345', countryCode: 'DE' }, isAddress: false, isMail: false },
  { address: { city: '12345 A.P.O.', countryCode: 'AE' }, isAddress: false, isMail: false },
  { address: { city: 'APO 90210', countryCode: 'US' }, isAddress: false, isMail: true },
  { address: { city: 'APO\u200b', zip: '\u202a09499', countryCode: 'DE' }, isAddress: true, isMail: true },
  { address: { provinceCode: 'AE - Europe', zip: '09499' }, isAddress: true, isMail: true },
  { address: { provinceCode: 'AP Asia', zip: '96278' }, isAddress: false, isMail: false },
  // only one of three
  { address: { city: 'Armed Forces Europe', provinceCode: 'AE' }, isAddress: false, isMail: false },
  { address: { city: 'APO', countryCode: 'US' }, isAddress: false, isMail: true },
  {
    address: { city: 'DPO', provinceCode: 'CA', zip: '90210', countryCode: 'US' },
    isAddress: false,
    isMail: true,
  },
  { address: { provinceCode: 'AE' }, isAddress: false, isMail: false },
  { address: { zip: '09499' }, isAddress: false, isMail: false },
  // another country
  {
    address: { city: 'APO', provinceCode: 'AE', zip: '09499', countryCode: 'DE' },
    isAddress: true,
    isMail: true,
  },
  { address: { city: 'APO', zip: '09067', countryCode: 'DE' }, isAddress: true, isMail: true },
  {
    address: { city: 'APO', provinceCode: 'AE', countryCode: 'DE' },
    isAddress: false,
    isMail: false,
  },
  { address: { city: 'APO', countryCode: 'DE' }, isAddress: false, isMail: false },
  {
    address: { city: 'Dubai', provinceCode: 'AE', zip: '09499', countryCode: 'AE' },
    isAddress: false,
    isMail: false,
  },
  // the United States by other names than its code
  ...['us', 'USA', 'UNITED STATES'].map((countryCode) => ({
    address: { city: 'DPO', countryCode },
    isAddress: false,
    isMail: true,
  })),
  { address: { city: 'APO', zip: '96278', countryCode: 'KR' }, isAddress: true, isMail: true },
  // civilian neighbours
  {
    address: { city: 'Honolulu', provinceCode: 'HI', zip: '96801', countryCode: 'US' },
    isAddress: false,
    isMail: false,
  },
  {
    address: { city: 'Fort Campbell', provinceCode: 'KY', zip: '42223', address2: 'Unit 8' },
    isAddress: false,
    isMail: false,
  },
  { address: {}, isAddress: false, isMail: false },
]

describe('isMilitaryAddress', () => {
  it.each(cases)(
    'A-1 needs two of city, state and ZIP, the state in no other country: $address',
    ({ address, isAddress }) => {
      expect(isMilitaryAddress(address)).toBe(isAddress)
    },
  )
})

describe('isMilitaryMail', () => {
  it.each(cases)('is content with a post office in the United States: $address', ({ address, isMail }) => {
    expect(isMilitaryMail(address)).toBe(isMail)
  })
})
