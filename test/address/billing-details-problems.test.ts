import { describe, expect, it } from 'vitest'
import type { BillingDetailsInput } from '../../src/address/address.js'
import { billingDetailsProblems } from '../../src/address/billing-details-problems.js'
import { countries } from '../../src/address/countries/countries.js'
import type { TaxIdChecker, TaxIdVerdict } from '../../src/address/tax-id.js'
import { customerProblems, customerWarnings } from '../../src/customer/customer-problems.js'
import { policies } from '../../src/policy/policies.js'
import { draftCustomer } from '../../src/profile/draft-customer.js'
import { buildContext } from '../../src/testing/build-context.js'
import { newIds } from '../../src/value/new-ids.js'

const policy = policies.shopify
const problemsOf = (typed: BillingDetailsInput): string[] =>
  billingDetailsProblems(typed, { policy }).map(({ code, path }) => `${code} ${path.join('.')}`)
const problemsIn = (typed: BillingDetailsInput): string[] =>
  billingDetailsProblems(typed, { policy, countries }).map(({ code, path }) => `${code} ${path.join('.')}`)

const right = { address1: 'Piękna 1', city: 'Warszawa', zip: '00-549', countryCode: 'PL' }

describe('billingDetailsProblems', () => {
  it.each<BillingDetailsInput>([
    {},
    { taxId: '1' },
    { company: 'Nowak' },
    { city: 'APO', countryCode: 'US' },
    { ...right, zip: '?' },
  ])('E-5 asks for nothing, not even of a military address (A-0): %j', (typed) => {
    expect(problemsOf(typed)).toEqual([])
  })

  it('E-5 refuses what cannot be kept, and a country that is none', () => {
    const typed = {
      city: '\0',
      zip: 'x'.repeat(256),
      company: '<b>',
      taxId: '1'.repeat(256),
      countryCode: 'Norge',
    }
    expect(problemsOf(typed)).toEqual([
      'text.too-long taxId',
      'address.html-tag company',
      'text.not-storable city',
      'text.too-long zip',
      'address.country-invalid countryCode',
    ])
  })

  it.each<[BillingDetailsInput, readonly string[]]>([
    [right, []],
    [{ taxId: '1', company: 'Nowak' }, []],
    [{ ...right, zip: '00549' }, ['address.zip-invalid zip']],
    [{ ...right, city: null }, ['address.required city']],
    [{ ...right, countryCode: 'ZZ' }, ['address.country-unknown countryCode']],
    [{ ...right, countryCode: 'Polska' }, ['address.country-invalid countryCode']],
    [
      { address1: '1 Main St', city: 'Ottawa', zip: 'K1A 0A9', countryCode: 'CA', provinceCode: 'NY' },
      ['address.province-invalid provinceCode'],
    ],
    [
      { address1: '5th Ave', city: 'New York', zip: '10001', countryCode: 'US' },
      ['address.province-required provinceCode'],
    ],
    [{ address1: 'PSC 3', city: 'APO', provinceCode: 'AE', zip: '09012', countryCode: 'US' }, []],
  ])('E-5 judges %j by its country where countries are known', (typed, expected) => {
    expect(problemsIn(typed)).toEqual(expected)
  })

  it.each<[TaxIdVerdict, number]>([
    ['valid', 0],
    ['unknown', 0],
    ['invalid', 1],
  ])('E-5 takes the word of the checker: %s', (verdict, count) => {
    const found = billingDetailsProblems({ taxId: '1' }, { policy, checkTaxId: () => verdict })
    expect(found).toEqual([{ code: 'address.tax-id-invalid', path: ['taxId'] }].slice(0, count))
  })

  it('E-5 asks the checker only of a tax id that is there, by the country as it is read', () => {
    const asked: (readonly [string, string | null])[] = []
    const checkTaxId: TaxIdChecker = (...of) => {
      asked.push(of)
      return 'valid'
    }
    const context = { policy, checkTaxId }
    for (const taxId of [' 1 ', ' ', null, undefined, 7 as unknown as string])
      billingDetailsProblems({ taxId, countryCode: 'pl' }, context)
    billingDetailsProblems({ taxId: '2', countryCode: 'Polska' }, context)
    expect(asked).toEqual([
      ['1', 'PL'],
      ['2', null],
    ])
  })
})

describe('a customer with invoice data', () => {
  const billingDetails = [{ ...right, zip: '00549', taxId: '526-025-02-75' }]
  const checkTaxId: TaxIdChecker = (taxId) => (taxId.endsWith('5') ? 'invalid' : 'valid')
  const context = buildContext({ countries, checkTaxId })
  const draft = draftCustomer({ email: 'anna@example.com', billingDetails }, context, newIds())
  const at = (field: string): readonly (string | number)[] => ['billingDetails', 0, field]
  const warnings = [
    { code: 'address.zip-invalid', path: at('zip') },
    { code: 'address.tax-id-invalid', path: at('taxId') },
  ]

  it('E-5 is warned by the countries and the checker of the context, and made', () => {
    expect([draft.problems, draft.warnings]).toEqual([[], warnings])
  })

  it('E-5 is warned when judged by the same rules, and refused for a country that is none', () => {
    const rules = { ...policy, countries, checkTaxId }
    expect([customerProblems(draft.customer, rules), customerWarnings(draft.customer, rules)]).toEqual([
      [],
      warnings,
    ])
    const wrong = draft.customer.billingDetails.map((details) => ({ ...details, countryCode: 'ZZ' }))
    expect(customerProblems({ ...draft.customer, billingDetails: wrong }, rules)).toEqual([
      { code: 'address.country-unknown', path: at('countryCode') },
    ])
  })
})
