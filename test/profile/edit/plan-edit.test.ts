import {
  type Context,
  type Customer,
  type CustomerEdit,
  definePolicy,
  type EditPlan,
  planEdit,
  policies,
} from 'clientele'
import { buildContext, buildRecord, type RecordOverrides } from 'clientele/testing'
import { parsePhone } from 'clientele/phone'
import { describe, expect, it } from 'vitest'
import { editRequest, editTouches } from '../../../src/profile/edit/plan-edit.js'
import { expectLinear, expectWithin } from '../../hostile-texts.js'

const at = '2026-11-22T12:00:00.000Z'
const blank = {
  firstName: null,
  lastName: null,
  company: null,
  address2: null,
  provinceCode: null,
  phone: null,
}
const oslo = { ...blank, id: 'a1', address1: 'Storgata 5', city: 'Oslo', countryCode: 'NO', zip: '0155' }
const bergen = { ...oslo, id: 'a2', city: 'Bergen', zip: '5003' }
const yes = { state: 'SUBSCRIBED', optInLevel: 'SINGLE_OPT_IN', updatedAt: at, source: 'footer' } as const

type Person = NonNullable<RecordOverrides['customer']>

function edit(person: Person, wish: CustomerEdit, context: Context = buildContext()) {
  return planEdit(buildRecord({ customer: person }), wish, context)
}

function planned(person: Person, wish: CustomerEdit, context?: Context): EditPlan {
  const outcome = edit(person, wish, context)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join(', '))
  return outcome.value
}

function problemsOf(person: Person, wish: CustomerEdit, context?: Context) {
  const outcome = edit(person, wish, context)
  return outcome.ok ? [] : outcome.problems.map(({ code, path }) => [code, ...path].join(' '))
}

function warningsOf(person: Person, wish: CustomerEdit, context?: Context) {
  return planned(person, wish, context).warnings.map(({ code, path }) => [code, ...path].join(' '))
}

const as = (type: 'staff' | 'customer' | 'system') => buildContext({ actor: { type, id: 'x' } })

