import { describe, expect, it } from 'vitest'
import { emptyCustomer } from '../../src/customer/empty-customer.js'

describe('a customer of whom nothing is known', () => {
  it('has no words, no entries, no account, and pays the usual price with tax', () => {
    const said = Object.entries(emptyCustomer).filter(([, value]) => value !== null)
    expect(Object.fromEntries(said)).toEqual({
      tags: [],
      addresses: [],
      billingDetails: [],
      emailMarketingConsent: { state: 'NOT_SUBSCRIBED', optInLevel: null, updatedAt: null, source: null },
      smsMarketingConsent: { state: 'NOT_SUBSCRIBED', optInLevel: null, updatedAt: null, source: null },
      account: { type: 'guest', state: 'DISABLED', blocked: false },
      priceLevel: 0,
      taxExempt: false,
      taxExemptions: [],
      metafields: {},
    })
  })
})
