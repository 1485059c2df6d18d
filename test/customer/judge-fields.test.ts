import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/address/address.js'
import { customerProblems, judgeCustomer, judgeFields } from '../../src/customer/customer-problems.js'
import type { Customer, CustomerField } from '../../src/customer/customer.js'
import { defaultRules } from '../../src/customer/rules.js'
import { buildRecord } from '../../src/testing/build-record.js'

const long = '\u0430a'.repeat(200)
const odd = 'Ann\u0430'
const consent = { state: 'SUBSCRIBED', optInLevel: null, updatedAt: null, source: long } as const
const address: Address = {
  id: 'a',
  firstName: null,
  lastName: null,
  company: null,
  address1: 'PSC 3 BOX 4120',
  address2: null,
  city: 'APO',
  provinceCode: 'AP',
  countryCode: 'US',
  zip: '96278',
  phone: null,
}

/** Against nearly every field there is something. */
const wrong: Customer = {
  ...buildRecord().customer,
  id: long,
  firstName: odd,
  lastName: odd,
  email: 'anna',
  phone: '1',
  locale: 'no locale',
  note: 'n'.repeat(5001),
  source: long,
  tags: [' '],
  addresses: [{ ...address, zip: 'x' }],
  defaultAddressId: null,
  billingDetails: [{ ...address, id: long, taxId: null }],
  defaultBillingDetailsId: null,
  priceLevel: 11,
  emailMarketingConsent: consent,
  smsMarketingConsent: consent,
  taxExemptions: [long],
  metafields: { x: 1 },
}

const foundOf = (customer: Customer, ...fields: readonly CustomerField[]): string[] => {
  const { problems, warnings } = judgeFields(customer, fields, defaultRules)
  return [...problems, ...warnings].map(({ code, path }) => [code, ...path].join(' '))
}

const doubt = 'customer.name-look-alike'

describe('a change is judged by the rules that read what it changes', () => {
  it.each<[CustomerField, string[]]>([
    ['id', ['text.too-long id']],
    ['firstName', [`${doubt} firstName`]],
    ['lastName', [`${doubt} lastName`]],
    ['email', ['email.invalid email']],
    ['phone', ['phone.invalid phone']],
    ['locale', ['customer.locale-unknown locale']],
    ['note', ['text.too-long note']],
    ['source', ['text.too-long source']],
    ['tags', ['customer.tag-invalid tags 0']],
    ['defaultAddressId', ['customer.default-missing defaultAddressId']],
    ['defaultBillingDetailsId', ['customer.default-missing defaultBillingDetailsId']],
    ['priceLevel', ['customer.price-level priceLevel']],
    ['emailMarketingConsent', ['text.too-long emailMarketingConsent source']],
    ['smsMarketingConsent', ['text.too-long smsMarketingConsent source']],
    ['taxExemptions', ['text.too-long taxExemptions 0']],
    ['metafields', ['customer.metafield-invalid metafields']],
    ['updatedAt', []],
  ])('%s', (field, found) => {
    expect(foundOf(wrong, field)).toEqual(found)
  })

  it('says once what two fields are read for', () => {
    const pointers = foundOf(wrong, 'addresses', 'defaultAddressId').filter((one) => one.includes('default'))
    expect(pointers).toEqual(['customer.default-missing defaultAddressId'])
    const nobody = { ...wrong, firstName: null, lastName: null, email: null, phone: null, addresses: [] }
    expect(foundOf(nobody, 'firstName', 'email')).toEqual(['customer.nobody'])
    expect(foundOf(nobody, 'note')).toEqual(['text.too-long note'])
  })

  it('A-2 looks at military mail when the name changes that it would be for', () => {
    const mail = { ...wrong, firstName: null, lastName: null, addresses: [address], defaultAddressId: 'a' }
    expect(foundOf(mail, 'lastName')).toEqual(['military.name-missing addresses 0 lastName'])
  })
})

describe('what refuses is found without looking for doubts', () => {
  it.each(['warn', 'refuse'] as const)('whether military mail is one or not: %s', (severity) => {
    const own = { ...defaultRules, military: { ...defaultRules.military, severity } }
    expect(customerProblems(wrong, own)).toEqual(judgeCustomer(wrong, own).problems)
  })
})