describe('what an edit makes of a customer', () => {
  const cases: readonly [string, Person, CustomerEdit, Partial<Customer>][] = [
    ['E-1 a name, without outer blanks', {}, { firstName: ' Anne ' }, { firstName: 'Anne' }],
    ['E-1 nothing where null is wished', {}, { lastName: null }, { lastName: null }],
    ['E-1 nothing where blanks are wished', {}, { lastName: ' ' }, { lastName: null }],
    ['E-1 an email without blanks', {}, { email: 'a b@example.com' }, { email: 'ab@example.com' }],
    ['E-1 a phone in E.164', {}, { phone: '+4791234567' }, { phone: '+4791234567' }],
    ['E-1 a language and a source', {}, { locale: 'nb', source: 'www' }, { locale: 'nb', source: 'www' }],
    ['E-2 a note', { note: 'old' }, { note: 'new' }, { note: 'new' }],
    ['E-2 a note that is gone', { note: 'old' }, { note: null }, { note: null }],
    ['E-2 a line more', { note: 'old' }, { note: { append: ' more ' } }, { note: 'old\nmore' }],
    ['E-2 a first line', { note: null }, { note: { append: 'more' } }, { note: 'more' }],
    ['E-2 a first line instead of blanks', { note: ' ' }, { note: { append: 'more' } }, { note: 'more' }],
    ['E-2 no line of blanks', { note: 'old' }, { note: { append: ' ' } }, { note: 'old' }],
    ['E-2 no line of blanks where there is none', { note: null }, { note: { append: ' ' } }, { note: null }],
    [
      'E-3 tags at the end',
      { tags: ['a'] },
      { tags: { add: ['b', 'C, d'] } },
      { tags: ['a', 'b', 'C', 'd'] },
    ],
    ['E-3 no tag twice', { tags: ['VIP'] }, { tags: { add: ['vip'] } }, { tags: ['VIP'] }],
    ['E-3 tags less in any case', { tags: ['VIP', 'b'] }, { tags: { remove: ['vip'] } }, { tags: ['b'] }],
    [
      'E-3 a new spelling',
      { tags: ['VIP', 'b'] },
      { tags: { remove: ['vip'], add: ['Vip'] } },
      { tags: ['b', 'Vip'] },
    ],
    [
      'C-8 a block',
      {},
      { account: 'block' },
      { account: { type: 'guest', state: 'DISABLED', blocked: true } },
    ],
    [
      'C-8 a block that ends',
      { account: { type: 'account', state: 'ENABLED', blocked: true } },
      { account: 'unblock' },
      { account: { type: 'account', state: 'ENABLED', blocked: false } },
    ],
    ['C-10 a price level', {}, { priceLevel: 10 }, { priceLevel: 10 }],
    ['taxes', {}, { taxExempt: true, taxExemptions: ['X'] }, { taxExempt: true, taxExemptions: ['X'] }],
    [
      'host data by key',
      { metafields: { 'a.b': 1, 'c.d': 2 } },
      { metafields: { 'a.b': null, 'e.f': [3] } },
      { metafields: { 'c.d': 2, 'e.f': [3] } },
    ],
    [
      'E-4 an address, the first of which is the default',
      {},
      { addresses: [{ type: 'add', address: { city: ' Oslo ', countryCode: 'no' } }] },
      {
        addresses: [{ ...oslo, id: 'new:1', address1: null, zip: null }],
        defaultAddressId: 'new:1',
      },
    ],
    [
      'E-4 an address that is the default',
      { addresses: [oslo] },
      { addresses: [{ type: 'add', address: bergenInput(), asDefault: true }] },
      { addresses: [oslo, { ...bergen, id: 'new:1' }], defaultAddressId: 'new:1' },
    ],
    [
      'E-4 an address more, which is not the default unless that is said',
      { addresses: [oslo] },
      { addresses: [{ type: 'add', address: bergenInput() }] },
      { addresses: [oslo, { ...bergen, id: 'new:1' }], defaultAddressId: 'a1' },
    ],
    [
      'E-4 the default as it was, whichever address is edited',
      { addresses: [oslo, bergen], defaultAddressId: 'a2' },
      { addresses: [{ type: 'edit', id: 'a1', changes: { zip: '0156' } }] },
      { addresses: [{ ...oslo, zip: '0156' }, bergen], defaultAddressId: 'a2' },
    ],
    [
      'E-4 only the fields that are named',
      { addresses: [oslo, bergen] },
      { addresses: [{ type: 'edit', id: 'a2', changes: { zip: ' 5004 ', countryCode: 'usa' } }] },
      { addresses: [oslo, { ...bergen, zip: '5004', countryCode: 'US' }], defaultAddressId: 'a1' },
    ],
    [
      'E-4 nothing where null is wished',
      { addresses: [oslo] },
      { addresses: [{ type: 'edit', id: 'a1', changes: { zip: null, countryCode: null } }] },
      { addresses: [{ ...oslo, zip: null, countryCode: null }] },
    ],
    [
      'E-4 an address less, and the next as the default',
      { addresses: [oslo, bergen] },
      { addresses: [{ type: 'remove', id: 'a1' }] },
      { addresses: [bergen], defaultAddressId: 'a2' },
    ],
    [
      'E-4 another default',
      { addresses: [oslo, bergen] },
      { addresses: [{ type: 'default', id: 'a2' }] },
      { addresses: [oslo, bergen], defaultAddressId: 'a2' },
    ],
    [
      'E-4 a default where the pointer led nowhere',
      { addresses: [oslo, bergen], defaultAddressId: 'gone' },
      { addresses: [{ type: 'edit', id: 'a2', changes: { zip: '5004' } }] },
      { addresses: [oslo, { ...bergen, zip: '5004' }], defaultAddressId: 'a1' },
    ],
    [
      'E-5 invoice data with a tax id alone',
      {},
      { billingDetails: [{ type: 'add', address: { taxId: ' PL1 ' } }] },
      {
        billingDetails: [
          { ...blank, id: 'new:1', address1: null, city: null, countryCode: null, zip: null, taxId: 'PL1' },
        ],
        defaultBillingDetailsId: 'new:1',
      },
    ],
    [
      'E-5 another tax id',
      { billingDetails: [{ ...oslo, taxId: 'PL1' }] },
      { billingDetails: [{ type: 'edit', id: 'a1', changes: { taxId: 'PL2', phone: '12' } }] },
      { billingDetails: [{ ...oslo, taxId: 'PL2', phone: '12' }] },
    ],
  ]

  it.each(cases)('%s', (_title, person, wish, changed) => {
    const { customer } = buildRecord({ customer: person })
    const { result } = planned(person, wish)
    const isSame = JSON.stringify({ ...customer, ...changed }) === JSON.stringify(customer)
    expect(result).toEqual({ ...customer, ...changed, updatedAt: isSame ? customer.updatedAt : at })
  })
})

function bergenInput() {
  const { id: _id, ...fields } = bergen
  return fields
}

