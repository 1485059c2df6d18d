import { describe, expect, it } from 'vitest'
import type {
  CheckoutEvent,
  CreditEvent,
  EmailEvent,
  OrderEvent,
  ProductEvent,
  ViewEvent,
} from '../../../src/segment/index.js'
import type { CustomerHistory } from '../../../src/testing/index.js'
import { matchesHistory, parsed } from '../matching.js'

// The tests ask on 22 November 2026
const recent = '2026-11-10T12:00:00.000Z'
const old = '2024-01-01T12:00:00.000Z'
const euros = (minor: number): { minor: number; currency: string } => ({ minor, currency: 'EUR' })

const order = (part: Partial<OrderEvent> = {}): OrderEvent => ({
  at: recent,
  amount: euros(1000),
  appId: null,
  locationId: null,
  ...part,
})
const product = (part: Partial<ProductEvent> = {}): ProductEvent => ({
  id: '1',
  tags: [],
  at: recent,
  quantity: 1,
  category: null,
  ...part,
})
const email = (part: Partial<EmailEvent> = {}): EmailEvent => ({
  kind: 'opened',
  activityId: '1',
  at: recent,
  ...part,
})
const view = (part: Partial<ViewEvent> = {}): ViewEvent => ({
  kind: 'product',
  id: '1',
  tags: [],
  at: recent,
  ...part,
})
const checkout = (part: Partial<CheckoutEvent> = {}): CheckoutEvent => ({
  at: recent,
  amount: null,
  ...part,
})
const credit = (part: Partial<CreditEvent> = {}): CreditEvent => ({
  balance: euros(1000),
  nextExpiryAt: null,
  lastCreditAt: null,
  ...part,
})

type History = Partial<CustomerHistory>

const products = (...parts: Partial<ProductEvent>[]): History => ({ products: parts.map(product) })
const orders = (...parts: Partial<OrderEvent>[]): History => ({ orders: parts.map(order) })
const emails = (...parts: Partial<EmailEvent>[]): History => ({ emails: parts.map(email) })
const views = (...parts: Partial<ViewEvent>[]): History => ({ views: parts.map(view) })
const credits = (...parts: Partial<CreditEvent>[]): History => ({ credit: parts.map(credit) })
const near = { location: { latitude: 40.71, longitude: -74.01 } }
const far = { location: { latitude: 52.23, longitude: 21.01 } }

