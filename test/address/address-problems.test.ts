import { describe, expect, it } from 'vitest'
import {
  addressProblems,
  isMilitaryProblem,
  militaryMailProblems,
  placeProblems,
} from '../../src/address/address-problems.js'
import {
  addressInputSchema,
  addressSchema,
  billingDetailsInputSchema,
  billingDetailsSchema,
} from '../../src/address/address.schema.js'
import type { AddressInput } from '../../src/address/address.js'
import type { RecipientName } from '../../src/address/recipient-name.js'
import { limits } from '../../src/limits/limits.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import { attackStrings, expectLinear, unstorableTexts } from '../hostile-texts.js'

const place = { address1: 'Storgata 5', city: 'Tromsø', countryCode: 'NO' }
const problemsOf = (address: AddressInput): unknown => addressProblems(address, { policy: policies.shopify })
const required = (field: string): unknown => ({ code: 'address.required', path: [field], params: { field } })
const fields = [
  'firstName',
  'lastName',
  'company',
  'address1',
  'address2',
  'city',
  'provinceCode',
  'zip',
  'phone',
] as const

describe('the parts of what is wrong', () => {
  const { shopify: policy } = policies
  const mail = { address1: 'PSC 3', city: 'APO', provinceCode: 'AP', countryCode: 'US', zip: '96278' }

  it('A-7 asks whom it is for of military mail alone', () => {
    expect(militaryMailProblems(place, { policy })).toEqual([])
    expect(militaryMailProblems(mail, { policy }).every(({ code }) => isMilitaryProblem(code))).toBe(true)
    expect(militaryMailProblems(mail, { policy })).not.toEqual([])
  })

  it('asks the place of all other mail', () => {
    expect(placeProblems({ ...place, city: null }, { policy })).toEqual([required('city')])
    expect(placeProblems({ ...mail, address1: null }, { policy })).toEqual([])
  })
})

describe('addressProblems', () => {
  it.each<[string, AddressInput]>([
    ['a place', place],
    ['a country in small letters', { ...place, countryCode: 'no' }],
    ['a country with blanks around', { ...place, countryCode: ' NO ' }],
    ['the United States in words', { ...place, countryCode: 'United States of America' }],
    ['any postal code', { ...place, zip: '??' }],
  ])('has nothing against %s', (_what, address) => {
    expect(problemsOf(address)).toEqual([])
  })

  it.each(['address1', 'city', 'countryCode'] as const)('names the missing %s', (field) => {
    expect(problemsOf({ ...place, [field]: null })).toEqual([required(field)])
    expect(problemsOf({ ...place, [field]: '  ' })).toEqual([required(field)])
  })

  it('names all that is missing', () => {
    expect(problemsOf({})).toEqual([required('address1'), required('city'), required('countryCode')])
  })

  it.each(['N', 'NOR', 'Norge', 'N0', '47', 'ÅÅ'])('refuses %j as a country', (countryCode) => {
    expect(problemsOf({ ...place, countryCode })).toEqual([
      { code: 'address.country-invalid', path: ['countryCode'] },
    ])
  })

  it.each(fields)('allows 255 characters and refuses 256 in %s', (field) => {
    expect(problemsOf({ ...place, [field]: 'é'.repeat(255) })).toEqual([])
    expect(problemsOf({ ...place, [field]: 'é'.repeat(256) })).toEqual([
      { code: 'text.too-long', path: [field], params: { limit: 255, length: 256 } },
    ])
  })

  it.each(fields)('refuses what no store keeps in %s', (field) => {
    const found = unstorableTexts.map((text) => problemsOf({ ...place, [field]: text }))
    expect(found).toEqual(unstorableTexts.map(() => [{ code: 'text.not-storable', path: [field] }]))
  })

  it('A-1 judges military mail by the military rules, at the level of the policy, and asks for no street', () => {
    const problems = addressProblems({ city: 'APO' }, { policy: policies.shopify })
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.every(({ code }) => isMilitaryProblem(code))).toBe(true)
  })

  it.each<[string, AddressInput, RecipientName | undefined, readonly string[]]>([
    ['nobody’s', {}, undefined, ['military.name-missing']],
    ['nobody’s, of a customer without a name', {}, { lastName: ' ' }, ['military.name-missing']],
    ['of a customer with a last name', {}, { lastName: 'Park' }, []],
    ['of a customer with a first name, its own blank', { lastName: ' ' }, { firstName: 'Jo' }, []],
    [
      'for somebody else',
      { firstName: 'Any', lastName: 'Soldier' },
      { lastName: 'Park' },
      ['military.name-not-specific'],
    ],
    [
      'for a customer who is anybody',
      {},
      { firstName: 'Any', lastName: 'Soldier' },
      ['military.name-not-specific'],
    ],
  ])('A-2 takes the name of the customer where the address has none: %s', (_what, own, name, expected) => {
    const mail = {
      address1: 'PSC 3 BOX 4120',
      city: 'APO',
      provinceCode: 'AE',
      zip: '09021',
      countryCode: 'US',
    }
    const policy = definePolicy(policies.shopify, { military: { level: 'postal', severity: 'warn' } })
    const found = addressProblems({ ...mail, ...own }, { policy, name })
    expect(found.map(({ code }) => code)).toEqual(expected)
  })

  it.each(Object.entries(attackStrings))('takes linear time on %s in every field', (_what, attack) => {
    const policy = { ...policies.shopify, limits: { ...limits, addressLine: 1_000_000 } }
    expectLinear((text) => {
      const everywhere = Object.fromEntries([...fields, 'countryCode'].map((field) => [field, text]))
      addressProblems(everywhere, { policy })
    }, attack)
  })
})

describe('isMilitaryProblem', () => {
  it('tells the military rules by their codes', () => {
    expect(['military.box-missing', 'address.required', 'text.too-long'].map(isMilitaryProblem)).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('the schemas of an address', () => {
  it('E-4 fill a kept address, and refuse an unknown field', () => {
    expect(addressSchema.parse({ id: 'a1', ...place })).toMatchObject({
      id: 'a1',
      ...place,
      zip: null,
      phone: null,
    })
    expect(addressSchema.safeParse({ id: 'a1', country: 'NO' }).success).toBe(false)
    expect(addressSchema.safeParse(place).success).toBe(false)
  })

  it('take a typed one as it is', () => {
    expect(addressInputSchema.parse({ city: ' x ', zip: null })).toEqual({ city: ' x ', zip: null })
    expect(addressInputSchema.safeParse({ id: 'a1' }).success).toBe(false)
    const nothing = Object.fromEntries([...fields, 'countryCode'].map((field) => [field, null]))
    expect(billingDetailsSchema.parse({ id: 'b1', taxId: '1' })).toEqual({ ...nothing, id: 'b1', taxId: '1' })
    expect(billingDetailsSchema.safeParse({ id: 'b1', vat: '1' }).success).toBe(false)
    expect(billingDetailsInputSchema.parse({ taxId: '1' })).toEqual({ taxId: '1' })
    expect(billingDetailsInputSchema.safeParse({ taxId: 1 }).success).toBe(false)
  })
})