describe('what is against an edit', () => {
  const long = 'x'.repeat(256)
  const cases: readonly [string, Person, CustomerEdit, readonly string[]][] = [
    ['nobody would remain', { lastName: null, email: null }, { firstName: null }, ['customer.nobody']],
    ['somebody remains', { email: null }, { firstName: null }, []],
    [
      'all at once',
      {},
      { email: 'x', firstName: long, priceLevel: 11, locale: '!' },
      [
        'text.too-long firstName',
        'email.invalid email',
        'customer.locale-unknown locale',
        'customer.price-level priceLevel',
      ],
    ],
    ['an email that is wished as it was', { email: 'x' }, { email: 'x' }, ['email.invalid email']],
    [
      'an email that is wished as it was, beside another field',
      { email: 'x' },
      { email: 'x', firstName: 'Anne' },
      ['email.invalid email'],
    ],
    ['the code of an exemption', {}, { taxExemptions: ['a', long] }, ['text.too-long taxExemptions 1']],
    ['a phone that nobody can read', {}, { phone: '12' }, ['phone.not-checked phone']],
    [
      'a tag too long, by its place in the wish',
      {},
      { tags: { add: ['a', `b, ${long}`] } },
      ['text.too-long tags add 1'],
    ],
    ['E-2 a note too long', { note: 'x'.repeat(4999) }, { note: { append: 'y' } }, ['text.too-long note']],
    [
      'a metafield without a namespace',
      {},
      { metafields: { a: 1 } },
      ['customer.metafield-invalid metafields'],
    ],
    [
      'E-4 an address that is not there',
      {},
      { addresses: [{ type: 'edit', id: 'a9', changes: {} }] },
      ['address.unknown addresses a9'],
    ],
    [
      'E-4 an address to remove that is not there',
      {},
      { addresses: [{ type: 'remove', id: 'a9' }] },
      ['address.unknown addresses a9'],
    ],
    [
      'E-4 a default that is not there',
      {},
      { addresses: [{ type: 'default', id: 'a9' }] },
      ['address.unknown addresses a9'],
    ],
    [
      'E-4 an address that is there',
      { addresses: [bergen] },
      { addresses: [{ type: 'add', address: bergenInput() }] },
      ['address.duplicate addresses new:1'],
    ],
    [
      'E-4 a blank address',
      {},
      { addresses: [{ type: 'add', address: { city: ' ' } }] },
      ['edit.address-blank addresses new:1'],
    ],
    [
      'E-4 an address of which nothing remains',
      { addresses: [{ ...oslo, address1: null, countryCode: null, zip: null }] },
      { addresses: [{ type: 'edit', id: 'a1', changes: { city: null } }] },
      ['edit.address-blank addresses a1'],
    ],
    [
      'E-4 a second address of which nothing remains',
      { addresses: [oslo, { ...bergen, address1: null, countryCode: null, zip: null }] },
      { addresses: [{ type: 'edit', id: 'a2', changes: { city: null } }] },
      ['edit.address-blank addresses a2'],
    ],
    [
      'E-4 a line too long, by the address it is in',
      { addresses: [oslo, bergen] },
      { addresses: [{ type: 'edit', id: 'a2', changes: { city: long } }] },
      ['text.too-long addresses a2 city'],
    ],
    [
      'E-5 a tax id too long',
      {},
      { billingDetails: [{ type: 'add', address: { taxId: long } }] },
      ['text.too-long billingDetails new:1 taxId'],
    ],
    [
      'E-6 a consent',
      {},
      { emailMarketingConsent: yes } as CustomerEdit,
      ['edit.consent-apart emailMarketingConsent'],
    ],
    ['no field', {}, { nobody: 1 } as CustomerEdit, ['shape.unknown-field']],
    ['no wish', {}, null as unknown as CustomerEdit, ['shape.wrong-type']],
  ]

  it.each(cases)('%s', (_title, person, wish, problems) => {
    expect(problemsOf(person, wish)).toEqual(problems)
  })

  it('M-5 too many tags, but not that some of too many go', () => {
    const tags = Array.from({ length: 252 }, (_, number) => `tag ${number}`)
    expect(problemsOf({ tags: tags.slice(2) }, { tags: { add: ['one more'] } })).toEqual([
      'customer.too-many-tags tags',
    ])
    expect(problemsOf({ tags }, { tags: { add: ['tag 1'] } })).toEqual([])
    expect(warningsOf({ tags }, { tags: { remove: ['tag 1'] } })).toEqual(['customer.too-many-tags tags'])
  })

  it('each of a thousand tags that are too long, in linear time', () => {
    const tags = (count: number): string[] => Array.from({ length: count }, (_, at) => `${at}É`.repeat(500))
    const refuse = (count: number) => problemsOf({}, { tags: { add: tags(count) } })
    expect(refuse(100).slice(0, 2)).toEqual(['text.too-long tags add 0', 'text.too-long tags add 1'])
    expectLinear(
      (text) => refuse(text.length / 100),
      (length) => 'x'.repeat(length),
    )
  })

  it('each of a thousand addresses that were wrong before and are again, without asking each change about each fault', () => {
    const wrong = ['company', 'address1', 'address2', 'city', 'zip'] as const
    const refuse = (count: number) => {
      const addresses = Array.from({ length: count }, (_, at) => ({
        ...oslo,
        id: `${at}`,
        ...Object.fromEntries(wrong.map((field) => [field, `<b>${at}`])),
      }))
      const wish = addresses.map(({ id, company, address1, address2, city, zip }) => ({
        type: 'edit' as const,
        id,
        changes: { company, address1, address2, city, zip },
      }))
      return problemsOf({ addresses, defaultAddressId: '0' }, { addresses: wish })
    }
    expect(refuse(2)).toHaveLength(10)
    // five million questions take a second
    expectWithin(500, () => refuse(1000))
  })

  it('E-4 more addresses than a customer can have, but not that some of too many go', () => {
    const book = (count: number): Person => ({
      addresses: Array.from({ length: count }, (_, at) => ({ ...oslo, id: `${at}`, address1: `${at}` })),
      defaultAddressId: '0',
    })
    const add = { type: 'add', address: { city: 'Bergen' } } as const
    const problem = { code: 'shape.too-long', path: ['addresses'], params: { limit: 10_000 } }
    expect(problemsOf(book(9_999), { addresses: [add] })).toEqual([])
    const refused = edit(book(10_000), { addresses: [add] })
    expect(refused.ok ? [] : refused.problems).toEqual([problem])
    expect(problemsOf(book(10_000), { addresses: [{ type: 'remove', id: '7' }, add] })).toEqual([])
    expect(problemsOf(book(10_002), { addresses: [{ type: 'remove', id: '7' }] })).toEqual([])
    expect(problemsOf(book(10_002), { addresses: [{ type: 'default', id: '7' }] })).toEqual([])
  })

  it('E-4 more host data than a customer can have, but not that some of too much goes', () => {
    const data = (from: number, count: number): Record<string, number> =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`a.b${from + at}`, 1]))
    const problem = { code: 'shape.too-long', path: ['metafields'], params: { limit: 10_000 } }
    expect(problemsOf({ metafields: data(0, 9_999) }, { metafields: data(9_999, 1) })).toEqual([])
    const refused = edit({ metafields: data(0, 9_999) }, { metafields: data(9_999, 2) })
    expect(refused.ok ? [] : refused.problems).toEqual([problem])
    const full = { metafields: data(0, 10_000) }
    expect(problemsOf(full, { metafields: { 'a.b7': 2 } })).toEqual([])
    expect(problemsOf(full, { metafields: { 'a.b7': null, 'a.new': 1 } })).toEqual([])
    expect(problemsOf({ metafields: data(0, 10_002) }, { metafields: { 'a.b7': null } })).toEqual([])
    expect(problemsOf({ metafields: data(0, 10_002) }, { metafields: { 'a.b7': 2 } })).toEqual([])
  })

  it('M-5 too many tags at once, said once and of all of them, but not where none of them is new', () => {
    const add = Array.from({ length: 251 }, (_, number) => `tag ${number}`)
    const refused = edit({ tags: ['before'] }, { tags: { add } })
    expect(refused.ok ? [] : refused.problems).toEqual([
      { code: 'customer.too-many-tags', path: ['tags'], params: { limit: 250, length: 252 } },
    ])
    expect(warningsOf({ tags: add }, { tags: { add } })).toEqual(['customer.too-many-tags tags'])
  })

  it('a list of more changes than a list can need, without looking at any', () => {
    const add = Array.from({ length: 1001 }, () => 7 as unknown as string)
    expect(problemsOf({}, { tags: { add } })).toEqual(['shape.too-long tags add'])
  })
})