describe('a function of a customer’s history', () => {
  it.each<[string, History, History]>([
    // who belongs, and who does not
    ['products_purchased MATCHES ()', products({}), products()],
    ['products_purchased NOT MATCHES ()', products(), products({})],
    ['products_purchased MATCHES (id = 1)', products({ id: '2' }, { id: '1' }), products({ id: '2' })],
    ["products_purchased MATCHES (id = '1')", products({ id: '1' }), products({ id: '01' })],
    ['products_purchased MATCHES (id = 1, count > 1)', products({}, {}), products({}, { id: '2' })],
    ['products_purchased MATCHES (id != 1)', products({}, { id: '2' }), products({})],
    ['products_purchased MATCHES (id IN (1, 2))', products({ id: '2' }), products({ id: '3' })],
    ['products_purchased MATCHES (id NOT IN (1, 2))', products({ id: '3' }), products({ id: '2' })],
    // one event must fit all that is said of it
    [
      'products_purchased MATCHES (id = 1, date > -90d)',
      products({ id: '1' }),
      products({ id: '1', at: old }, { id: '2' }),
    ],
    [
      'products_purchased MATCHES (id = 1, date = 2022-01-01)',
      products({ at: '2022-01-01T23:59:59.999Z' }),
      products({ at: '2022-01-02T00:00:00.000Z' }),
    ],
    ['products_purchased NOT MATCHES (date > -3m)', products({ at: old }), products({ at: old }, {})],
    [
      "products_purchased MATCHES (tag = 'Sale')",
      products({ tags: ['SALE'] }),
      products({ tags: ['sales'] }),
    ],
    ["products_purchased MATCHES (tag != 'sale')", products({ tags: [] }), products({ tags: ['Sale'] })],
    ["products_purchased MATCHES (tag IN ('a', 'B'))", products({ tags: ['b'] }), products({ tags: ['c'] })],
    [
      "products_purchased MATCHES (tag NOT IN ('a', 'B'))",
      products({ tags: ['c'] }),
      products({ tags: ['b'] }),
    ],
    [
      'products_purchased MATCHES (quantity > 5)',
      products({ quantity: 6 }),
      products({ quantity: 3 }, { quantity: 3 }),
    ],
    [
      'products_purchased MATCHES (sum_quantity > 5)',
      products({ quantity: 3 }, { quantity: 3 }),
      products({ quantity: 5 }),
    ],
    [
      'products_purchased MATCHES (sum_quantity BETWEEN 5 AND 6)',
      products({ quantity: 5 }),
      products({ quantity: 7 }),
    ],
    ["products_purchased MATCHES (category = 'shoes')", products({ category: 'shoes' }), products({})],
    ["products_purchased MATCHES (category != 'shoes')", products({}), products({ category: 'shoes' })],
    ['products_purchased MATCHES (count = 0)', products(), products({})],
    ['products_purchased MATCHES (id = 1, count = 0)', products({ id: '2' }), products({ id: '1' })],
    ['products_purchased MATCHES (count IN (1, 3))', products({}), products({}, {})],
    ['products_purchased MATCHES (count != 1)', products(), products({})],
    ['products_purchased NOT MATCHES (count > 1)', products({}), products({}, {})],
    ['NOT products_purchased MATCHES (id = 1)', products({ id: '2' }), products({})],
    [
      'orders_placed MATCHES (date BETWEEN 2024-01-01 AND 2024-01-01)',
      orders({ at: old }, {}),
      orders({ at: '2024-01-02T00:00:00.000Z' }),
    ],
    ['orders_placed MATCHES (amount >= 10)', orders({}), orders({ amount: euros(999) })],
    ['orders_placed MATCHES (amount != 10)', orders({ amount: euros(1001) }), orders({})],
    ['orders_placed MATCHES (amount IN (5, 10))', orders({}), orders({ amount: euros(1001) })],
    ['orders_placed MATCHES (sum_amount > 10)', orders({}, { amount: euros(1) }), orders({})],
    ['orders_placed MATCHES (sum_amount < 10)', orders(), orders({})],
    ['orders_placed MATCHES (app_id = 7)', orders({ appId: '7' }), orders({ appId: null })],
    ['orders_placed MATCHES (app_id != 7)', orders({ appId: null }), orders({ appId: '7' })],
    ['orders_placed MATCHES (location_id IN (7))', orders({ locationId: '7' }), orders({ appId: '7' })],
    ['orders_placed MATCHES (location_id NOT IN (7))', orders({}), orders({ locationId: '7' })],
    [
      'checkouts_abandoned MATCHES (date = 2024-01-01)',
      { checkouts: [checkout({ at: old }), checkout()] },
      { checkouts: [checkout()] },
    ],
    [
      'checkouts_abandoned MATCHES (amount > 5)',
      { checkouts: [checkout({ amount: euros(501) })] },
      { checkouts: [checkout()] },
    ],
    [
      'checkouts_abandoned MATCHES (sum_amount = 5)',
      { checkouts: [checkout({ amount: euros(500) }), checkout()] },
      { checkouts: [checkout()] },
    ],
    ['shopify_email.opened MATCHES (activity_id = 1)', emails({}), emails({ kind: 'clicked' })],
    [
      'shopify_email.opened MATCHES (activity_id IN (1, 2))',
      emails({ activityId: '2' }),
      emails({ activityId: '3' }),
    ],
    ['shopify_email.clicked MATCHES ()', emails({ kind: 'clicked' }), emails({})],
    [
      'shopify_email.delivered MATCHES (count > 1)',
      emails({ kind: 'delivered' }, { kind: 'delivered' }),
      emails({}, {}),
    ],
    [
      'shopify_email.marked_as_spam MATCHES (date > -3m)',
      emails({ kind: 'marked_as_spam' }),
      emails({ kind: 'marked_as_spam', at: old }),
    ],
    [
      'shopify_email.bounced NOT MATCHES (activity_id = 1, date BETWEEN -12m AND today)',
      emails({ kind: 'bounced', at: old }),
      emails({ kind: 'bounced' }),
    ],
    ['shopify_email.unsubscribed MATCHES ()', emails({ kind: 'unsubscribed' }), emails({})],
    ['storefront.product_viewed MATCHES (id = 1)', views({}), views({ kind: 'collection' })],
    ['storefront.collection_viewed MATCHES (id = 1)', views({ kind: 'collection' }), views({})],
    // as the platform's reference names them
    ['storefront_event.product_viewed MATCHES (id = 1)', views({}), views({ kind: 'collection' })],
    ['storefront_event.collection_viewed MATCHES (id = 1)', views({ kind: 'collection' }), views({})],
    [
      "storefront.product_viewed MATCHES (tag = 'new', date >= -30d)",
      views({ tags: ['NEW'] }),
      views({ tags: ['new'], at: old }),
    ],
    ['store_credit_accounts MATCHES ()', credits({}), credits()],
    ['store_credit_accounts MATCHES (balance >= 10)', credits({}), credits({ balance: euros(999) })],
    [
      'store_credit_accounts MATCHES (next_expiry_date <= 2024-01-01)',
      credits({ nextExpiryAt: old }),
      credits({ nextExpiryAt: null }, { lastCreditAt: old }),
    ],
    [
      'store_credit_accounts MATCHES (last_credit_date = 2024-01-01)',
      credits({ lastCreditAt: old }),
      credits({ nextExpiryAt: old }),
    ],
    ['customer_within_distance MATCHES (coordinates = (40.7, -74.0), distance_km = 2)', near, far],
    [
      "customer_within_distance MATCHES (coordinates = '40.7,-74.0', distance_mi = 1)",
      near,
      { location: null },
    ],
    ['customer_within_distance NOT MATCHES (coordinates = (40.7, -74.0), distance_km = 2)', far, near],
    ['companies = 5', { companies: ['4', '5'] }, { companies: ['4'] }],
    ["companies != '5'", { companies: [] }, { companies: ['4', '5'] }],
    ['companies IN (5, 6)', { companies: ['6'] }, { companies: ['4'] }],
    ['companies NOT IN (5, 6)', { companies: ['4'] }, { companies: ['4', '6'] }],
    ['companies IS NULL', { companies: [] }, { companies: ['4'] }],
    ['companies IS NOT NULL', { companies: ['4'] }, { companies: [] }],
    ['created_by_app_id = 5', { origin: '5' }, { origin: '05' }],
    ["created_by_app_id != 'gid://app/5'", { origin: null }, { origin: 'gid://app/5' }],
    ['created_by_app_id IN (5, 6)', { origin: '6' }, { origin: null }],
    ['created_by_app_id NOT IN (5, 6)', { origin: null }, { origin: '6' }],
    ['created_by_app_id IS NULL', { origin: null }, { origin: '5' }],
    ['created_by_app_id IS NOT NULL', { origin: '5' }, { origin: null }],
    // in order only where they are whole numbers
    ['created_by_app_id > 9', { origin: '10' }, { origin: '9' }],
    ['created_by_app_id >= 9', { origin: '9' }, { origin: 'gid://app/10' }],
    ['created_by_app_id < 9', { origin: '8' }, { origin: null }],
    ['created_by_app_id <= 9', { origin: '9' }, { origin: '10' }],
    ['created_by_app_id BETWEEN 9 AND 10', { origin: '10' }, { origin: '11' }],
    ["created_by_app_id NOT IN ('x') AND NOT created_by_app_id < 'x'", { origin: '5' }, { origin: 'x' }],
  ])('%s', (query, member, stranger) => {
    expect([matchesHistory(query, member), matchesHistory(query, stranger)]).toEqual([true, false])
  })

  it.each<[string, string]>([
    ["products_purchased(tag: 'sale') = true", "products_purchased MATCHES (tag = 'sale')"],
    ["products_purchased(tag: 'sale') = false", "products_purchased NOT MATCHES (tag = 'sale')"],
    ["products_purchased(tag: 'sale') != true", "products_purchased NOT MATCHES (tag = 'sale')"],
    ["products_purchased(tag: 'sale') != FALSE", "products_purchased MATCHES (tag = 'sale')"],
    ['products_purchased(id: (1, 2)) = true', 'products_purchased MATCHES (id IN (1, 2))'],
    ["products_purchased(id: ('1')) = true", "products_purchased MATCHES (id = '1')"],
    [
      'products_purchased(id: 1, count_at_least: 5) = true',
      'products_purchased MATCHES (id = 1, count >= 5)',
    ],
    [
      'products_purchased(date: between -30d and today) = true',
      'products_purchased MATCHES (date BETWEEN -30d AND today)',
    ],
    ['orders_placed () = true', 'orders_placed MATCHES ()'],
    ['orders_placed NOT_MATCHES ()', 'orders_placed NOT MATCHES ()'],
    [
      'orders_placed not matches (date between -30d and today)',
      'orders_placed NOT MATCHES (date BETWEEN -30d AND today)',
    ],
    [
      'customer_within_distance(coordinates: (40.7, -74.0), distance_mi: 6.2) = true',
      'customer_within_distance MATCHES (coordinates = (40.7, -74.0), distance_mi = 6.2)',
    ],
  ])('%s is an old spelling of %s', (legacy, query) => {
    expect(parsed(legacy).root).toEqual(parsed(query).root)
  })

  it('a bare word in an old list stands for a text, which is noted', () => {
    const segment = parsed('products_purchased(tag: (product_tag)) = true')
    expect(segment.root).toEqual(parsed("products_purchased MATCHES (tag = 'product_tag')").root)
    expect(segment.assumptions).toEqual([
      {
        code: 'segment.assumed-value',
        path: [],
        params: { start: 25, end: 36, found: 'product_tag', read: "'product_tag'" },
      },
    ])
  })
})

