import { describe, expect, it } from 'vitest'
import type { RowInput } from 'clientele/csv'
import { buildRecord } from 'clientele/testing'
import type { Customer } from '../../src/customer/customer.js'
import { planned, rowsOf, writtenBy } from './import-case.js'

const home = {
  id: 'a1',
  firstName: 'Gift',
  lastName: 'For',
  company: null,
  address1: '1 Way',
  address2: 'Floor 2',
  city: 'Oslo',
  provinceCode: null,
  countryCode: 'NO',
  zip: '0150',
  phone: null,
}
const work = { ...home, id: 'a2', address1: '2 Way', address2: null }

const record = buildRecord({
  customer: {
    id: 'c1',
    firstName: 'Anna',
    lastName: 'Nowak',
    email: 'Anna@Example.com',
    phone: '+48601234567',
    note: ' Rings twice\n',
    tags: ['VIP', 'eu'],
    addresses: [home, work],
    defaultAddressId: 'a1',
    taxExempt: true,
  },
  revision: 'r7',
})

const email = 'anna@example.com'

function update(input: RowInput, existing = record): ReturnType<typeof planned> {
  return planned(rowsOf({ email, ...input }), {
    known: { existing: [existing] },
    options: { overwrite: true },
  })
}

function changed(input: RowInput, existing = record): Customer | undefined {
  return writtenBy(update(input, existing))[0]
}

const asIs: RowInput = {
  firstName: 'Anna',
  lastName: 'Nowak',
  phone: '+48 601 234 567',
  note: 'Rings twice',
  tags: ['eu', 'vip'],
  taxExempt: true,
  addresses: [{ address1: '1 Way', address2: 'Floor 2', city: 'Oslo', countryCode: 'no', zip: '0150' }],
}

describe('overwriting a customer', () => {
  const fields = [
    ['firstName', 'Ana', 'Ana'],
    ['lastName', 'Silva', 'Silva'],
    ['phone', '+48601234568', '+48601234568'],
    ['note', 'Rings once', 'Rings once'],
    ['tags', ['VIP', 'us'], ['VIP', 'us']],
    ['tags', ['VIP'], ['VIP']],
    ['tags', ['VIP', 'eu', 'us'], ['VIP', 'eu', 'us']],
    ['taxExempt', false, false],
  ] as const

  it.each(fields)('%s takes %j', (field, given, kept) => {
    expect(changed({ [field]: given })).toEqual({
      ...record.customer,
      [field]: kept,
      updatedAt: '2026-11-22T12:00:00.000Z',
    })
  })

  const blanks = [
    {},
    { firstName: null, lastName: ' ', phone: '', note: null, tags: [], addresses: [{ city: ' ' }] },
    { tags: [' '] },
  ] as const

  it.each(blanks)('keeps what a blank cell says nothing of: %j', (input) => {
    expect(update(input).rows).toEqual([
      { row: 2, status: 'unchanged', id: 'c1', problems: [], warnings: [] },
    ])
  })

  it.each(Object.entries(asIs))(
    'keeps %s when the file only writes it in another way: %j',
    (field, given) => {
      expect(update({ [field]: given }).rows[0]?.status).toBe('unchanged')
    },
  )

  it('keeps the email’s spelling, and fills one that is missing', () => {
    expect(changed({ note: 'x' })?.email).toBe('Anna@Example.com')
    const nameless = buildRecord({ customer: { ...record.customer, email: null } })
    expect(changed({ phone: '+48601234567' }, nameless)?.email).toBe(email)
  })

  it('keeps the account, and everything that the file does not know', () => {
    const account = { type: 'account', state: 'ENABLED', blocked: true } as const
    const own = buildRecord({ customer: { ...record.customer, account, priceLevel: 3, source: 'www' } })
    expect(changed({ note: 'x' }, own)).toMatchObject({ account, priceLevel: 3, source: 'www' })
  })

  it('expects the revision that it read, and tells the timeline', () => {
    const { changeSet, subjects } = update({ note: 'x' })
    expect(subjects).toEqual(['c1'])
    expect(changeSet.expects).toEqual([{ id: 'c1', revision: 'r7' }])
    expect(changeSet.changes).toMatchObject([
      { type: 'put', claims: ['email:anna@example.com', 'phone:+48601234567'] },
      { type: 'event', customer: 'c1', event: { kind: 'imported', row: 2, result: 'updated' } },
    ])
  })

  it('touches every path that the row names, changed or not', () => {
    const { changeSet } = update({
      note: 'x',
      taxExempt: true,
      smsMarketingConsent: { state: 'NOT_SUBSCRIBED' },
      addresses: [{ address1: '3 Way' }],
    })
    const [put] = changeSet.changes
    const { smsMarketingConsent } = record.customer
    const given = { address1: '3 Way', address2: null, city: null, countryCode: null, zip: null }
    expect(put?.type === 'put' && put.touches).toEqual([
      { path: ['email'], before: 'Anna@Example.com', after: 'Anna@Example.com' },
      { path: ['note'], before: ' Rings twice\n', after: 'x' },
      { path: ['taxExempt'], before: true, after: true },
      { path: ['smsMarketingConsent'], before: smsMarketingConsent, after: smsMarketingConsent },
      { path: ['addresses', 'a1'], before: home, after: { ...home, ...given } },
      { path: ['defaultAddressId'], before: 'a1', after: 'a1' },
    ])
  })
})

