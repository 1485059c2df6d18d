import { describe, expect, it } from 'vitest'
import { noConsent } from '../../src/contact/consent.js'
import { parseCustomer } from '../../src/customer/parse-customer.js'
import { policies } from '../../src/policy/policies.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { expectWithin, prototypeNames, unstorableTexts } from '../hostile-texts.js'

const at = '2026-11-22T09:00:00.000Z'
const least = { id: '7', email: 'anna@example.com', createdAt: at, updatedAt: at }
const codesOf = (input: unknown): readonly string[] => {
  const outcome = parseCustomer(input)
  return outcome.ok ? [] : outcome.problems.map(({ code, path }) => [code, ...path].join(' '))
}

const textFields = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'locale',
  'note',
  'source',
  'defaultAddressId',
  'defaultBillingDetailsId',
]
const addressFields = [
  'firstName',
  'lastName',
  'company',
  'address1',
  'address2',
  'city',
  'provinceCode',
  'countryCode',
  'zip',
  'phone',
]

/** Every place for a text in a customer, filled by one function. */
const filled = (text: (place: string) => unknown): Record<string, unknown> => ({
  id: text('id'),
  ...Object.fromEntries(textFields.map((field) => [field, text(field)])),
  tags: [text('tag')],
  addresses: [Object.fromEntries(['id', ...addressFields].map((field) => [field, text(`address-${field}`)]))],
  billingDetails: [
    Object.fromEntries(['id', 'taxId', ...addressFields].map((field) => [field, text(`billing-${field}`)])),
  ],
  emailMarketingConsent: {
    state: text('state'),
    optInLevel: text('level'),
    updatedAt: text('at'),
    source: text('source'),
  },
  smsMarketingConsent: { state: 'SUBSCRIBED', optInLevel: null, updatedAt: null, source: text('sms-source') },
  account: { type: 'account', state: text('account'), blocked: text('blocked') },
  priceLevel: text('price'),
  taxExempt: text('exempt'),
  taxExemptions: [text('exemption')],
  metafields: { 'a.b': text('metafield') },
  createdAt: text('created'),
  updatedAt: text('updated'),
})

