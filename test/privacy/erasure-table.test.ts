import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerProblems } from '../../src/customer/customer-problems.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import { eraseCustomer, erasureTouches } from '../../src/privacy/erase-customer.js'
import { customerFields, erasureTable } from '../../src/privacy/erasure-table.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { CANARIES, canaryCustomer } from './canary-record.js'

const now = '2026-11-22T12:00:00.000Z'
const terms = { now, policy: policies.shopify }
const redacted = { state: 'REDACTED', optInLevel: null, updatedAt: null, source: null }

/** What G-1, G-2 and decision 16 want, written down a second time: every field, its fate and what is there afterwards. */
const expected = [
  ['id', 'kept', 'customer-7'],
  ['firstName', 'emptied', null],
  ['lastName', 'emptied', null],
  ['email', 'emptied', null],
  ['phone', 'emptied', null],
  ['locale', 'emptied', null],
  ['note', 'emptied', null],
  ['tags', 'emptied', []],
  ['addresses', 'emptied', []],
  ['defaultAddressId', 'emptied', null],
  ['billingDetails', 'emptied', []],
  ['defaultBillingDetailsId', 'emptied', null],
  ['emailMarketingConsent', 'neutral', redacted],
  ['smsMarketingConsent', 'neutral', redacted],
  ['account', 'neutral', { type: 'account', state: 'DISABLED', blocked: false }],
  ['priceLevel', 'kept', 3],
  ['source', 'emptied', null],
  ['taxExempt', 'kept', true],
  ['taxExemptions', 'emptied', []],
  ['metafields', 'business-only', {}],
  ['createdAt', 'kept', '2025-05-05T05:05:05.555Z'],
  ['updatedAt', 'neutral', now],
] as const

describe('the table of erasure', () => {
  it.each(expected)('G-1 makes of %s: %s', (field, fate, value) => {
    expect(erasureTable[field].fate).toBe(fate)
    expect(eraseCustomer(canaryCustomer, terms)[field]).toEqual(value)
  })

  it('G-1 has a row for every field of a customer', () => {
    expect(customerFields).toEqual(expected.map(([field]) => field))
    expect(customerFields).toEqual(Object.keys(canaryCustomer))
  })

  it('G-1 leaves nothing of the person', () => {
    expect(JSON.stringify(canaryCustomer)).toMatch(CANARIES)
    expect(JSON.stringify(eraseCustomer(canaryCustomer, terms))).not.toMatch(CANARIES)
  })

  it('keeps the metafields that the policy lists as business data, and only those', () => {
    const businessMetafields = ['shop.cost_centre', 'shop.other', '__proto__']
    const policy = definePolicy(policies.shopify, {
      erasure: { requestFirst: true, retentionDays: 0, businessMetafields },
    })
    const { metafields } = eraseCustomer(canaryCustomer, { now, policy })
    expect(metafields).toEqual({ 'shop.cost_centre': 'K-17' })
    expect(Object.keys(metafields)).toEqual(['shop.cost_centre'])
  })

  it('keeps a guest a guest (C-7)', () => {
    const account = { type: 'guest', state: 'DISABLED', blocked: true } as const
    expect(eraseCustomer({ ...canaryCustomer, account }, terms).account).toEqual({
      type: 'guest',
      state: 'DISABLED',
      blocked: false,
    })
  })

  it('leaves what is still a customer, though of nobody, and is the same when it is done again', () => {
    fc.assert(
      fc.property(arbitraries(fc).customer, (customer) => {
        const before = JSON.stringify(customer)
        const erased = eraseCustomer(customer, terms)
        expect(customerProblems(erased, policies.shopify)).toEqual([])
        expect(eraseCustomer(erased, terms)).toStrictEqual(erased)
        expect(JSON.stringify(customer)).toBe(before)
      }),
    )
  })
})

describe('the touches of an erasure', () => {
  it('name every field that does not stay, without values', () => {
    const touched = expected.filter(([, fate]) => fate !== 'kept').map(([field]) => field)
    expect(erasureTouches()).toEqual(touched.map((field) => ({ path: [field], before: null, after: null })))
  })
})
