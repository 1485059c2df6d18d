import { describe, expect, it } from 'vitest'
import { allCustomers, printSegment } from '../../../src/segment/index.js'
import { parsed } from '../matching.js'

describe('canonical text', () => {
  it.each([
    ["source='web'", "source = 'web'"],
    ['  number_of_orders   between 1 and 2 ', 'number_of_orders BETWEEN 1 AND 2'],
    ['source is not null', 'source IS NOT NULL'],
    ["customer_tags not contains 'x'", "customer_tags NOT CONTAINS 'x'"],
    ["not (source = 'a')", "NOT source = 'a'"],
    ["not (not source = 'a')", "NOT NOT source = 'a'"],
    ["not (source = 'a' and source = 'b')", "NOT (source = 'a' AND source = 'b')"],
    ["(source = 'a' and source = 'b') or source = 'c'", "source = 'a' AND source = 'b' OR source = 'c'"],
    ["source = 'a' and (source = 'b' or source = 'c')", "source = 'a' AND (source = 'b' OR source = 'c')"],
    ["source = 'a' and (source = 'b' and source = 'c')", "source = 'a' AND (source = 'b' AND source = 'c')"],
    ["source = 'a' or (source = 'b' or source = 'c')", "source = 'a' OR (source = 'b' OR source = 'c')"],
    ["(not source = 'a') and source = 'b'", "NOT source = 'a' AND source = 'b'"],
    // values stay as typed
    ["source = 'O\\'Brien\\\\'", "source = 'O\\'Brien\\\\'"],
    ["source = 'C:\\dir'", "source = 'C:\\\\dir'"],
    ["source = ''", "source = ''"],
    ["source = ' '", "source = ' '"],
    ['amount_spent > 007.50', 'amount_spent > 007.50'],
    ['last_order_date > -7D', 'last_order_date > -7D'],
    ["product_subscription_status = 'SUBSCRIBER'", "product_subscription_status = 'SUBSCRIBER'"],
  ])('of %s is %s', (query, text) => {
    const segment = parsed(query)
    expect(printSegment(segment)).toBe(text)
    expect(parsed(text).root).toEqual(segment.root)
  })

  it('of all customers is none', () => {
    expect(printSegment(allCustomers)).toBe('')
  })
})
