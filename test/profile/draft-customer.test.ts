import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../src/contact/phone-parser.js'
import type { CustomerInput } from '../../src/customer/customer-input.js'
import type { Customer } from '../../src/customer/customer.js'
import { draftCustomer, type Draft } from '../../src/profile/draft-customer.js'
import { buildContext } from '../../src/testing/build-context.js'
import { newIds } from '../../src/value/new-ids.js'

const context = buildContext({ now: '2026-11-22T09:00:00.000Z', shop: { country: 'PL' }, parsePhone })
const draft = (input: CustomerInput): Draft =>
  draftCustomer({ firstName: 'Anna', ...input }, context, newIds())
const place = { address1: 'Storgata 5', city: 'Tromsø', countryCode: 'NO' }

describe('draftCustomer', () => {
  it('C-4 makes a customer of a name alone, the rest null, nothing, or what is harmless', () => {
    const noConsent = { state: 'NOT_SUBSCRIBED', optInLevel: null, updatedAt: null, source: null }
    expect(draft({})).toStrictEqual({
      customer: {
        id: 'new:1',
        firstName: 'Anna',
        lastName: null,
        email: null,
        phone: null,
        locale: null,
        note: null,
        tags: [],
        addresses: [],
        defaultAddressId: null,
        billingDetails: [],
        defaultBillingDetailsId: null,
        emailMarketingConsent: noConsent,
        smsMarketingConsent: noConsent,
        account: { type: 'guest', state: 'DISABLED', blocked: false },
        priceLevel: 0,
        source: null,
        taxExempt: false,
        taxExemptions: [],
        metafields: {},
        createdAt: '2026-11-22T09:00:00.000Z',
        updatedAt: '2026-11-22T09:00:00.000Z',
      },
      problems: [],
      warnings: [],
    })
  })

  it.each<[string, CustomerInput, Partial<Customer>]>([
    [
      'outer blanks of a name',
      { firstName: ' Anna ', lastName: '\tNowak\n' },
      { firstName: 'Anna', lastName: 'Nowak' },
    ],
    ['a blank name', { firstName: 'Anna', lastName: '  ' }, { lastName: null }],
    ['a blank note', { note: ' \n ' }, { note: null }],
    ['a note of lines', { note: ' one\ntwo ' }, { note: 'one\ntwo' }],
    ['a blank email', { email: '   ' }, { email: null }],
    ['an email in capitals, as typed', { email: ' Anna@Example.com ' }, { email: 'Anna@Example.com' }],
    ['a national phone number, of the shop’s country', { phone: '601 234 567' }, { phone: '+48601234567' }],
    [
      'a national phone number, of the address’s country',
      { phone: '912 34 567', addresses: [{ city: 'x' }, place] },
      { phone: '+4791234567' },
    ],
    [
      'a national phone number, of the address’s country with blanks around it',
      { phone: '912 34 567', addresses: [{ ...place, countryCode: ' no ' }] },
      { phone: '+4791234567' },
    ],
    [
      'a national number, the country in words',
      { phone: '(212) 555-0123', addresses: [{ ...place, countryCode: 'U.S.A.' }] },
      { phone: '+12125550123' },
    ],
    ['a blank phone number', { phone: ' ' }, { phone: null }],
    ['E-3 tags', { tags: ['VIP, eu', 'vip', ' '] }, { tags: ['VIP', 'eu'] }],
    [
      'a locale, a source and a level',
      { locale: ' pl-PL ', source: ' www ', priceLevel: 3 },
      { locale: 'pl-PL', source: 'www', priceLevel: 3 },
    ],
    [
      'taxes and metafields',
      { taxExempt: true, taxExemptions: ['A'], metafields: { 'a.b': 1 } },
      { taxExempt: true, taxExemptions: ['A'], metafields: { 'a.b': 1 } },
    ],
    [
      'C-7 an account',
      { account: { type: 'account', state: 'INVITED', blocked: false } },
      { account: { type: 'account', state: 'INVITED', blocked: false } },
    ],
    [
      'E-6 a consent with what is known of it, and since when',
      { email: 'a@b.co', emailMarketingConsent: { state: 'SUBSCRIBED', optInLevel: 'SINGLE_OPT_IN' } },
      {
        emailMarketingConsent: {
          state: 'SUBSCRIBED',
          optInLevel: 'SINGLE_OPT_IN',
          updatedAt: context.now,
          source: null,
        },
      },
    ],
    [
      'E-6 when a consent was given, where that is told',
      { emailMarketingConsent: { state: 'UNSUBSCRIBED', updatedAt: '2026-01-02T00:00:00.000Z' } },
      {
        emailMarketingConsent: {
          state: 'UNSUBSCRIBED',
          optInLevel: null,
          updatedAt: '2026-01-02T00:00:00.000Z',
          source: null,
        },
      },
    ],
    [
      'E-6 no time of what was never said',
      { emailMarketingConsent: { state: 'NOT_SUBSCRIBED' } },
      {
        emailMarketingConsent: { state: 'NOT_SUBSCRIBED', optInLevel: null, updatedAt: null, source: null },
      },
    ],
  ])('keeps %s', (_what, input, kept) => {
    const { customer, problems } = draft(input)
    expect(customer).toMatchObject(kept)
    expect(problems).toEqual([])
  })

  it('E-4 numbers the addresses after the customer, the first the default, blank ones left out', () => {
    const { customer } = draft({
      addresses: [{ city: ' ' }, { ...place, city: ' Tromsø ', countryCode: 'no' }, place],
    })
    expect(customer.addresses.map(({ id, city, countryCode, zip }) => [id, city, countryCode, zip])).toEqual([
      ['new:2', 'Tromsø', 'NO', null],
      ['new:3', 'Tromsø', 'NO', null],
    ])
    expect(customer.defaultAddressId).toBe('new:2')
  })

  it('E-5 numbers the invoice data after the addresses, a tax id alone among them, blank ones left out', () => {
    const { customer, problems } = draft({
      addresses: [place],
      billingDetails: [
        {},
        { taxId: ' ' },
        { taxId: ' PL5260250274 ' },
        { company: 'Nowak sp. z o.o.', countryCode: 'pl' },
      ],
    })
    expect(
      customer.billingDetails.map(({ id, taxId, company, countryCode }) => [id, taxId, company, countryCode]),
    ).toEqual([
      ['new:3', 'PL5260250274', null, null],
      ['new:4', null, 'Nowak sp. z o.o.', 'PL'],
    ])
    expect(customer.defaultBillingDetailsId).toBe('new:3')
    expect(problems).toEqual([])
  })

  it.each<[string, CustomerInput, readonly unknown[]]>([
    ['nobody', { firstName: ' ' }, [{ code: 'customer.nobody', path: [] }]],
    ['an email that is none', { email: 'anna' }, [{ code: 'email.invalid', path: ['email'] }]],
    [
      'an email with a header in it',
      { email: 'a@b.co\r\nBcc: x@y.z' },
      [{ code: 'email.dangerous-character', path: ['email'] }],
    ],
    ['a number that is none', { phone: '601' }, [{ code: 'phone.invalid', path: ['phone'] }]],
    [
      'a number of a country that is none',
      { phone: '601 234 567', addresses: [{ ...place, countryCode: 'Atlantis' }] },
      [
        { code: 'phone.country-needed', path: ['phone'], params: { ask: 'country' } },
        { code: 'address.country-invalid', path: ['addresses', 0, 'countryCode'] },
      ],
    ],
    [
      'E-6 a yes to email without an email',
      { emailMarketingConsent: { state: 'SUBSCRIBED' } },
      [{ code: 'consent.contact-missing', path: ['emailMarketingConsent'] }],
    ],
    [
      'E-6 a yes to SMS without a phone',
      { smsMarketingConsent: { state: 'SUBSCRIBED' } },
      [{ code: 'consent.contact-missing', path: ['smsMarketingConsent'] }],
    ],
    [
      'E-6 a yes to be confirmed, without an email',
      { emailMarketingConsent: { state: 'PENDING' } },
      [{ code: 'consent.contact-missing', path: ['emailMarketingConsent'] }],
    ],
  ])('refuses %s', (_what, input, problems) => {
    expect(draft(input).problems).toEqual(problems)
  })

  it.each<[string, CustomerInput]>([
    ['a yes to email with an email', { email: 'a@b.co', emailMarketingConsent: { state: 'SUBSCRIBED' } }],
    ['a yes to SMS with a phone', { phone: '601 234 567', smsMarketingConsent: { state: 'PENDING' } }],
    [
      'a no without a contact',
      { emailMarketingConsent: { state: 'UNSUBSCRIBED' }, smsMarketingConsent: { state: 'NOT_SUBSCRIBED' } },
    ],
  ])('E-6 accepts %s', (_what, input) => {
    expect(draft(input).problems).toEqual([])
  })

  it('says of a number that cannot be read only that, not what follows from it', () => {
    const smsMarketingConsent = { state: 'SUBSCRIBED' } as const
    expect(draft({ firstName: null, phone: '601', smsMarketingConsent }).problems).toEqual([
      { code: 'phone.invalid', path: ['phone'] },
    ])
    const both = draft({
      firstName: null,
      phone: '601',
      emailMarketingConsent: smsMarketingConsent,
      priceLevel: 11,
    })
    expect(both.problems.map(({ code }) => code)).toEqual([
      'phone.invalid',
      'consent.contact-missing',
      'customer.price-level',
    ])
    const source = 'x'.repeat(256)
    const other = draft({ phone: '601', smsMarketingConsent: { state: 'SUBSCRIBED', source } })
    expect(other.problems.map(({ code, path }) => [code, ...path].join(' '))).toEqual([
      'phone.invalid phone',
      'text.too-long smsMarketingConsent source',
    ])
  })

  it.each<[string, CustomerInput, readonly unknown[]]>([
    [
      'blanks within an email',
      { email: 'anna @example.com' },
      [{ code: 'email.blanks-removed', path: ['email'] }],
    ],
    [
      'an extension',
      { phone: '+48 601 234 567 ext. 8' },
      [{ code: 'phone.extension-dropped', path: ['phone'] }],
    ],
    [
      'an address that lacks something',
      { addresses: [{ city: 'Oslo', countryCode: 'NO' }] },
      [{ code: 'address.required', path: ['addresses', 0, 'address1'], params: { field: 'address1' } }],
    ],
  ])('warns of %s', (_what, input, warnings) => {
    const found = draft(input)
    expect([found.problems, found.warnings]).toEqual([[], warnings])
  })

  it('does not warn of blanks around an email, nor where there is none', () => {
    expect(
      [draft({ email: ' a@b.co ' }), draft({ email: null }), draft({})].map(({ warnings }) => warnings),
    ).toEqual([[], [], []])
  })

  it('A-0 warns of a military address that is wrong, or refuses it where the policy says so', () => {
    const addresses = [
      { address1: 'PSC 3', city: 'APO', provinceCode: 'AP', countryCode: 'US', zip: '96278' },
    ]
    const warned = draft({ addresses })
    expect(warned.problems).toEqual([])
    expect(warned.warnings.every(({ code }) => code.startsWith('military.'))).toBe(true)
    const policy = { ...context.policy, military: { level: 'merchant', severity: 'refuse' } } as const
    const refused = draftCustomer({ firstName: 'Anna', addresses }, { ...context, policy }, newIds())
    expect([refused.problems, refused.warnings]).toEqual([warned.warnings, []])
  })

  it.each<[string, { phone: string; countryCode?: string }, string]>([
    ['of the address’s country', { phone: '912 34 567', countryCode: 'NO' }, '+4791234567'],
    [
      'of another country than the address before',
      { phone: '601 234 567', countryCode: 'PL' },
      '+48601234567',
    ],
    ['of the shop’s country, where the address has none', { phone: '601 234 567' }, '+48601234567'],
    ['in E.164', { phone: '+48601234567', countryCode: 'NO' }, '+48601234567'],
  ])('reads the phone of an address %s', (_what, address, phone) => {
    const { countryCode: _country, ...nowhere } = place
    const { customer, problems, warnings } = draft({ addresses: [place, { ...nowhere, ...address }] })
    expect(customer.addresses.map((one) => one.phone)).toEqual([null, phone])
    expect([problems, warnings.filter(({ code }) => code.startsWith('phone.'))]).toEqual([[], []])
  })

  it.each<[string, string, unknown, string]>([
    ['that is none', '12', { code: 'phone.invalid' }, '12'],
    ['with an extension', '912 34 567 ext. 8', { code: 'phone.extension-dropped' }, '+4791234567'],
  ])('warns of the phone of an address %s, and refuses nothing', (_what, phone, warning, kept) => {
    const found = draft({ addresses: [place, { ...place, phone }] })
    expect(found.problems).toEqual([])
    expect(found.warnings).toEqual([{ ...(warning as object), path: ['addresses', 1, 'phone'] }])
    expect(found.customer.addresses[1]?.phone).toBe(kept)
  })

  it('warns that the phone of an address was not checked, where nothing can read it', () => {
    const { parsePhone: _parser, ...without } = context
    const addresses = [{ ...place, phone: '912 34 567' }]
    const { customer, warnings } = draftCustomer({ firstName: 'Anna', addresses }, without, newIds())
    expect(customer.addresses[0]?.phone).toBe('912 34 567')
    expect(warnings).toEqual([{ code: 'phone.not-checked', path: ['addresses', 0, 'phone'] }])
  })
})