describe('a planner answers for what it changes', () => {
  const bad = { ...oslo, city: 'x'.repeat(256), zip: 'y'.repeat(256) }

  it('what was wrong before and is not named only warns', () => {
    const wish: CustomerEdit = { addresses: [{ type: 'edit', id: 'a1', changes: { zip: '0155' } }] }
    expect(warningsOf({ addresses: [bad] }, wish)).toEqual(['text.too-long addresses a1 city'])
  })

  it('what is named refuses, also where it was wrong before', () => {
    const wish: CustomerEdit = { addresses: [{ type: 'edit', id: 'a1', changes: { zip: bad.zip } }] }
    expect(problemsOf({ addresses: [bad] }, wish)).toEqual(['text.too-long addresses a1 zip'])
  })

  it('what a change makes wrong elsewhere refuses', () => {
    const policy = definePolicy(policies.shopify, { military: { level: 'merchant', severity: 'refuse' } })
    const context = buildContext({ policy })
    const home = { ...oslo, lastName: 'Nowak', countryCode: 'US', provinceCode: 'AE', zip: '10001' }
    const wish: CustomerEdit = { addresses: [{ type: 'edit', id: 'a1', changes: { city: 'APO' } }] }
    expect(problemsOf({ addresses: [home] }, wish, context)).toEqual([
      'military.psc-missing addresses a1 address1',
      'military.box-missing addresses a1 address1',
    ])
    expect(warningsOf({ addresses: [{ ...home, city: 'APO' }] }, wish, context)).toEqual([
      'military.psc-missing addresses a1 address1',
      'military.box-missing addresses a1 address1',
    ])
  })

  it('what a change makes wrong elsewhere refuses, also beside what was wrong before', () => {
    const policy = definePolicy(policies.shopify, { military: { level: 'merchant', severity: 'refuse' } })
    const context = buildContext({ policy })
    const home = {
      ...oslo,
      lastName: 'Nowak',
      company: 'x'.repeat(256),
      countryCode: 'US',
      provinceCode: 'AE',
      zip: '10001',
    }
    const wish: CustomerEdit = { addresses: [{ type: 'edit', id: 'a1', changes: { city: 'APO' } }] }
    expect(problemsOf({ addresses: [home] }, wish, context)).toEqual([
      'military.psc-missing addresses a1 address1',
      'military.box-missing addresses a1 address1',
    ])
  })

  it('what was wrong before in another place is a warning, too', () => {
    // Another entry of the same book
    const other: CustomerEdit = { addresses: [{ type: 'edit', id: 'a2', changes: { zip: '5004' } }] }
    expect(warningsOf({ addresses: [bad, bergen] }, other)).toEqual([
      'text.too-long addresses a1 city',
      'text.too-long addresses a1 zip',
    ])
    // Another field, and a tag that is not the one
    expect(warningsOf({ tags: ['a', 'A'], phone: '1' }, { firstName: 'Anne' })).toEqual([
      'phone.invalid phone',
      'customer.tag-repeated tags a',
    ])
    expect(warningsOf({ tags: ['a', 'A'] }, { tags: { add: ['b'] } })).toEqual([
      'customer.tag-repeated tags a',
    ])
    expect(problemsOf({ tags: ['a '] }, { tags: { add: ['a'] } })).toEqual([
      'customer.tag-invalid tags add 0',
    ])
  })

  it('what the change itself puts right is none', () => {
    const policy = definePolicy(policies.shopify, { military: { level: 'merchant', severity: 'refuse' } })
    const context = buildContext({ policy })
    const apo = {
      ...oslo,
      lastName: 'Nowak',
      countryCode: 'US',
      provinceCode: 'AE',
      city: 'APO',
      zip: '10001',
    }
    const wish: CustomerEdit = {
      addresses: [
        { type: 'edit', id: 'a1', changes: { city: 'Oslo', provinceCode: null, countryCode: 'NO' } },
      ],
    }
    expect(warningsOf({ addresses: [apo] }, { note: 'called' }, context)).toEqual([
      'military.psc-missing addresses a1 address1',
      'military.box-missing addresses a1 address1',
    ])
    expect(warningsOf({ addresses: [apo] }, wish, context)).toEqual([])
    expect(warningsOf({ addresses: [bad] }, { addresses: [{ type: 'remove', id: 'a1' }] })).toEqual([])
    expect(warningsOf({ phone: '1' }, { phone: '+4790000000' })).toEqual([])
    expect(warningsOf({ tags: ['a '] }, { tags: { remove: ['a'] } })).toEqual([])
  })

  it('doubts about what is not touched are not told', () => {
    expect(problemsOf({ metafields: { a: 1 } }, { metafields: { 'a.b': 1 } })).toEqual([])
    // Not by the name: an address without one is for the customer
    expect(warningsOf({ addresses: [{ ...oslo, zip: '1' }] }, { note: 'called' })).toEqual([])
  })

  it('C-7 that a guest has a login only warns who blocks them', () => {
    const account = { type: 'guest', state: 'ENABLED', blocked: false } as unknown as Customer['account']
    expect(warningsOf({ account }, { account: 'block' })).toEqual(['customer.guest-with-login account state'])
  })

  it('doubts about what is edited are warnings', () => {
    expect(warningsOf({}, { email: 'a b@example.com' })).toEqual(['email.blanks-removed email'])
    expect(warningsOf({}, { email: ' ab@example.com ' })).toEqual([])
    expect(warningsOf({}, { addresses: [{ type: 'add', address: { city: 'Oslo', phone: '12' } }] })).toEqual([
      'phone.not-checked addresses new:1 phone',
      'address.required addresses new:1 address1',
      'address.required addresses new:1 countryCode',
    ])
  })
})

