import { describe, expect, it } from 'vitest'
import { toAddressFields, type AddressInput } from '../../src/address/address.js'
import { addressProblems } from '../../src/address/address-problems.js'
import { countries } from '../../src/address/countries/countries.js'
import type { Country } from '../../src/address/country.js'
import { customerProblems, customerWarnings } from '../../src/customer/customer-problems.js'
import { policies } from '../../src/policy/policies.js'
import { draftCustomer } from '../../src/profile/draft-customer.js'
import { buildContext, buildRecord } from '../../src/testing/index.js'
import { attackStrings, expectLinear, prototypeNames, unstorableTexts } from '../hostile-texts.js'

const problemsOf = (address: AddressInput): string[] =>
  addressProblems(address, { policy: policies.shopify, countries }).map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  )

/** An address as it is right, by the postal service of each country. */
const right: readonly AddressInput[] = [
  { address1: '350 Fifth Ave', city: 'New York', provinceCode: 'NY', zip: '10118', countryCode: 'US' },
  { address1: 'Piękna 1', city: 'Warszawa', zip: '00-549', countryCode: 'PL' },
  { address1: 'Storgata 5', city: 'Tromsø', zip: '9008', countryCode: 'NO' },
  { address1: 'Damrak 1', city: 'Amsterdam', zip: '1012 LG', countryCode: 'NL' },
  { address1: 'Mannerheimintie 1', city: 'Helsinki', zip: '00100', countryCode: 'FI' },
  { address1: '10 Downing Street', city: 'London', zip: 'SW1A 2AA', countryCode: 'GB' },
  { address1: 'Unter den Linden 77', city: 'Berlin', zip: '10117', countryCode: 'DE' },
  { address1: '丸の内1-1', city: '千代田区', provinceCode: '東京都', zip: '100-0005', countryCode: 'JP' },
  { address1: '111 Wellington St', city: 'Ottawa', provinceCode: 'ON', zip: 'K1A 0A9', countryCode: 'CA' },
  { address1: 'Av. Paulista 1', city: 'São Paulo', provinceCode: 'SP', zip: '01310-100', countryCode: 'BR' },
  { address1: '1 Main Street', city: 'Cork', provinceCode: 'CO', zip: 'T12 X70A', countryCode: 'IE' },
  { address1: 'Sheikh Zayed Road 1', provinceCode: 'DU', countryCode: 'AE' },
]
const of = (code: string): AddressInput => right.find(({ countryCode }) => countryCode === code) ?? {}

