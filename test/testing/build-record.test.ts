import { describe, expect, it } from 'vitest'
import { customerProblems } from '../../src/customer/customer-problems.js'
import { parseCustomer } from '../../src/customer/parse-customer.js'
import { countries } from '../../src/address/countries/countries.js'
import { parsePhone } from '../../src/contact/phone-parser.js'
import { policies } from '../../src/policy/policies.js'
import { buildContext } from '../../src/testing/build-context.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { mergeDeep } from '../../src/testing/deep-partial.js'

const home = {
  id: 'a1',
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

describe('buildRecord', () => {
  it('gives a whole, valid record that nothing blocks', () => {
    const record = buildRecord()
    expect(customerProblems(record.customer)).toEqual([])
    expect(parseCustomer(record.customer)).toEqual({ ok: true, value: record.customer, warnings: [] })
    expect(record.customer).toMatchObject({
      id: 'customer-1',
      email: 'anna@example.com',
      priceLevel: 0,
      taxExempt: false,
    })
    expect(record.revision).toBe('revision-1')
    expect(record.facts).toMatchObject({
      orderHistory: 'none',
      vaultedCards: 0,
      deleted: false,
      redaction: 'none',
    })
    expect(JSON.parse(JSON.stringify(record))).toStrictEqual(record)
  })

  it('replaces lists and merges maps', () => {
    const { customer, facts } = buildRecord({
      customer: { tags: ['vip'], emailMarketingConsent: { state: 'SUBSCRIBED' }, metafields: { 'a.b': [1] } },
      facts: { vaultedCards: 2, custom: { lawsuit: 'open' } },
      revision: 'r9',
    })
    expect(customer.tags).toEqual(['vip'])
    expect(customer.emailMarketingConsent).toEqual({
      state: 'SUBSCRIBED',
      optInLevel: null,
      updatedAt: null,
      source: null,
    })
    expect(customer.metafields).toEqual({ 'a.b': [1] })
    expect(facts).toMatchObject({ vaultedCards: 2, storeCreditAccounts: 0, custom: { lawsuit: 'open' } })
  })

  it('takes null for a value and undefined for nothing said', () => {
    const { customer } = buildRecord({ customer: { email: null, firstName: undefined } })
    expect([customer.email, customer.firstName]).toEqual([null, 'Anna'])
  })

  it('E-4 points to the first address and the first invoice data, unless told otherwise', () => {
    const books = {
      addresses: [home, { ...home, id: 'a2' }],
      billingDetails: [{ ...home, id: 'b1', taxId: null }],
    }
    const { customer } = buildRecord({ customer: books })
    expect([customer.defaultAddressId, customer.defaultBillingDetailsId]).toEqual(['a1', 'b1'])
    expect(buildRecord({ customer: { ...books, defaultAddressId: 'a2' } }).customer.defaultAddressId).toBe(
      'a2',
    )
    expect(customerProblems(customer)).toEqual([])
  })

  it('gives another record every time, and the plain one stays plain', () => {
    const pollution = JSON.parse('{"customer": {"metafields": {"__proto__": {"polluted": true}}}}')
    buildRecord(pollution)
    buildRecord({ customer: { tags: ['vip'] } })
    expect(buildRecord().customer.tags).toEqual([])
    expect(({} as { polluted?: boolean }).polluted).toBe(undefined)
  })
})

describe('buildContext', () => {
  it('gives a whole context, merging what is given', () => {
    const context = buildContext({ shop: { country: 'PL' }, store: { relations: { orders: 'outbox' } } })
    expect(context).toEqual({
      ...buildContext(),
      shop: { timeZone: 'UTC', currency: 'EUR', country: 'PL', locale: 'en-US' },
      store: {
        statistics: 'projected',
        relations: { ...buildContext().store.relations, orders: 'outbox' },
        notStored: [],
      },
    })
    expect(JSON.parse(JSON.stringify(context))).toStrictEqual(context)
  })

  it('takes a policy whole, never merged with the default', () => {
    expect(buildContext({ policy: policies['shopify-nl'] }).policy).toBe(policies['shopify-nl'])
    expect(buildContext({ policy: undefined }).policy).toBe(policies.shopify)
  })

  it('takes a phone parser', () => {
    expect(buildContext({ parsePhone }).parsePhone).toBe(parsePhone)
    expect('parsePhone' in buildContext({ parsePhone: undefined })).toBe(false)
  })

  it('takes countries and a checker of tax ids, whole', () => {
    const checkTaxId = (): 'unknown' => 'unknown'
    const context = buildContext({ countries, checkTaxId })
    expect([context.countries, context.checkTaxId]).toEqual([countries, checkTaxId])
    expect(context.countries).toBe(countries)
  })
})

describe('mergeDeep', () => {
  it.each([
    ['nothing over a value', { a: 1 }, undefined, { a: 1 }],
    ['a map over a map', { a: 1, b: { c: 2 } }, { b: { d: 3 } }, { a: 1, b: { c: 2, d: 3 } }],
    ['a list over a list', { a: [1, 2] }, { a: [3] }, { a: [3] }],
    ['null over a map', { a: { b: 1 } }, { a: null }, { a: null }],
    ['a map over null', { a: null }, { a: { b: 1 } }, { a: { b: 1 } }],
    ['undefined over a value', { a: 1 }, { a: undefined }, { a: 1 }],
    ['what is new', {}, { toString: 1 }, { toString: 1 }],
  ])('lays %s', (_what, base, overrides, merged) => {
    expect(mergeDeep<unknown>(base, overrides)).toEqual(merged)
  })

  it('keeps a key of a prototype as data', () => {
    const merged = mergeDeep<object>({}, JSON.parse('{"__proto__": {"polluted": true}}'))
    expect(JSON.stringify(merged)).toBe('{"__proto__":{"polluted":true}}')
    expect((merged as { polluted?: boolean }).polluted).toBe(undefined)
  })
})