describe('E-5 a tax id that is edited', () => {
  const wish: CustomerEdit = { billingDetails: [{ type: 'add', address: { taxId: '1', countryCode: 'PL' } }] }

  it('is judged by the checker of the host', () => {
    const context = buildContext({ checkTaxId: () => 'invalid' })
    expect(warningsOf({}, wish, context)).toEqual(['address.tax-id-invalid billingDetails new:1 taxId'])
  })

  it('is not judged without one', () => {
    expect(warningsOf({}, wish)).toEqual([])
  })
})

describe('who may edit what', () => {
  it.each([
    ['note', { note: 'x' }],
    ['tags', { tags: { add: ['x'] } }],
    ['account', { account: 'unblock' }],
    ['priceLevel', { priceLevel: 1 }],
    ['source', { source: 'x' }],
    ['taxExempt', { taxExempt: true }],
    ['taxExemptions', { taxExemptions: [] }],
    ['metafields', { metafields: {} }],
  ] satisfies [string, CustomerEdit][])(
    'E-2, C-10 a customer does not touch %s, staff does',
    (field, wish) => {
      const refused = edit({}, wish, as('customer'))
      expect(refused.ok ? [] : refused.problems).toEqual([
        { code: 'edit.not-allowed', path: [field], params: { actor: 'customer' } },
      ])
      expect(problemsOf({}, wish, as('staff'))).toEqual([])
    },
  )

  it('E-4 a customer edits contacts and addresses', () => {
    const wish: CustomerEdit = {
      email: 'b@example.com',
      addresses: [
        { type: 'default', id: 'a2' },
        { type: 'remove', id: 'a1' },
      ],
    }
    expect(problemsOf({ addresses: [oslo, bergen] }, wish, as('customer'))).toEqual([])
  })

  it('E-4 which address is the default is a field of its own', () => {
    const editable = { staff: [], customer: ['addresses'] } as const
    const context = buildContext({
      policy: definePolicy(policies.shopify, { editable }),
      actor: { type: 'customer', id: 'x' },
    })
    const added = { type: 'add', address: { city: 'Oslo' } } as const
    expect(problemsOf({}, { addresses: [added] }, context)).toEqual([])
    expect(problemsOf({}, { addresses: [{ ...added, asDefault: true }] }, context)).toEqual([
      'edit.not-allowed defaultAddressId',
    ])
    expect(
      problemsOf({ addresses: [oslo] }, { addresses: [{ type: 'default', id: 'a1' }] }, context),
    ).toEqual(['edit.not-allowed defaultAddressId'])
  })

  it.each(['addresses', 'billingDetails'] as const)(
    'E-4, E-5 the default of %s without the entries',
    (book) => {
      const pointer = { addresses: 'defaultAddressId', billingDetails: 'defaultBillingDetailsId' } as const
      const context = buildContext({
        policy: definePolicy(policies.shopify, { editable: { staff: [], customer: [pointer[book]] } }),
        actor: { type: 'customer', id: 'x' },
      })
      const entries = [oslo, bergen].map((entry) => ({ ...entry, taxId: null }))
      const person = { addresses: [oslo, bergen], billingDetails: entries }
      const refused = (...ops: readonly object[]) => problemsOf(person, { [book]: ops }, context)
      const toDefault = { type: 'default', id: 'a2' }
      expect(refused(toDefault)).toEqual([])
      for (const op of [
        { type: 'add', address: { city: 'Narvik' }, asDefault: true },
        { type: 'edit', id: 'a1', changes: { zip: '0156' } },
        { type: 'remove', id: 'a1' },
      ]) {
        expect(refused(op)).toEqual([`edit.not-allowed ${book}`])
        expect(refused(op, toDefault)).toEqual([`edit.not-allowed ${book}`])
      }
      expect(refused()).toEqual([])
    },
  )

  it('E-4 one of several changes of a book is enough to name the default', () => {
    const editable = { staff: [], customer: ['addresses'] } as const
    const context = buildContext({
      policy: definePolicy(policies.shopify, { editable }),
      actor: { type: 'customer', id: 'x' },
    })
    const wish: CustomerEdit = {
      addresses: [
        { type: 'edit', id: 'a1', changes: { zip: '0156' } },
        { type: 'default', id: 'a2' },
      ],
    }
    expect(problemsOf({ addresses: [oslo, bergen] }, wish, context)).toEqual([
      'edit.not-allowed defaultAddressId',
    ])
  })

  it('the system edits what nobody else may', () => {
    const policy = definePolicy(policies.shopify, { editable: { staff: [], customer: [] } })
    const actor = { type: 'system', id: null } as const
    expect(problemsOf({}, { note: 'x' }, buildContext({ policy, actor }))).toEqual([])
    expect(problemsOf({}, { note: 'x' }, buildContext({ policy }))).toEqual(['edit.not-allowed note'])
  })

  it('all is said in one order, in whatever order the wish is written', () => {
    const wish: CustomerEdit = { metafields: { 'a.b': 1 }, tags: { add: ['x'] }, note: 'x' }
    const turned = Object.fromEntries(Object.entries(wish).toReversed()) as CustomerEdit
    const refused = ['note', 'tags', 'metafields'].map((field) => `edit.not-allowed ${field}`)
    expect(problemsOf({}, wish, as('customer'))).toEqual(refused)
    expect(problemsOf({}, turned, as('customer'))).toEqual(refused)
    expect(planned({}, turned).touches).toEqual(planned({}, wish).touches)
  })

  it('nobody edits what the store has no place for', () => {
    const context = buildContext({ store: { notStored: ['note', 'defaultBillingDetailsId'] } })
    expect(problemsOf({}, { note: 'x', firstName: 'y' }, context)).toEqual([
      'capability.field-not-stored note',
    ])
    expect(problemsOf({}, { note: null }, context)).toEqual([])
  })
})