describe('the address of a file is the default one', () => {
  const given = { address1: '3 Way', city: 'Bergen', countryCode: 'NO' }

  it('replaces the default as a whole, which keeps its id and whom it is addressed to', () => {
    expect(changed({ addresses: [given] })).toMatchObject({
      addresses: [{ ...home, ...given, address2: null, zip: null }, work],
      defaultAddressId: 'a1',
    })
  })

  it('makes one that is there already the default', () => {
    const { id: _id, firstName: _first, lastName: _last, ...same } = work
    expect(changed({ addresses: [same] })).toMatchObject({ addresses: [home, work], defaultAddressId: 'a2' })
  })

  const called = buildRecord({
    customer: {
      ...record.customer,
      addresses: [
        { ...home, phone: '+4722000000' },
        { ...home, id: 'a2' },
      ],
    },
  })
  const clearing = (input: RowInput): Customer | undefined =>
    writtenBy(
      planned(rowsOf({ email, ...input }), {
        known: { existing: [called] },
        options: { overwrite: true, blank: 'clear' },
      }),
    )[0]

  it.each<[string, RowInput]>([
    ['its phone', { addresses: [{ ...home }] }],
    ['all but its city', { addresses: [{ city: 'Oslo' }] }],
    ['its second line', { addresses: [{ ...home, address2: ' ' }] }],
  ])('C-5 stays as it is where a file says nothing of %s', (_what, input) => {
    expect(update(input, called).rows[0]?.status).toBe('unchanged')
  })

  it('C-5 loses what a file leaves blank where blanks clear', () => {
    expect(clearing({ addresses: [{ ...home }] })).toMatchObject({ defaultAddressId: 'a2' })
    expect(clearing({ addresses: [{ ...home, address2: null }] })?.addresses[0]).toMatchObject({
      id: 'a1',
      address2: null,
      phone: null,
    })
  })

  it('C-5 loses nothing for which a file has no column, also where blanks clear', () => {
    const { phone: _phone, ...withoutPhone } = home
    expect(clearing({ addresses: [withoutPhone] })).toBeUndefined()
    expect(clearing({ addresses: [{ city: 'Oslo' }] })).toBeUndefined()
  })

  it('C-5 keeps the phone when it is replaced, unless the file gives another or clears it', () => {
    expect(changed({ addresses: [given] }, called)?.addresses[0]?.phone).toBe('+4722000000')
    expect(changed({ addresses: [{ ...given, phone: '+4722000001' }] }, called)?.addresses[0]?.phone).toBe(
      '+4722000001',
    )
    expect(clearing({ addresses: [given] })?.addresses[0]?.phone).toBe('+4722000000')
    expect(clearing({ addresses: [{ ...given, phone: null }] })?.addresses[0]?.phone).toBeNull()
  })

  it('stays at the default where two are the same', () => {
    const twice = buildRecord({ customer: { ...record.customer, addresses: [{ ...home, id: 'a0' }, home] } })
    expect(update({ addresses: [{ ...home }] }, twice).rows[0]?.status).toBe('unchanged')
  })

  it('is the first of a customer who has none', () => {
    const none = buildRecord({ customer: { ...record.customer, addresses: [], defaultAddressId: null } })
    const customer = changed({ addresses: [given] }, none)
    expect(customer?.addresses).toMatchObject([given])
    expect(customer?.defaultAddressId).toBe(customer?.addresses[0]?.id)
  })
})

describe('E-5: the invoice data of a file are the default ones', () => {
  const { firstName: _first, lastName: _last, ...firm } = home
  const invoiced = {
    ...firm,
    firstName: null,
    lastName: null,
    id: 'b1',
    company: 'Firm',
    taxId: 'PL1234563218',
  }
  const other = { ...invoiced, id: 'b2', company: 'Other' }
  const payer = buildRecord({
    customer: { ...record.customer, billingDetails: [invoiced, other], defaultBillingDetailsId: 'b2' },
  })

  it.each([
    ['the tax id', { ...firm, company: 'Firm', taxId: 'PL5260250274' }, 'PL5260250274', 'b2'],
    ['the firm', { ...firm, company: 'Third', taxId: 'PL1234563218' }, 'PL1234563218', 'b2'],
  ])('of which another %s replaces them', (_what, { id: _id, ...given }, taxId, id) => {
    const customer = changed({ billingDetails: [given] }, payer)
    expect(customer?.billingDetails).toEqual([invoiced, { ...other, ...given, taxId }])
    expect(customer?.defaultBillingDetailsId).toBe(id)
  })

  it('of which those that are there become the default, and both are touched', () => {
    const { id: _id, firstName: _none, lastName: _nor, ...same } = invoiced
    const plan = update({ billingDetails: [same] }, payer)
    expect(writtenBy(plan)[0]).toMatchObject({
      defaultBillingDetailsId: 'b1',
      billingDetails: [invoiced, other],
    })
    const [put] = plan.changeSet.changes
    expect(put?.type === 'put' && put.touches.map(({ path }) => path.join('/'))).toEqual([
      'email',
      'billingDetails/b1',
      'defaultBillingDetailsId',
    ])
    expect(put?.type === 'put' && put.touches[1]).toEqual({
      path: ['billingDetails', 'b1'],
      before: invoiced,
      after: invoiced,
    })
  })
})

it('importing the same row twice changes nothing the second time', () => {
  const [made] = writtenBy(planned(rowsOf({ email, ...asIs })))
  const again = update(asIs, buildRecord({ customer: made as Customer }))
  expect(again.tally).toEqual({ created: 0, updated: 0, unchanged: 1, skipped: 0, refused: 0 })
})
