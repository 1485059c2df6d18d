import { describe, expect, it } from 'vitest'
import { noStatistics } from '../../src/customer/statistics.js'

describe('a customer of whom no order is known', () => {
  it('has bought nothing, never, and subscribed to no product', () => {
    expect(noStatistics).toEqual({
      numberOfOrders: 0,
      amountSpent: null,
      firstOrderAt: null,
      lastOrderAt: null,
      abandonedCheckoutAt: null,
      productSubscriberStatus: 'NEVER_SUBSCRIBED',
      predictedSpendTier: null,
      rfmGroup: null,
    })
  })
})
