import { describe, expect, it } from 'vitest'
import { allCustomers, parseSegment, printSegment } from '../../../src/segment/index.js'
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
    // lists, functions, and what else is written with brackets
    ["source not in('a' ,'b')", "source NOT IN ('a', 'b')"],
    ["customer_tags contains any ('a')", "customer_tags CONTAINS ANY ('a')"],
    ['orders_placed matches()', 'orders_placed MATCHES ()'],
    [
      'orders_placed not_matches(date between -30D and today,app_id in(1,"2"))'.replaceAll('"', "'"),
      "orders_placed NOT MATCHES (date BETWEEN -30D AND today, app_id IN (1, '2'))",
    ],
    ['not orders_placed matches ()', 'NOT orders_placed MATCHES ()'],
    [
      'customer_within_distance matches (coordinates=(40.70,-74),distance_mi=6.20)',
      'customer_within_distance MATCHES (coordinates = (40.70, -74), distance_mi = 6.20)',
    ],
    [
      "customer_within_distance matches (coordinates='40.7,-74',distance_km=5)",
      "customer_within_distance MATCHES (coordinates = '40.7,-74', distance_km = 5)",
    ],
    ["anniversary('metafields.a.b') = TODAY", "anniversary ('metafields.a.b') = TODAY"],
    ["random_bucket(05.50,'it\\'s')", "random_bucket(05.50, 'it\\'s')"],
  ])('of %s is %s', (query, text) => {
    const segment = parsed(query)
    expect(printSegment(segment)).toBe(text)
    expect(parsed(text).root).toEqual(segment.root)
  })

  it('names other segments', () => {
    const query = "NOT segment('it\\'s \\\\ mine') AND blocked = true"
    const outcome = parseSegment(query, { segments: () => allCustomers })
    expect(outcome.ok && printSegment(outcome.value)).toBe(query)
  })

  it('of all customers is none', () => {
    expect(printSegment(allCustomers)).toBe('')
  })
})
