import {
  addressProblems,
  isMilitaryAddress,
  militaryAddressProblems,
  policies,
  repairMilitaryAddress,
} from 'clientele'
import { describe, expect, it } from 'vitest'
import { fieldsOf, isBlankAddress, isSameAddress, toAddressFields } from '../../src/address/address.js'

const empty = {
  firstName: null,
  lastName: null,
  company: null,
  address1: null,
  address2: null,
  city: null,
  provinceCode: null,
  countryCode: null,
  zip: null,
  phone: null,
}
const fields = Object.keys(empty) as (keyof typeof empty)[]

describe('fieldsOf', () => {
  const whole = { ...empty, city: 'a b', zip: '1' }

  it('gives an address that is in form as it is', () => {
    expect(fieldsOf(whole)).toBe(whole)
    expect(fieldsOf(empty)).toBe(empty)
  })

  it.each(fields)('reads the address where %s is not as it would be kept', (field) => {
    for (const text of [' a', 'a ', '', ' ', undefined]) {
      const typed = { ...whole, [field]: text }
      expect(fieldsOf(typed)).not.toBe(typed)
      expect(fieldsOf(typed)).toStrictEqual(toAddressFields(typed))
    }
    const { [field]: _left, ...rest } = whole
    expect(fieldsOf(rest)).toStrictEqual(toAddressFields(rest))
    const odd = JSON.parse(`{"${field}": 1}`)
    expect(fieldsOf({ ...whole, ...odd })).toStrictEqual(toAddressFields({ ...whole, ...odd }))
  })
})

describe('toAddressFields', () => {
  it('fills what is left out', () => {
    expect(toAddressFields({})).toStrictEqual(empty)
    expect(toAddressFields({ city: undefined, zip: null })).toStrictEqual(empty)
  })

  it.each(fields)('removes blanks around %s, and keeps no blank one', (field) => {
    expect(toAddressFields({ [field]: ' a b\t' })).toStrictEqual({ ...empty, [field]: 'a b' })
    expect(toAddressFields({ [field]: ' \u00a0 ' })).toStrictEqual(empty)
  })

  it('takes over nothing that is no field', () => {
    expect(toAddressFields(JSON.parse('{"id": "a", "__proto__": {"city": "x"}}'))).toStrictEqual(empty)
  })
})

describe('isBlankAddress', () => {
  it('is true of nothing, and of blanks', () => {
    expect([{}, empty, { city: ' ', zip: undefined }].map(isBlankAddress)).toEqual([true, true, true])
  })

  it.each(fields)('is false as soon as %s says something', (field) => {
    expect(isBlankAddress({ [field]: 'x' })).toBe(false)
  })
})

describe('isSameAddress', () => {
  it('looks at the fields and not at the id', () => {
    expect(isSameAddress({ ...empty, id: 'a' } as typeof empty, { ...empty, id: 'b' } as typeof empty)).toBe(
      true,
    )
  })

  it.each(fields)('is false where %s differs', (field) => {
    expect(isSameAddress(empty, { ...empty, [field]: 'x' })).toBe(false)
    expect(isSameAddress({ ...empty, [field]: 'X' }, { ...empty, [field]: 'x' })).toBe(false)
  })
})

describe('what a form sends that is no text', () => {
  const hostile = {
    city: 5,
    address1: [],
    zip: { toString: null },
    provinceCode: true,
    lastName: null,
  } as never

  it('says nothing, and throws nowhere', () => {
    expect(isMilitaryAddress(hostile)).toBe(false)
    expect(militaryAddressProblems(hostile, 'postal').map(({ code }) => code)).toContain(
      'military.city-not-military',
    )
    expect(repairMilitaryAddress(hostile).address).toMatchObject({ city: null, address1: null, zip: null })
    expect(addressProblems(hostile, { policy: policies.shopify }).map(({ code }) => code)).toEqual([
      'address.required',
      'address.required',
      'address.required',
    ])
  })
})
