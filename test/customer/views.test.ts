import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerDetail } from '../../src/customer/customer-detail.js'
import { customerRow } from '../../src/customer/list-row.js'
import { staffView } from '../../src/customer/staff-view.js'
import { storefrontView } from '../../src/customer/storefront-view.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { buildRecord, type RecordOverrides } from '../../src/testing/build-record.js'

const at = (day: number) => `2026-11-0${day}T09:00:00.000Z`
const nothing = {
  company: null,
  firstName: null,
  lastName: null,
  address1: null,
  address2: null,
  city: null,
  provinceCode: null,
  countryCode: null,
  zip: null,
  phone: null,
}
const [home, office] = [
  { ...nothing, id: 'home', city: 'Oslo' },
  { ...nothing, id: 'office', company: 'Berg AS' },
]

/** Every path at which a value stands, places in lists apart. */
const pathsOf = (value: unknown, path = ''): string[] => {
  if (typeof value !== 'object' || value === null) return [path]
  if (Array.isArray(value)) return value.flatMap((one) => pathsOf(one, `${path}[]`))
  return Object.entries(value).flatMap(([key, one]) => pathsOf(one, `${path}.${key}`))
}

const address = [
  'id',
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
const allowed = new Set([
  ...['id', 'firstName', 'lastName', 'email', 'phone', 'locale', 'priceLevel', 'createdAt'].map(
    (key) => `.${key}`,
  ),
  ...address.map((key) => `.addresses[].${key}`),
  ...[...address, 'taxId'].map((key) => `.billingDetails[].${key}`),
  '.defaultAddressId',
  '.defaultBillingDetailsId',
  '.account.type',
  '.account.state',
  ...['emailMarketingConsent', 'smsMarketingConsent'].flatMap((key) => [
    `.${key}.state`,
    `.${key}.updatedAt`,
  ]),
])

describe('what a customer sees of themselves', () => {
  it('E-2 is what is allowed and nothing else, whatever else a record holds', () => {
    const { record } = arbitraries(fc)
    fc.assert(
      fc.property(record, fc.string({ minLength: 1 }), (one, key) => {
        const extra = { [`x${key}`]: 'hidden' }
        const customer = {
          ...one.customer,
          ...extra,
          addresses: one.customer.addresses.map((each) => ({ ...each, ...extra })),
          billingDetails: one.customer.billingDetails.map((each) => ({ ...each, ...extra })),
          emailMarketingConsent: { ...one.customer.emailMarketingConsent, ...extra },
          account: { ...one.customer.account, ...extra },
        }
        const view = storefrontView({ ...one, ...extra, customer })
        expect(pathsOf(view).filter((path) => !allowed.has(path))).toEqual([])
        expect(JSON.parse(JSON.stringify(view))).toEqual(view)
      }),
    )
  })

  it('E-4, E-6, C-10 is all that is theirs', () => {
    const record = buildRecord({
      customer: { addresses: [home], billingDetails: [{ ...office, taxId: '1' }], priceLevel: 3 },
    })
    expect(storefrontView(record)).toMatchObject({
      firstName: 'Anna',
      email: 'anna@example.com',
      addresses: [home],
      defaultAddressId: 'home',
      billingDetails: [{ company: 'Berg AS', taxId: '1' }],
      emailMarketingConsent: { state: 'NOT_SUBSCRIBED', updatedAt: null },
      account: { type: 'guest', state: 'DISABLED' },
      priceLevel: 3,
    })
  })
})

describe('what staff see', () => {
  it('E-2, C-8, C-9 is everything, with the defaults resolved', () => {
    const record = buildRecord({
      customer: {
        note: 'n',
        source: 'www',
        addresses: [home, office],
        defaultAddressId: 'office',
        billingDetails: [{ ...home, taxId: null }],
      },
      facts: { vaultedCards: 2 },
    })
    expect(staffView(record)).toMatchObject({
      displayName: 'Anna Nowak',
      note: 'n',
      source: 'www',
      defaultAddress: office,
      defaultBillingDetails: { id: 'home' },
      facts: { vaultedCards: 2 },
      statistics: record.statistics,
    })
    expect(staffView(buildRecord())).toMatchObject({ defaultAddress: null, defaultBillingDetails: null })
  })
})

const nameless = { firstName: null, lastName: null }
const account = { type: 'account', state: 'ENABLED', blocked: true } as const

describe('a row of the list', () => {
  it.each<[string, RecordOverrides['customer'], string | null]>([
    ['both names', {}, 'Anna Nowak'],
    ['one name', { firstName: null }, 'Nowak'],
    ['blank names as none', { firstName: ' ', lastName: '', email: 'a@example.com' }, 'a@example.com'],
    ['the name before the company', { addresses: [office] }, 'Anna Nowak'],
    [
      'the company of the default address',
      { ...nameless, addresses: [home, office], defaultAddressId: 'office' },
      'Berg AS',
    ],
    ['no company of another address', { ...nameless, addresses: [home, office] }, 'anna@example.com'],
    [
      'the company of the invoice data',
      { ...nameless, addresses: [home], billingDetails: [{ ...office, taxId: null }] },
      'Berg AS',
    ],
    [
      'the company of the default invoice data, not of the first',
      {
        ...nameless,
        billingDetails: [
          { ...home, taxId: null },
          { ...office, taxId: null },
        ],
        defaultBillingDetailsId: 'office',
      },
      'Berg AS',
    ],
    ['the phone at last', { ...nameless, email: null, phone: '+4790000000' }, '+4790000000'],
    ['nothing of who was erased', { ...nameless, email: null }, null],
  ])('L-1 names a customer by name or company: %s', (_name, customer, name) => {
    expect(customerRow(buildRecord({ customer })).name).toBe(name)
  })

  it.each<[string, RecordOverrides, object]>([
    [
      'of registration',
      { customer: { account, createdAt: at(1) }, statistics: { lastOrderAt: at(2) } },
      { of: 'registration', at: at(1) },
    ],
    [
      'of a guest’s last purchase',
      { customer: { createdAt: at(1) }, statistics: { lastOrderAt: at(2) } },
      { of: 'purchase', at: at(2) },
    ],
    [
      'of when a guest without any was added',
      { customer: { createdAt: at(1) } },
      { of: 'addition', at: at(1) },
    ],
  ])('L-1 has the date %s', (_name, overrides, date) => {
    expect(customerRow(buildRecord(overrides)).date).toEqual(date)
  })

  it('L-1, C-7, C-8, G-2 has address, orders, value, source, and who is blocked or erased', () => {
    const record = buildRecord({
      customer: { addresses: [office], source: 'www', account },
      statistics: { numberOfOrders: 3, amountSpent: { minor: 500, currency: 'EUR' } },
      facts: { redaction: 'done' },
    })
    expect(customerRow(record)).toMatchObject({
      id: 'customer-1',
      company: 'Berg AS',
      address: office,
      numberOfOrders: 3,
      totalValue: { minor: 500, currency: 'EUR' },
      source: 'www',
      type: 'account',
      isBlocked: true,
      isErased: true,
    })
    expect(customerRow(buildRecord())).toMatchObject({
      address: null,
      company: null,
      type: 'guest',
      isBlocked: false,
      isErased: false,
    })
  })
})

describe('the page of a customer', () => {
  it('E-8 shows basic data, addresses, invoice data, orders with status, and where to write', () => {
    const record = buildRecord({
      customer: {
        addresses: [home, office],
        billingDetails: [{ ...office, taxId: '1' }],
        defaultAddressId: 'office',
      },
    })
    const orders = [1, 3, 2, 3].map((day, index) => ({ number: index, placedAt: at(day), status: 'open' }))
    const detail = customerDetail(record, { orders })
    expect(detail.basic).toEqual(staffView(record))
    expect(detail.addresses.map(({ id, isDefault }) => [id, isDefault])).toEqual([
      ['home', false],
      ['office', true],
    ])
    expect(detail.billingDetails).toEqual([{ ...office, taxId: '1', isDefault: true }])
    expect(detail.orders.map(({ number }) => number)).toEqual([1, 3, 2, 0])
    expect(detail.emailTo).toBe('anna@example.com')
  })

  it.each<[string, RecordOverrides]>([
    ['there is no address', { customer: { email: null } }],
    ['the person was erased', { facts: { redaction: 'done' } }],
  ])('E-5, T-1 says "no invoice data", and nowhere to write where %s', (_name, overrides) => {
    const detail = customerDetail(buildRecord(overrides), { orders: [] })
    expect([detail.billingDetails, detail.emailTo]).toEqual([[], null])
  })
})
