import { describe, expect, it } from 'vitest'
import { customerInputSchema } from '../../src/customer/customer-input.schema.js'
import { ceilings } from '../../src/limits/limits.js'

const pathsOf = (input: unknown): string[] =>
  customerInputSchema.safeParse(input).error?.issues.map(({ path }) => path.join('.')) ?? []

const metafieldsOf = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`a.${index}`, index]))

describe('the shape of what was typed', () => {
  it('is empty, or any of its fields', () => {
    const typed = {
      ...{ firstName: 'Anna', lastName: null, email: 'a@b.co', phone: '601', locale: 'pl', note: 'n' },
      ...{ tags: ['vip'], source: 'www', priceLevel: 1, taxExempt: true, taxExemptions: ['A'] },
      addresses: [{ city: 'Oslo' }],
      billingDetails: [{ taxId: '1' }],
      emailMarketingConsent: { state: 'SUBSCRIBED' },
      smsMarketingConsent: { state: 'UNSUBSCRIBED' },
      account: { type: 'guest', state: 'DISABLED', blocked: false },
      metafields: { 'a.b': 1 },
    }
    expect(pathsOf({})).toEqual([])
    expect(pathsOf(typed)).toEqual([])
  })

  it.each([
    'firstName',
    'lastName',
    'email',
    'phone',
    'locale',
    'note',
    'tags',
    'addresses',
    'billingDetails',
    'emailMarketingConsent',
    'smsMarketingConsent',
    'account',
    'priceLevel',
    'source',
    'taxExempt',
    'taxExemptions',
    'metafields',
  ])('does not take anything for %s', (field) => {
    expect(pathsOf({ [field]: [[]] })).toHaveLength(1)
  })

  it.each(['emailMarketingConsent', 'smsMarketingConsent'])(
    'G-2 leaves the mark of an erasure in %s to the erasure',
    (field) => {
      expect(pathsOf({ [field]: { state: 'REDACTED' } })).toEqual([`${field}.state`])
    },
  )

  it('holds as many metafields as a list may have entries', () => {
    expect(pathsOf({ metafields: metafieldsOf(ceilings.list) })).toEqual([])
    expect(pathsOf({ metafields: metafieldsOf(ceilings.list + 1) })).toEqual(['metafields'])
  })
})