describe('which records are edited', () => {
  it.each([
    ['deleted', { deleted: true }, ['edit.deleted']],
    ['redacted', { redaction: 'done' }, ['edit.redacted']],
    ['about to be redacted', { redaction: 'pending' }, []],
    ['in a merge', { mergeInProgress: true }, ['edit.merge-in-progress']],
    ['asked for by a data request', { dataRequest: 'pending' }, []],
  ] as const)('MB-6, MB-7, MB-8 one that is %s', (_title, facts, codes) => {
    const outcome = planEdit(buildRecord({ facts }), { note: 'x' }, buildContext())
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(codes)
  })
})

describe('the change set of an edit', () => {
  it('expects the revision, writes the customer with all claims, and tells the timeline what changed', () => {
    const wish: CustomerEdit = {
      email: 'new@example.com',
      note: 'x',
      tags: { add: ['a', 'b'], remove: ['c'] },
    }
    const plan = planned({ tags: ['c'], emailMarketingConsent: yes }, wish)
    expect(plan.planner).toBe('edit')
    expect(plan.subjects).toEqual(['customer-1'])
    expect(plan.changeSet).toMatchObject({
      key: 'key-1',
      expects: [{ id: 'customer-1', revision: 'revision-1' }],
      guards: [],
      outbox: [],
      summary: { planner: 'edit', customer: 'customer-1' },
    })
    expect(
      plan.changeSet.changes.map((change) => (change.type === 'event' ? change.event : change.type)),
    ).toEqual([
      'put',
      { kind: 'edited', by: { type: 'staff', id: 'staff-1' }, fields: ['email', 'note'] },
      { kind: 'tags-changed', by: { type: 'staff', id: 'staff-1' }, added: 2, removed: 1 },
    ])
    expect(plan.changeSet.changes[0]).toMatchObject({
      customer: plan.result,
      claims: ['email:new@example.com'],
      touches: plan.touches,
    })
  })

  it.each<[string, Person, CustomerEdit, readonly object[]]>([
    [
      'one event of several fields, each once',
      { addresses: [oslo] },
      { firstName: 'Anne', addresses: [{ type: 'edit', id: 'a1', changes: { city: 'X', zip: '1' } }] },
      [{ kind: 'edited', fields: ['addresses', 'firstName'] }],
    ],
    [
      'E-3 of tags alone nothing else',
      {},
      { tags: { add: ['a'] } },
      [{ kind: 'tags-changed', added: 1, removed: 0 }],
    ],
    [
      'E-3 as many tags that come as go',
      { tags: ['b'] },
      { tags: { add: ['a'], remove: ['b'] } },
      [{ kind: 'tags-changed', added: 1, removed: 1 }],
    ],
    ['of other fields no tags', {}, { firstName: 'Anne' }, [{ kind: 'edited', fields: ['firstName'] }]],
    ['C-8 of a block nothing else', {}, { account: 'block' }, [{ kind: 'account-blocked' }]],
    [
      'C-8 of its end, beside another field',
      { account: { type: 'guest', state: 'DISABLED', blocked: true } },
      { account: 'unblock', note: 'x' },
      [{ kind: 'edited', fields: ['note'] }, { kind: 'account-unblocked' }],
    ],
  ])('tells the timeline %s', (_title, person, wish, events) => {
    const by = { type: 'staff', id: 'staff-1' }
    expect(planned(person, wish).changeSet.changes.slice(1)).toEqual(
      events.map((event, index) => ({
        type: 'event',
        id: `key-1/event/${index + 1}`,
        customer: 'customer-1',
        at,
        event: { ...event, by },
      })),
    )
  })

  it.each(['block', 'unblock'] as const)(
    'C-8 tells the identity system of an end or a beginning: %s',
    (action) => {
      const account = { type: 'account', state: 'ENABLED', blocked: action === 'unblock' } as const
      const effect = { id: 'key-1/account/1', type: 'account', customer: 'customer-1', action, link: null }
      expect(planned({ account }, { account: action }).changeSet.outbox).toEqual([effect])
      const other = action === 'block' ? 'unblock' : 'block'
      expect(planned({ account }, { account: other, note: 'x' }).changeSet.outbox).toEqual([])
    },
  )

  it('is recognised by the customer and the wish, and as an edit', () => {
    const wish: CustomerEdit = { note: 'x' }
    const { request } = planned({}, wish).changeSet
    expect(request).toBe(editRequest('customer-1', wish))
    expect(request).toMatch(/^edit:/)
    expect(editRequest('customer-2', wish)).not.toBe(request)
    expect(editRequest('customer-1', { note: 'y' })).not.toBe(request)
  })

  it('has no changes where nothing changes', () => {
    const { changeSet, result, touches } = planned(
      { tags: ['a'] },
      { firstName: 'Anna', tags: { add: ['A'] } },
    )
    expect([changeSet.changes, changeSet.outbox]).toEqual([[], []])
    expect(changeSet.expects).toHaveLength(1)
    expect(result).toEqual(buildRecord({ customer: { tags: ['a'] } }).customer)
    expect(touches).toEqual([
      { path: ['firstName'], before: 'Anna', after: 'Anna' },
      { path: ['tags', 'a'], before: 'a', after: 'a' },
    ])
  })

  it('is of the wish, whatever is left undefined in it', () => {
    const wish = { firstName: 'Anne', note: undefined, tags: { add: undefined } } as CustomerEdit
    const plan = planned({}, wish)
    expect(plan.wish).toStrictEqual({ firstName: 'Anne', tags: {} })
    expect(plan.changeSet.request).toBe(
      planned({ note: 'x' }, { tags: {}, firstName: 'Anne' }).changeSet.request,
    )
  })
})

