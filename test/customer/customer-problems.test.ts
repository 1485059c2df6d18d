import { describe, expect, it } from 'vitest'
import type { Address, BillingDetails } from '../../src/address/address.js'
import { countries } from '../../src/address/countries/countries.js'
import type { TaxIdChecker } from '../../src/address/tax-id.js'
import type { Consent } from '../../src/contact/consent.js'
import type { Account } from '../../src/customer/account.js'
import { customerProblems, customerWarnings, judgeCustomer } from '../../src/customer/customer-problems.js'
import type { Customer } from '../../src/customer/customer.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { prototypeNames, unstorableTexts } from '../hostile-texts.js'

const { customer } = buildRecord()
const problemsOf = (changes: Partial<Customer>): readonly unknown[] =>
  customerProblems({ ...customer, ...changes })

const home: Address = {
  id: 'address-1',
  firstName: null,
  lastName: null,
  company: null,
  address1: 'Storgata 5',
  address2: null,
  city: 'Tromsø',
  provinceCode: null,
  countryCode: 'NO',
  zip: '9008',
  phone: null,
}
const work: Address = { ...home, id: 'address-2' }
const invoice: BillingDetails = { ...home, id: 'billing-1', taxId: null }
const military: Address = {
  ...home,
  address1: 'PSC 3',
  city: 'APO',
  provinceCode: 'AP',
  countryCode: 'US',
  zip: '96278',
}
const addresses = (
  book: readonly Address[],
  defaultAddressId: string | null = book[0]?.id ?? null,
): Partial<Customer> => ({
  addresses: book,
  defaultAddressId,
})
const billing = (changes: Partial<BillingDetails>): Partial<Customer> => ({
  billingDetails: [{ ...invoice, ...changes }],
  defaultBillingDetailsId: changes.id ?? invoice.id,
})
const subscribed: Consent = { state: 'SUBSCRIBED', optInLevel: 'UNKNOWN', updatedAt: null, source: null }
const tagsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `tag-${index}`)
const tooLong = (path: readonly (string | number)[], limit: number, length: number): unknown => ({
  code: 'text.too-long',
  path,
  params: { limit, length },
})

const nobody = { firstName: null, lastName: null, email: null, phone: null } as const
const erasedConsent = { state: 'REDACTED', optInLevel: null, updatedAt: null, source: null } as const
const erasedConsents = { emailMarketingConsent: erasedConsent, smsMarketingConsent: erasedConsent }