describe('parseCustomer', () => {
  it('fills what is left out with null, nothing, or what is harmless', () => {
    expect(parseCustomer(least)).toStrictEqual({
      ok: true,
      value: {
        ...least,
        firstName: null,
        lastName: null,
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
      },
      warnings: [],
    })
  })

  it('fills the fields of an address, of invoice data and of a consent', () => {
    const outcome = parseCustomer({
      ...least,
      addresses: [{ id: 'a1', address1: 'Storgata 5', city: 'Tromsø', countryCode: 'NO' }],
      defaultAddressId: 'a1',
      billingDetails: [{ id: 'b1', taxId: 'NO974760673MVA' }],
      defaultBillingDetailsId: 'b1',
      emailMarketingConsent: { state: 'SUBSCRIBED' },
    })
    const empty = Object.fromEntries(addressFields.map((field) => [field, null]))
    expect(outcome.ok && outcome.value).toMatchObject({
      addresses: [{ ...empty, id: 'a1', address1: 'Storgata 5', city: 'Tromsø', countryCode: 'NO' }],
      billingDetails: [{ ...empty, id: 'b1', taxId: 'NO974760673MVA' }],
      emailMarketingConsent: { state: 'SUBSCRIBED', optInLevel: null, updatedAt: null, source: null },
    })
  })

  it('gives back a whole customer as it was, also after JSON', () => {
    const { customer } = buildRecord({ customer: { tags: ['vip'], metafields: { 'a.b': [1, null] } } })
    expect(parseCustomer(JSON.parse(JSON.stringify(customer)))).toStrictEqual({
      ok: true,
      value: customer,
      warnings: [],
    })
  })

  it.each([
    ['null', null, ['shape.wrong-type']],
    ['nothing', undefined, ['shape.wrong-type']],
    ['a text', 'anna@example.com', ['shape.wrong-type']],
    ['a list', [least], ['shape.wrong-type']],
    ['an empty map', {}, ['shape.wrong-type id', 'shape.wrong-type createdAt', 'shape.wrong-type updatedAt']],
    ['an empty id', { ...least, id: '' }, ['shape.invalid-value id']],
    ['a number for a name', { ...least, firstName: 7 }, ['shape.wrong-type firstName']],
    ['one tag for tags', { ...least, tags: 'vip' }, ['shape.wrong-type tags']],
    ['no instant', { ...least, createdAt: '2026-11-22' }, ['shape.invalid-value createdAt']],
    [
      'a day that does not exist',
      { ...least, updatedAt: '2026-02-29T00:00:00.000Z' },
      ['shape.invalid-value updatedAt'],
    ],
    [
      'C-7 a guest with a login',
      { ...least, account: { type: 'guest', state: 'ENABLED', blocked: false } },
      ['shape.invalid-value account state'],
    ],
    [
      'C-7 another kind of account',
      { ...least, account: { type: 'bot' } },
      ['shape.invalid-value account type'],
    ],
    [
      'E-6 another state of consent',
      { ...least, smsMarketingConsent: { state: 'yes' } },
      ['shape.invalid-value smsMarketingConsent state'],
    ],
    ['a price level that is no number', { ...least, priceLevel: '1' }, ['shape.wrong-type priceLevel']],
    ['a list for metafields', { ...least, metafields: [] }, ['shape.invalid-value metafields']],
    ['nothing for metafields', { ...least, metafields: null }, ['shape.invalid-value metafields']],
    ['a date for metafields', { ...least, metafields: new Date(0) }, ['shape.invalid-value metafields']],
    [
      'a map of the platform for metafields',
      { ...least, metafields: new Map([['a.b', 1]]) },
      ['shape.invalid-value metafields'],
    ],
    ['an unknown field', { ...least, fistName: 'Anna' }, ['shape.unknown-field']],
    [
      'an unknown field of an address',
      { ...least, addresses: [{ id: 'a', country: 'NO' }] },
      ['shape.unknown-field addresses 0'],
    ],
  ])('refuses the shape of %s', (_what, input, codes) => {
    expect(codesOf(input)).toEqual(codes)
  })

  it.each(prototypeNames)('refuses a field %s in JSON', (name) => {
    const input = JSON.parse(
      `{"${name}": {"polluted": true}, "id": "7", "email": "a@b.co", "createdAt": "${at}", "updatedAt": "${at}"}`,
    )
    expect(codesOf(input)).toEqual(['shape.unknown-field'])
    expect(({} as { polluted?: boolean }).polluted).toBe(undefined)
  })

  it('judges by the rules what has the right shape, all at once, and takes the policy', () => {
    expect(codesOf({ ...least, email: 'anna', tags: ['a', 'A'] })).toEqual([
      'email.invalid email',
      'customer.tag-repeated tags 1',
    ])
    const strict = { ...policies.shopify, limits: { ...policies.shopify.limits, tags: 0 } }
    expect(parseCustomer({ ...least, tags: ['a'] }, strict).ok).toBe(false)
  })

  it('gives doubts as warnings', () => {
    const outcome = parseCustomer({
      ...least,
      addresses: [{ id: 'a', city: 'Oslo', countryCode: 'NO' }],
      defaultAddressId: 'a',
    })
    expect(outcome.ok && outcome.warnings.map(({ code, path }) => [code, ...path])).toEqual([
      ['address.required', 'addresses', 0, 'address1'],
    ])
  })

  it('refuses a megabyte in every field, in a few milliseconds each', () => {
    const megabyte = 'a'.repeat(1_000_000)
    const fields = [...textFields, 'id', 'createdAt']
    const inputs = [
      ...fields.map((field) => ({ ...least, [field]: megabyte })),
      { ...least, tags: [megabyte] },
      { ...least, taxExemptions: [megabyte] },
      ...addressFields.map((field) => ({ ...least, addresses: [{ id: 'a', [field]: megabyte }] })),
    ]
    expect(inputs.filter((input) => parseCustomer(input).ok)).toEqual([])
    for (const input of inputs) expectWithin(20, () => parseCustomer(input))
  })

  it('refuses hostile lists and depths, and judges no entry of a list that is too long', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}1${']'.repeat(5_000)}`)
    expect(codesOf({ ...least, metafields: { 'a.b': deep } })).toEqual([
      'customer.metafield-invalid metafields',
    ])
    expect(codesOf({ ...least, tags: Array.from({ length: 10_001 }, (_, index) => `t${index}`) })).toEqual([
      'shape.too-long tags',
    ])
    const wrong = Array.from({ length: 1_000_000 }, () => 1)
    for (const field of ['tags', 'addresses', 'billingDetails', 'taxExemptions']) {
      expect(codesOf({ ...least, [field]: wrong })).toEqual([`shape.too-long ${field}`])
      expectWithin(100, () => parseCustomer({ ...least, [field]: wrong }))
    }
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`a.b${index}`, 1]))
    expect(codesOf({ ...least, metafields: many })).toEqual(['shape.too-long metafields'])
  })

  it.each(unstorableTexts)('refuses %j in any field', (text) => {
    expect(codesOf(filled(() => text)).length).toBeGreaterThan(0)
  })

  it.each([
    ['of the wrong shape', (place: string): unknown => `canary-${place}`],
    ['of the wrong type', (place: string): unknown => ({ [`canary-${place}`]: `canary-${place}` })],
    ['too long for the shape', (place: string): unknown => `canary-${place}`.repeat(2_000)],
  ])('repeats nothing of what it was given, though every field is %s', (_what, canary) => {
    const outcome = parseCustomer({ ...filled(canary), 'canary-field': 1 })
    expect(outcome.ok).toBe(false)
    expect(JSON.stringify(outcome)).not.toContain('canary')
  })

  it('repeats nothing of what has the right shape and breaks every rule', () => {
    const canary = (place: string): string => `canary,${place}\0${'x'.repeat(5_000)}`
    const shaped = {
      ...filled(canary),
      emailMarketingConsent: { state: 'PENDING', source: canary('source') },
      account: { type: 'account', state: 'ENABLED', blocked: false },
      priceLevel: 99,
      taxExempt: false,
      metafields: { 'canary-key': 'canary', 'canary.ok': '\0canary' },
      createdAt: at,
      updatedAt: at,
    }
    const outcome = parseCustomer(shaped)
    expect(outcome.ok ? [] : new Set(outcome.problems.map(({ code }) => code.split('.')[0]))).toEqual(
      new Set(['text', 'email', 'phone', 'customer', 'address']),
    )
    expect(JSON.stringify(outcome)).not.toContain('canary')
  })
})