describe('addressProblems with countries', () => {
  it.each(right)('has nothing against an address in $countryCode', (address) => {
    expect(problemsOf(address)).toEqual([])
  })

  it.each<[string, AddressInput]>([
    ['a ZIP+4', { ...of('US'), zip: '10118-0110' }],
    ['blanks around and small letters', { ...of('GB'), zip: ' sw1a 2aa ' }],
    ['a code without its blank', { ...of('NL'), zip: '1012LG' }],
    ['the prefix of mail from abroad', { ...of('FI'), zip: 'fi-00100' }],
    ['full-width digits', { ...of('JP'), zip: '１００-０００５' }],
    ['a missing code where none is required', { ...of('IE'), zip: null }],
    ['any code where the country has none', { ...of('AE'), zip: '00000' }],
    ['blanks around a province', { ...of('US'), provinceCode: ' ny ' }],
    ['a province by its name', { ...of('US'), provinceCode: 'new york' }],
    ['a province in another language', { ...of('CA'), provinceCode: 'Québec' }],
    ['a province with its country', { ...of('CA'), provinceCode: 'ca-on' }],
    ['a prefecture in Latin letters', { ...of('JP'), provinceCode: 'Tokyo' }],
    ['an emirate in Arabic', { ...of('AE'), provinceCode: 'دبي' }],
    ['a missing province where none is required', { ...of('IE'), provinceCode: '' }],
    ['any province where the country lists none', { ...of('PL'), provinceCode: 'Mazowieckie' }],
    [
      'no province where one is required and nobody lists them',
      { address1: '1', city: 'Koror', zip: '96940', countryCode: 'PW' },
    ],
    ['the United States in words', { ...of('US'), countryCode: 'U.S.A.' }],
    ['a country in small letters', { ...of('NO'), countryCode: 'no' }],
  ])('lets through %s', (_what, address) => {
    expect(problemsOf(address)).toEqual([])
  })

  it.each<[AddressInput, string]>([
    [{ ...of('US'), zip: '1011' }, 'address.zip-invalid zip'],
    [{ ...of('US'), zip: '10118 x' }, 'address.zip-invalid zip'],
    [{ ...of('PL'), zip: '00549' }, 'address.zip-invalid zip'],
    [{ ...of('NO'), zip: '90081' }, 'address.zip-invalid zip'],
    [{ ...of('NL'), zip: 'LG 1012' }, 'address.zip-invalid zip'],
    [{ ...of('GB'), zip: '10117' }, 'address.zip-invalid zip'],
    [{ ...of('CA'), zip: 'K1A 0O9' }, 'address.zip-invalid zip'],
    [{ ...of('DE'), zip: '1'.repeat(21) }, 'address.zip-invalid zip'],
    [{ ...of('DE'), zip: null }, 'address.required zip'],
    [{ ...of('NO'), city: ' ' }, 'address.required city'],
    [{ ...of('AE'), address1: null }, 'address.required address1'],
    [{ ...of('US'), provinceCode: null }, 'address.province-required provinceCode'],
    [{ ...of('AE'), provinceCode: ' ' }, 'address.province-required provinceCode'],
    [{ ...of('CA'), provinceCode: 'NY' }, 'address.province-invalid provinceCode'],
    [{ ...of('IE'), provinceCode: 'Kent' }, 'address.province-invalid provinceCode'],
    [{ ...of('NO'), countryCode: 'ZZ' }, 'address.country-unknown countryCode'],
    [{ ...of('NO'), countryCode: 'Norge' }, 'address.country-invalid countryCode'],
    [{ ...of('NO'), countryCode: null }, 'address.required countryCode'],
  ])('says of %j: %s', (address, problem) => {
    expect(problemsOf(address)).toEqual([problem])
  })

  it('says all at once', () => {
    expect(problemsOf({ countryCode: 'US', zip: 'x', provinceCode: 'x' })).toEqual([
      'address.required address1',
      'address.required city',
      'address.zip-invalid zip',
      'address.province-invalid provinceCode',
    ])
  })

  it('judges military mail by the military rules alone, before any table', () => {
    const mail = {
      firstName: 'Joe',
      lastName: 'Doe',
      address1: 'PSC 1234 BOX 567',
      city: 'APO',
      countryCode: 'US',
    }
    expect(problemsOf({ ...mail, provinceCode: 'Armed Forces Europe', zip: '09012' })).toEqual([])
    expect(
      problemsOf({ ...mail, provinceCode: null, zip: null }).every((one) => one.startsWith('military.')),
    ).toBe(true)
  })

  it.each([
    ['US', 'Armed Forces Europe', []],
    ['US', 'armed forces americas (except Canada)', []],
    ['US', 'Armed Forces', ['address.province-invalid provinceCode']],
    ['US', 'A.E.', ['address.province-invalid provinceCode']],
    ['BR', 'Armed Forces Pacific', ['address.province-invalid provinceCode']],
  ])(
    'A-7 knows the states of the forces by their names, in the United States alone: %s, %s',
    (countryCode, provinceCode, problems) => {
      const zip = countryCode === 'US' ? '10001' : '68900-000'
      expect(problemsOf({ address1: 'Box 5', city: 'Town', provinceCode, zip, countryCode })).toEqual(
        problems,
      )
    },
  )

  it("A-7 knows no state that the host's own table lacks", () => {
    const few: Country = {
      code: 'US',
      required: [],
      zipPattern: null,
      zipPrefix: null,
      provinces: [{ code: 'NY', names: { default: 'New York' } }],
      format: '%A',
      latinFormat: null,
    }
    const context = { policy: policies.shopify, countries: { find: () => few } }
    expect(addressProblems({ countryCode: 'US', provinceCode: 'Armed Forces Europe' }, context)).toEqual([
      { code: 'address.province-invalid', path: ['provinceCode'] },
    ])
  })

  it('reads no code that is longer than any, and nothing of it where a host has its own patterns', () => {
    const slow: Country = {
      code: 'NO',
      required: [],
      zipPattern: '(A+)+',
      zipPrefix: null,
      provinces: [],
      format: '%A',
      latinFormat: null,
    }
    const context = { policy: policies.shopify, countries: { find: () => slow } }
    expect(addressProblems({ countryCode: 'NO', zip: `${'a'.repeat(254)}!` }, context)).toEqual([
      { code: 'address.zip-invalid', path: ['zip'] },
    ])
  })

  it.each([...prototypeNames, ...unstorableTexts, '\u202e', '﷽'.repeat(20)])(
    'reads %j as data in every field',
    (text) => {
      for (const countryCode of ['US', 'JP', text]) {
        const address = { address1: text, city: text, zip: text, provinceCode: text, countryCode }
        expect(problemsOf(address).length).toBeGreaterThan(0)
      }
    },
  )

  it.each(Object.entries(attackStrings))('takes linear time for %s', (_name, make) => {
    expectLinear((text) => problemsOf({ ...of('GB'), zip: text, provinceCode: text }), make)
    expectLinear((text) => problemsOf({ ...of('US'), city: 'x', zip: text, provinceCode: text }), make)
  })
})

describe('a customer with countries', () => {
  const { customer } = buildRecord({
    customer: { addresses: [{ ...toAddressFields(of('NO')), id: 'a', zip: '900' }] },
  })
  const rules = { ...policies.shopify, countries }
  const wrong = (field: string, value: string): typeof customer => ({
    ...customer,
    addresses: customer.addresses.map((address) => ({ ...address, [field]: value })),
  })

  it('is warned of a postal code that does not fit, and kept', () => {
    const problem = { code: 'address.zip-invalid', path: ['addresses', 0, 'zip'] }
    expect(customerWarnings(customer, rules)).toEqual([problem])
    expect(customerProblems(customer, rules)).toEqual([])
    expect(customerWarnings(customer)).toEqual([])
  })

  it('is refused for a country that is none', () => {
    const problem = { code: 'address.country-unknown', path: ['addresses', 0, 'countryCode'] }
    expect(customerProblems(wrong('countryCode', 'ZZ'), rules)).toEqual([problem])
  })

  it('is judged by the countries of the context when it is made', () => {
    const input = { email: 'anna@example.com', addresses: [{ ...of('NO'), zip: '900' }] }
    const codes = (context: ReturnType<typeof buildContext>): string[] =>
      draftCustomer(input, context, () => 'new:1').warnings.map(({ code }) => code)
    expect(codes({ ...buildContext(), countries })).toEqual(['address.zip-invalid'])
    expect(codes(buildContext())).toEqual([])
  })
})