describe('customerProblems', () => {
  it.each<[string, Partial<Customer>]>([
    ['a customer with all there is', {}],
    ['a first name alone', { lastName: null, email: null }],
    ['a last name alone', { firstName: null, email: null }],
    ['an email alone', { firstName: null, lastName: null }],
    ['a phone alone', { firstName: null, lastName: null, email: null, phone: '+48601234567' }],
    ['M-5 250 tags', { tags: tagsOf(250) }],
    ['two tags that differ by more than case', { tags: ['vip', 'vip2'] }],
    ['no tags and no addresses', { tags: [], addresses: [] }],
    ['C-10 price level 0', { priceLevel: 0 }],
    ['C-10 price level 10', { priceLevel: 10 }],
    ['C-7 an account that may log in', { account: { type: 'account', state: 'ENABLED', blocked: false } }],
    ['C-8 a blocked account', { account: { type: 'account', state: 'DISABLED', blocked: true } }],
    ['a guest', { account: { type: 'guest', state: 'DISABLED', blocked: false } }],
    ['a locale', { locale: 'pl-PL' }],
    ['a locale with a script', { locale: 'zh-Hant-TW' }],
    ['E-4 two addresses, the second the default', addresses([home, work], 'address-2')],
    [
      'E-5 invoice data with nothing but a tax id',
      billing({ address1: null, city: null, countryCode: null, taxId: '1' }),
    ],
    ['decision 16: whom erasure has left', { ...nobody, ...erasedConsents }],
    ['a birthday', { metafields: { 'facts.birth_date': '2000-02-29' } }],
    ['metafields of any JSON', { metafields: { 'host.a-b_c': [{ size: 38 }, null, true] } }],
    ['E-2 a note with anything visible or not', { note: '\u200bzero\r\nwidth 👨‍👩‍👧‍👦' }],
    ['a name with a direction mark', { firstName: 'محمد\u200f' }],
  ])('has nothing against %s', (_what, changes) => {
    expect(problemsOf(changes)).toEqual([])
  })

  it.each<[string, Partial<Customer>, unknown]>([
    [
      'nobody',
      { firstName: null, lastName: null, email: null, phone: null },
      { code: 'customer.nobody', path: [] },
    ],
    ...(['emailMarketingConsent', 'smsMarketingConsent'] as const).map(
      (field): [string, Partial<Customer>, unknown] => [
        `nobody, erased in but one channel (${field})`,
        { ...nobody, [field]: erasedConsents[field] },
        { code: 'customer.nobody', path: [] },
      ],
    ),
    [
      'blanks for a name',
      { firstName: ' ', lastName: '\t', email: null },
      { code: 'customer.nobody', path: [] },
    ],
    ['an email that is none', { email: 'anna' }, { code: 'email.invalid', path: ['email'] }],
    ['an email with blanks', { email: 'anna @example.com' }, { code: 'email.invalid', path: ['email'] }],
    ['an empty email', { email: '' }, { code: 'email.invalid', path: ['email'] }],
    [
      'a zero-width email',
      { email: 'a\u200b@example.com' },
      { code: 'email.dangerous-character', path: ['email'] },
    ],
    ['a national phone number', { phone: '601234567' }, { code: 'phone.invalid', path: ['phone'] }],
    ['a locale that is none', { locale: 'po_PL!' }, { code: 'customer.locale-unknown', path: ['locale'] }],
    ['an empty locale', { locale: '' }, { code: 'customer.locale-unknown', path: ['locale'] }],
    [
      'M-5 251 tags',
      { tags: tagsOf(251) },
      { code: 'customer.too-many-tags', path: ['tags'], params: { limit: 250, length: 251 } },
    ],
    [
      'E-3 a tag twice, in another case',
      { tags: ['vip', 'eu', 'VIP'] },
      { code: 'customer.tag-repeated', path: ['tags', 2] },
    ],
    [
      'E-3 a tag twice, in another normal form',
      { tags: ['é', 'E\u0301'] },
      { code: 'customer.tag-repeated', path: ['tags', 1] },
    ],
    ['a tag with a comma', { tags: ['a,b'] }, { code: 'customer.tag-invalid', path: ['tags', 0] }],
    ['a blank tag', { tags: ['a', ''] }, { code: 'customer.tag-invalid', path: ['tags', 1] }],
    ['a tag with outer blanks', { tags: [' a'] }, { code: 'customer.tag-invalid', path: ['tags', 0] }],
    [
      'C-10 price level 11',
      { priceLevel: 11 },
      { code: 'customer.price-level', path: ['priceLevel'], params: { least: 0, most: 10 } },
    ],
    [
      'C-10 a negative price level',
      { priceLevel: -1 },
      { code: 'customer.price-level', path: ['priceLevel'], params: { least: 0, most: 10 } },
    ],
    [
      'C-10 half a price level',
      { priceLevel: 0.5 },
      { code: 'customer.price-level', path: ['priceLevel'], params: { least: 0, most: 10 } },
    ],
    [
      'C-10 no number',
      { priceLevel: Number.NaN },
      { code: 'customer.price-level', path: ['priceLevel'], params: { least: 0, most: 10 } },
    ],
    [
      'C-7 a guest with a login',
      { account: { type: 'guest', state: 'ENABLED', blocked: false } as unknown as Account },
      { code: 'customer.guest-with-login', path: ['account', 'state'] },
    ],
    [
      'E-4 addresses without a default',
      addresses([home], null),
      { code: 'customer.default-missing', path: ['defaultAddressId'] },
    ],
    [
      'E-4 a default that is not there',
      addresses([home], 'address-9'),
      { code: 'customer.default-missing', path: ['defaultAddressId'] },
    ],
    [
      'E-4 a default without addresses',
      addresses([], 'address-1'),
      { code: 'customer.default-missing', path: ['defaultAddressId'] },
    ],
    [
      'two addresses under one id',
      addresses([home, home]),
      { code: 'customer.id-repeated', path: ['addresses', 1, 'id'] },
    ],
    [
      'a country that is none',
      addresses([{ ...home, countryCode: 'Norge' }]),
      { code: 'address.country-invalid', path: ['addresses', 0, 'countryCode'] },
    ],
    [
      'an emoji in an address',
      addresses([{ ...home, company: '🏠' }]),
      { code: 'address.emoji', path: ['addresses', 0, 'company'] },
    ],
    [
      'a web address in invoice data',
      billing({ city: 'www.example.com' }),
      { code: 'address.url', path: ['billingDetails', 0, 'city'] },
    ],
    [
      'E-5 invoice data without a default',
      { billingDetails: [invoice] },
      { code: 'customer.default-missing', path: ['defaultBillingDetailsId'] },
    ],
    [
      'E-5 invoice data under one id',
      { billingDetails: [invoice, invoice], defaultBillingDetailsId: 'billing-1' },
      { code: 'customer.id-repeated', path: ['billingDetails', 1, 'id'] },
    ],
    [
      'E-5 a country that is none',
      billing({ countryCode: 'Norge' }),
      { code: 'address.country-invalid', path: ['billingDetails', 0, 'countryCode'] },
    ],
    [
      'a metafield without a namespace',
      { metafields: { birthday: '2000-02-29' } },
      { code: 'customer.metafield-invalid', path: ['metafields'] },
    ],
    [
      'a metafield of two dots',
      { metafields: { 'a.b.c': 1 } },
      { code: 'customer.metafield-invalid', path: ['metafields'] },
    ],
    [
      'a metafield with a long key',
      { metafields: { [`a.${'b'.repeat(256)}`]: 1 } },
      { code: 'customer.metafield-invalid', path: ['metafields'] },
    ],
    [
      'a metafield that is no JSON',
      { metafields: { 'a.b': Number.NaN } },
      { code: 'customer.metafield-invalid', path: ['metafields'] },
    ],
  ])('refuses %s', (_what, changes, problem) => {
    expect(problemsOf(changes)).toEqual([problem])
  })

  const units = [
    ['ASCII', 'a', 1],
    ['é', 'é', 1],
    ['e with a combining accent', 'e\u0301', 2],
    ['emoji', '😀', 1],
    ['CRLF', '\r\n', 2],
  ] as const
  const textOf = (unit: string, length: number, count: number): string =>
    unit.repeat(Math.floor(count / length)) + 'x'.repeat(count % length)

  it.each(units)(
    'M-4 allows a note of 4999 and 5000 characters and refuses 5001, in %s',
    (_what, unit, length) => {
      const notes = [4999, 5000, 5001].map((count) => problemsOf({ note: textOf(unit, length, count) }))
      expect(notes).toEqual([[], [], [tooLong(['note'], 5000, 5001)]])
    },
  )

  it.each(units)('M-4 counts blanks: 5000 characters and a blank are 5001 (%s)', (_what, unit, length) => {
    expect(problemsOf({ note: `${textOf(unit, length, 5000)} ` })).toEqual([tooLong(['note'], 5000, 5001)])
  })

  /** Every text, how it is put in, and where it is said to be. */
  const texts: readonly (readonly [
    string,
    (text: string) => Partial<Customer>,
    readonly (string | number)[],
  ])[] = [
    ['the id', (id) => ({ id }), ['id']],
    ['a first name', (firstName) => ({ firstName }), ['firstName']],
    ['a last name', (lastName) => ({ lastName }), ['lastName']],
    ['the source', (source) => ({ source }), ['source']],
    ['a tag', (tag) => ({ tags: ['a', tag] }), ['tags', 1]],
    ['a tax exemption', (code) => ({ taxExemptions: ['A', code] }), ['taxExemptions', 1]],
    [
      'the source of a consent to email',
      (source) => ({ emailMarketingConsent: { ...subscribed, source } }),
      ['emailMarketingConsent', 'source'],
    ],
    [
      'the source of a consent to SMS',
      (source) => ({ smsMarketingConsent: { ...subscribed, source } }),
      ['smsMarketingConsent', 'source'],
    ],
    ['the id of an address', (id) => addresses([home, { ...home, id }], 'address-1'), ['addresses', 1, 'id']],
    ...(
      [
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
    ).flatMap((field) => [
      [
        `${field} of an address`,
        (text: string) => addresses([home, { ...work, [field]: text }]),
        ['addresses', 1, field],
      ] as const,
      [
        `${field} of invoice data`,
        (text: string) => billing({ [field]: text }),
        ['billingDetails', 0, field],
      ] as const,
    ]),
    ['the id of invoice data', (id) => billing({ id }), ['billingDetails', 0, 'id']],
    ['a tax id', (taxId) => billing({ taxId }), ['billingDetails', 0, 'taxId']],
  ]

  it.each(texts)('allows 255 characters and refuses 256 in %s', (_what, change, path) => {
    expect(problemsOf(change('𠮷'.repeat(255)))).toEqual([])
    expect(problemsOf(change('𠮷'.repeat(256)))).toEqual([tooLong(path, 255, 256)])
  })

  it.each(texts)('refuses what no store keeps in %s', (_what, change, path) => {
    const found = unstorableTexts.map((text) => problemsOf(change(text)))
    expect(found).toEqual(unstorableTexts.map(() => [{ code: 'text.not-storable', path }]))
  })

  it('refuses what no store keeps in a note, an email, a phone, a locale and a metafield', () => {
    const found = unstorableTexts.map((text) =>
      customerProblems({
        ...customer,
        note: text,
        email: `${text}@b.co`,
        phone: text,
        locale: text,
        metafields: { 'a.b': [text] },
      }),
    )
    const codes = [
      'text.not-storable',
      'email.dangerous-character',
      'phone.invalid',
      'customer.locale-unknown',
      'customer.metafield-invalid',
    ]
    expect(found.map((problems) => problems.map(({ code }) => code))).toEqual(
      unstorableTexts.map(() => codes),
    )
  })

  it.each(prototypeNames)('refuses a metafield under the name %s', (name) => {
    const metafields = JSON.parse(`{"${name}": {"polluted": true}}`)
    expect(problemsOf({ metafields })).toEqual([{ code: 'customer.metafield-invalid', path: ['metafields'] }])
    expect(({} as { polluted?: boolean }).polluted).toBe(undefined)
  })

  it('says all problems at once', () => {
    const found = customerProblems({
      ...customer,
      firstName: 'a'.repeat(256),
      email: 'anna',
      note: 'a'.repeat(5001),
      tags: [...tagsOf(250), 'TAG-0'],
      priceLevel: 11,
    })
    expect(found.map(({ code }) => code)).toEqual([
      'text.too-long',
      'text.too-long',
      'email.invalid',
      'customer.too-many-tags',
      'customer.tag-repeated',
      'customer.price-level',
    ])
  })

  it('holds the limits of the policy that is given', () => {
    const strict = definePolicy(policies.shopify, {
      limits: { ...policies.shopify.limits, note: 3, tags: 1 },
    })
    const found = customerProblems({ ...customer, note: 'four', tags: ['a', 'b'] }, strict)
    expect(found.map(({ code, params }) => [code, params])).toEqual([
      ['text.too-long', { limit: 3, length: 4 }],
      ['customer.too-many-tags', { limit: 1, length: 2 }],
    ])
  })

  it('changes nothing of what it judges', () => {
    const frozen = Object.freeze({
      ...customer,
      tags: Object.freeze(['b', 'B']),
      addresses: Object.freeze([home]),
    })
    expect(() => customerProblems(frozen)).not.toThrow()
  })
})

describe('judgeCustomer', () => {
  const withMilitary = { ...customer, ...addresses([military]) }
  const refusing = definePolicy(policies.shopify, { military: { level: 'merchant', severity: 'refuse' } })

  it('warns of an address that lacks something, and does not refuse it', () => {
    const incomplete = { ...customer, ...addresses([{ ...home, city: null }]) }
    const warnings = [{ code: 'address.required', path: ['addresses', 0, 'city'], params: { field: 'city' } }]
    expect(judgeCustomer(incomplete, policies.shopify)).toEqual({ problems: [], warnings })
    expect([customerProblems(incomplete), customerWarnings(incomplete)]).toEqual([[], warnings])
  })

  it.each([
    ['address.zip-invalid', { zip: 'x' }],
    ['address.province-invalid', { provinceCode: 'ZZ' }],
    ['address.province-required', { provinceCode: null }],
  ])('warns of %s where the countries are given, and does not refuse it', (code, changes) => {
    const fifthAvenue = { ...home, city: 'New York', provinceCode: 'NY', countryCode: 'US', zip: '10118' }
    const doubtful = { ...customer, ...addresses([{ ...fifthAvenue, ...changes }]) }
    const { problems, warnings } = judgeCustomer(doubtful, { ...policies.shopify, countries })
    expect(problems).toEqual([])
    expect(warnings.map((warning) => warning.code)).toEqual([code])
  })

  it('E-5 warns of a tax id that does not add up, and does not refuse it', () => {
    const billed = { ...customer, ...billing({ taxId: '1' }) }
    const asked: unknown[] = []
    const checkTaxId: TaxIdChecker = (...of) => {
      asked.push(of)
      return 'invalid'
    }
    expect(judgeCustomer(billed, { ...policies.shopify, checkTaxId })).toEqual({
      problems: [],
      warnings: [{ code: 'address.tax-id-invalid', path: ['billingDetails', 0, 'taxId'] }],
    })
    expect(asked).toEqual([['1', 'NO']])
    expect(judgeCustomer(billed, policies.shopify)).toEqual({ problems: [], warnings: [] })
  })

  it('A-0 warns of a military address that is wrong, unless the policy refuses it', () => {
    const warned = judgeCustomer(withMilitary, policies.shopify)
    const refused = judgeCustomer(withMilitary, refusing)
    expect([warned.problems, refused.warnings]).toEqual([[], []])
    expect(warned.warnings.length).toBeGreaterThan(0)
    expect(refused.problems).toEqual(warned.warnings)
    expect(
      warned.warnings.every(({ code, path }) => code.startsWith('military.') && path[0] === 'addresses'),
    ).toBe(true)
  })

  it('A-2 sends military mail to the customer, where the address names nobody else', () => {
    const whole = { ...customer, ...addresses([{ ...military, address1: 'PSC 3 BOX 4120' }]) }
    const found = [whole, { ...whole, firstName: null }, { ...whole, firstName: null, lastName: null }].map(
      (one) => customerWarnings(one).map(({ code }) => code),
    )
    expect(found).toEqual([[], [], ['military.name-missing']])
  })

  it('A-0 asks nothing of a military address on an invoice', () => {
    const billed = { ...customer, ...billing({ ...military, id: 'billing-1' }) }
    expect(judgeCustomer(billed, refusing)).toEqual({ problems: [], warnings: [] })
  })
})
