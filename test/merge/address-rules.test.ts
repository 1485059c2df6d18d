import { describe, expect, it } from 'vitest'
import type { Address, BillingDetails } from '../../src/address/address.js'
import type { Customer } from '../../src/customer/customer.js'
import type { KeepField } from '../../src/merge/merge-wish.js'
import { fieldOf, mergeIntoFirst } from './planned.js'

const address = (id: string, city: string): Address => ({
  id,
  firstName: null,
  lastName: 'Nowak',
  company: null,
  address1: 'Main Street 1',
  address2: null,
  city,
  provinceCode: null,
  countryCode: 'PL',
  zip: null,
  phone: null,
})

const invoice = (id: string, city: string, taxId: string | null = null): BillingDetails => ({
  ...address(id, city),
  taxId,
})

/** Both books follow the same rules (M-1, E-4, E-5). */
const books = [
  { book: 'addresses', pointer: 'defaultAddressId', keep: 'defaultAddress', entry: address },
  {
    book: 'billingDetails',
    pointer: 'defaultBillingDetailsId',
    keep: 'defaultBillingDetails',
    entry: invoice,
  },
] as const satisfies readonly {
  book: keyof Customer
  pointer: keyof Customer
  keep: KeepField
  entry: unknown
}[]

describe.each(books)('the merged $book', ({ book, pointer, keep, entry }) => {
  it("are all kept, the survivor's first (M-1)", () => {
    const plan = mergeIntoFirst([
      { [book]: [entry('a', 'Kraków')] },
      { [book]: [] },
      { [book]: [entry('b', 'Gdynia'), entry('c', 'Łódź')] },
    ])
    expect(fieldOf(plan, book)).toEqual({
      kept: [entry('a', 'Kraków'), entry('b', 'Gdynia'), entry('c', 'Łódź')],
      source: ['1', '3'],
      rule: 'all-kept',
      dropped: [],
    })
  })

  it('are kept once where exactly equal, and the other is listed as dropped', () => {
    const plan = mergeIntoFirst([{ [book]: [entry('a', 'Kraków')] }, { [book]: [entry('b', 'Kraków')] }])
    expect(fieldOf(plan, book)).toEqual({
      kept: [entry('a', 'Kraków')],
      source: '1',
      rule: 'all-kept',
      dropped: [{ id: '2', value: [entry('b', 'Kraków')] }],
    })
    expect(fieldOf(plan, pointer)).toEqual({ kept: 'a', source: '1', rule: 'survivor', dropped: [] })
  })

  it.each(['kraków', 'Kraków ', 'Krako\u0301w'])('are both kept where one says %j', (city) => {
    const plan = mergeIntoFirst([{ [book]: [entry('a', 'Kraków')] }, { [book]: [entry('b', city)] }])
    expect(plan.result.customer[book]).toHaveLength(2)
  })

  const sameWords: readonly [string, Partial<Address>, Partial<Address>][] = [
    ['in another line', { address1: 'Main 1', address2: null }, { address1: null, address2: 'Main 1' }],
    ['divided otherwise', { address1: 'Ma', address2: 'in 1' }, { address1: 'Main', address2: ' 1' }],
    ['as nothing and as nothing typed', { company: null }, { company: '' }],
    [
      'that look like the marks between them',
      { address1: '-', address2: null },
      { address1: null, address2: '-' },
    ],
  ]

  it.each(sameWords)('are both kept where the same stands %s', (_name, one, other) => {
    const [a, b] = [
      { ...entry('a', 'Kraków'), ...one },
      { ...entry('b', 'Kraków'), ...other },
    ]
    const plan = mergeIntoFirst([{ [book]: [a] }, { [book]: [b] }])
    expect(plan.result.customer[book]).toEqual([a, b])
  })

  it('are empty where all are', () => {
    const plan = mergeIntoFirst([{}, {}])
    expect(fieldOf(plan, book)).toEqual({ kept: [], source: null, rule: 'empty', dropped: [] })
    expect(fieldOf(plan, pointer)).toEqual({ kept: null, source: null, rule: 'empty', dropped: [] })
  })

  it('get a new id where both records use the same, and the pointer follows it', () => {
    const parts = [{ [book]: [entry('a', 'Kraków')] }, { [book]: [entry('a', 'Gdynia'), entry('b', 'Łódź')] }]
    const plan = mergeIntoFirst(parts, { keep: { [keep]: '2' } })
    expect(plan.result.customer[book]).toEqual([
      entry('a', 'Kraków'),
      entry('new:1', 'Gdynia'),
      entry('b', 'Łódź'),
    ])
    expect(fieldOf(plan, pointer)).toEqual({
      kept: 'new:1',
      source: '2',
      rule: 'chosen',
      dropped: [{ id: '1', value: 'a' }],
    })
  })

  it("have the survivor's default (E-4); the other stays, but is no default", () => {
    const plan = mergeIntoFirst([
      { [book]: [entry('a', 'Kraków'), entry('b', 'Gdynia')], [pointer]: 'b' },
      { [book]: [entry('c', 'Łódź')] },
    ])
    expect(fieldOf(plan, pointer)).toEqual({
      kept: 'b',
      source: '1',
      rule: 'survivor',
      dropped: [{ id: '2', value: 'c' }],
    })
  })

  it('have the first default that there is, where the survivor has none', () => {
    const plan = mergeIntoFirst([{}, { [book]: [entry('c', 'Łódź')] }, { [book]: [entry('d', 'Ełk')] }])
    expect(fieldOf(plan, pointer)).toMatchObject({ kept: 'c', source: '2', rule: 'only-value' })
  })

  it('have the default that was chosen, under the id of its equal', () => {
    const parts = [
      { [book]: [entry('a', 'Kraków'), entry('b', 'Gdynia')], [pointer]: 'a' },
      { [book]: [entry('c', 'Gdynia')] },
    ]
    expect(fieldOf(mergeIntoFirst(parts, { keep: { [keep]: '2' } }), pointer)).toMatchObject({
      kept: 'b',
      source: '2',
      rule: 'chosen',
    })
  })

  it('have a default even where a pointer leads nowhere (E-4)', () => {
    const plan = mergeIntoFirst([{ [book]: [entry('a', 'Kraków')], [pointer]: 'gone' }, {}])
    expect(plan.result.customer[pointer]).toBe('a')
  })
})

describe('new ids', () => {
  it('are numbered once in the change set, addresses and invoice data together', () => {
    const part = (city: string): Partial<Customer> => ({
      addresses: [address('a', city)],
      billingDetails: [invoice('a', city)],
    })
    const { customer } = mergeIntoFirst([part('Kraków'), part('Gdynia'), part('Łódź')]).result
    expect(customer.addresses.map(({ id }) => id)).toEqual(['a', 'new:1', 'new:2'])
    expect(customer.billingDetails.map(({ id }) => id)).toEqual(['a', 'new:3', 'new:4'])
  })
})

describe('invoice data', () => {
  it('with another tax id is another (E-5)', () => {
    const plan = mergeIntoFirst([
      { billingDetails: [invoice('a', 'Kraków', 'PL1')] },
      { billingDetails: [invoice('b', 'Kraków', 'PL2')] },
    ])
    expect(plan.result.customer.billingDetails).toHaveLength(2)
  })
})