describe('touches', () => {
  const paths = (person: Person, wish: CustomerEdit) =>
    planned(person, wish).touches.map(({ path }) => path.join(' '))

  it.each<[string, Person, CustomerEdit, readonly string[]]>([
    ['a block', {}, { account: 'block' }, ['account blocked']],
    ['host data', {}, { metafields: { 'a.b': 1 } }, ['metafields a.b']],
    [
      'fields of an address',
      { addresses: [oslo] },
      { addresses: [{ type: 'edit', id: 'a1', changes: { city: 'X', zip: '1' } }] },
      ['addresses a1 city', 'addresses a1 zip'],
    ],
    [
      'E-4 the default where the first comes',
      {},
      { addresses: [{ type: 'add', address: { city: 'X' } }] },
      ['addresses new:1', 'defaultAddressId'],
    ],
    [
      'E-4 the default where another comes, which may be the next in line',
      { addresses: [oslo, bergen] },
      { addresses: [{ type: 'add', address: { city: 'X' } }] },
      ['addresses new:1', 'defaultAddressId'],
    ],
    [
      'E-4 the default where any goes',
      { addresses: [oslo, bergen] },
      { addresses: [{ type: 'remove', id: 'a2' }] },
      ['addresses a2', 'defaultAddressId'],
    ],
    [
      'each path once',
      { addresses: [oslo] },
      {
        addresses: [
          { type: 'edit', id: 'a1', changes: { city: 'X' } },
          { type: 'edit', id: 'a1', changes: { city: 'Y' } },
        ],
      },
      ['addresses a1 city'],
    ],
    [
      'E-4 the default that is named, though it is the default already',
      { addresses: [oslo] },
      { addresses: [{ type: 'default', id: 'a1' }] },
      ['defaultAddressId'],
    ],
    [
      'E-4 the default that is put right',
      { addresses: [oslo, bergen], defaultAddressId: 'gone' },
      { addresses: [{ type: 'edit', id: 'a2', changes: { zip: '5004' } }] },
      ['addresses a2 zip', 'defaultAddressId'],
    ],
    [
      'E-3 a tag once that goes and comes again',
      { tags: ['VIP'] },
      { tags: { remove: ['vip'], add: ['Vip'] } },
      ['tags vip'],
    ],
    ...['citya1', 'city a1', ' a1'].map((id): [string, Person, CustomerEdit, readonly string[]] => [
      `each path of two addresses, one of which is called "${id}"`,
      { addresses: [oslo, { ...bergen, id }, { ...oslo, id: 'a3', city: 'Narvik' }] },
      {
        addresses: [
          { type: 'edit', id: 'a1', changes: { city: 'X' } },
          { type: 'remove', id },
        ],
      },
      ['addresses a1 city', `addresses ${id}`, 'defaultAddressId'],
    ]),
    ['no consent where the contact changes', {}, { email: 'b@example.com' }, ['email']],
    ['no consent where the contact is the same', {}, { email: 'ANNA@example.com' }, ['email']],
  ])('%s', (_title, person, wish, expected) => {
    expect(paths(person, wish)).toEqual(expected)
  })
})