describe('money in a history', () => {
  const yen = { minor: 1000, currency: 'JPY' }

  it.each<[string, History, string | undefined, boolean]>([
    // another currency than the shop's counts as missing
    ['orders_placed MATCHES (amount = 1000)', orders({ amount: yen }), 'JPY', true],
    ['orders_placed MATCHES (amount = 1000)', orders({ amount: yen }), 'EUR', false],
    ['orders_placed MATCHES (amount != 1000)', orders({ amount: yen }), 'EUR', true],
    ['orders_placed MATCHES (amount = 1000)', orders({ amount: yen }), undefined, true],
    ['orders_placed MATCHES (sum_amount = 10)', orders({}, { amount: yen }), 'EUR', true],
    ['orders_placed MATCHES (sum_amount = 1000)', orders({}, { amount: yen }), 'JPY', true],
    ['orders_placed MATCHES (count = 2)', orders({}, { amount: yen }), 'EUR', true],
    // without a currency of the shop there is no sum of several
    ['orders_placed MATCHES (sum_amount = 20)', orders({}, {}), undefined, true],
    ['orders_placed MATCHES (sum_amount = 2000)', orders({ amount: yen }, { amount: yen }), undefined, true],
    ['orders_placed MATCHES (sum_amount >= 0)', orders({}, { amount: yen }), undefined, false],
    ['orders_placed MATCHES (sum_amount != 0)', orders({}, { amount: yen }), undefined, true],
    ['orders_placed MATCHES (sum_amount = 0)', orders(), undefined, true],
    ['orders_placed MATCHES (sum_amount = 0)', orders({ amount: yen }), 'EUR', true],
    // a currency that is named takes the place of the shop's
    ["store_credit_accounts MATCHES (currency = 'JPY')", credits({ balance: yen }), 'EUR', true],
    ["store_credit_accounts MATCHES (currency = 'JPY')", credits({}), 'EUR', false],
    [
      "store_credit_accounts MATCHES (balance = 1000, currency = 'JPY')",
      credits({ balance: yen }),
      'EUR',
      true,
    ],
    [
      "store_credit_accounts MATCHES (balance != 5, currency = 'EUR')",
      credits({ balance: yen }),
      'EUR',
      false,
    ],
    ['store_credit_accounts MATCHES (balance = 1000)', credits({ balance: yen }), 'EUR', false],
    ["store_credit_accounts MATCHES (balance = 10, currency = 'EUR')", credits({}), undefined, true],
  ])('%s of %j in a shop of %s: %s', (query, history, currency, expected) => {
    expect(matchesHistory(query, history, currency === undefined ? {} : { currency })).toBe(expected)
  })
})

describe('a distance', () => {
  const within = (kilometres: string, location: { latitude: number; longitude: number }): boolean =>
    matchesHistory(
      `customer_within_distance MATCHES (coordinates = (0, 179.5), distance_km = ${kilometres})`,
      { location },
    )

  it.each<[string, { latitude: number; longitude: number }, boolean]>([
    // a degree of a great circle of the mean radius is 111.195 km
    ['111.2', { latitude: 0, longitude: -179.5 }, true],
    ['111.1', { latitude: 0, longitude: -179.5 }, false],
    ['111.2', { latitude: 1, longitude: 179.5 }, true],
    ['111.1', { latitude: 1, longitude: 179.5 }, false],
    ['0', { latitude: 0, longitude: 179.5 }, true],
    // half around the earth
    ['20016', { latitude: 0, longitude: -0.5 }, true],
    ['20015', { latitude: 0, longitude: -0.5 }, false],
  ])('of %s km reaches %j: %s', (kilometres, location, expected) => {
    expect(within(kilometres, location)).toBe(expected)
  })
})