describe('the touches of a wish', () => {
  const { customer } = buildRecord({ customer: { note: 'old', tags: ['VIP', 'vip'] } })

  it('E-1 are known whatever is against it', () => {
    expect(editTouches(customer, { note: 'new' }, as('customer'))).toEqual([
      { path: ['note'], before: 'old', after: 'new' },
    ])
  })

  it('are none of what is no wish, or of a phone that nobody can read', () => {
    expect(editTouches(customer, { nobody: 1 } as CustomerEdit, buildContext())).toEqual([])
    expect(editTouches(customer, { phone: '12' }, buildContext())).toEqual([])
  })

  it('E-3 hold the first spelling of a tag that was there in two', () => {
    expect(editTouches(customer, { tags: { remove: ['ViP'] } }, buildContext())).toEqual([
      { path: ['tags', 'vip'], before: 'VIP', after: null },
    ])
  })
})

describe('E-6 no consent changes with an edit', () => {
  const none = { state: 'NOT_SUBSCRIBED', optInLevel: null, updatedAt: null, source: null } as const
  it.each([
    ['SUBSCRIBED', ['edit.consent-of-old-contact']],
    ['PENDING', ['edit.consent-of-old-contact']],
    ['INVALID', ['edit.consent-of-old-contact']],
    ['NOT_SUBSCRIBED', []],
    ['UNSUBSCRIBED', []],
    ['REDACTED', []],
  ] as const)('%s stays with another email; what it warns of: %j', (state, codes) => {
    const consent = { ...none, state }
    const { result, warnings } = planned({ emailMarketingConsent: consent }, { email: 'b@example.com' })
    expect(result.emailMarketingConsent).toEqual(consent)
    expect(warnings).toEqual(codes.map((code) => ({ code, path: ['emailMarketingConsent'] })))
  })

  it.each([
    [{ email: 'Anna@Example.com' }, []],
    [{ email: null }, ['edit.consent-of-old-contact']],
  ])('with %j it warns of %j', (wish, codes) => {
    const { result, warnings } = planned({ emailMarketingConsent: yes }, wish)
    expect(result.emailMarketingConsent).toEqual(yes)
    expect(warnings.map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    ['one mailbox', { ignoreTags: true }, []],
    ['two', undefined, ['edit.consent-of-old-contact']],
  ])('C-6 a tag is %s where the shop says so', (_how, emailKey, codes) => {
    const identity = { ...policies.shopify.identity, emailKey }
    const context = buildContext({ policy: definePolicy(policies.shopify, { identity }) })
    const person = { email: 'anna+shop@example.com', emailMarketingConsent: yes }
    expect(planned(person, { email: 'anna@example.com' }, context).warnings.map(({ code }) => code)).toEqual(
      codes,
    )
  })

  it('nor with another phone', () => {
    const person = { phone: '+4791234567', smsMarketingConsent: yes }
    const { result, warnings } = planned(person, { phone: '+4791234568' })
    expect(result.smsMarketingConsent).toEqual(yes)
    expect(warnings).toEqual([{ code: 'edit.consent-of-old-contact', path: ['smsMarketingConsent'] }])
    expect(planned(person, { phone: '+4791234567' }).warnings).toEqual([])
  })
})

describe('a national phone', () => {
  const context = buildContext({ parsePhone, shop: { country: 'PL' } })

  it('is read by the country of the default address, else of the shop', () => {
    expect(planned({}, { phone: '601 234 567' }, context).result.phone).toBe('+48601234567')
    const norwegian = {
      addresses: [
        { ...bergen, countryCode: 'PL' },
        { ...oslo, countryCode: 'no' },
      ],
      defaultAddressId: 'a1',
    }
    expect(planned(norwegian, { phone: '912 34 567' }, context).result.phone).toBe('+4791234567')
    const abroad = { addresses: [{ ...oslo, countryCode: null }] }
    expect(planned(abroad, { phone: '601 234 567' }, context).result.phone).toBe('+48601234567')
  })

  it('of an address is read by that address, and kept as typed where it cannot be', () => {
    const phoneOf = (changes: object, address: object = oslo) =>
      planned(
        { addresses: [address as typeof oslo] },
        { addresses: [{ type: 'edit', id: 'a1', changes }] },
        context,
      ).result.addresses[0]?.phone
    expect(phoneOf({ phone: '912 34 567' })).toBe('+4791234567')
    expect(phoneOf({ phone: '601 234 567', countryCode: 'PL' })).toBe('+48601234567')
    expect(phoneOf({ phone: '601 234 567' }, { ...oslo, countryCode: null })).toBe('+48601234567')
    expect(phoneOf({ phone: 'call me' })).toBe('call me')
    const second: CustomerEdit = {
      addresses: [{ type: 'edit', id: 'a2', changes: { phone: '601 234 567' } }],
    }
    const inPoland = { addresses: [oslo, { ...bergen, countryCode: 'PL' }] }
    expect(planned(inPoland, second, context).result.addresses[1]?.phone).toBe('+48601234567')
  })
})
