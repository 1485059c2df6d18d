import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EmailEvent, ProductEvent } from '../../src/segment/index.js'
import type { CustomerHistory } from '../../src/testing/index.js'
import type { RecordOverrides } from '../../src/testing/build-record.js'
import { mergeDeep } from '../../src/testing/deep-partial.js'
import { matches, relatedOf } from './matching.js'

/** What is known of a customer, by record and by history. */
type Known = RecordOverrides & { readonly history?: Partial<CustomerHistory> }

const noon = (day: string): string => `${day}T12:00:00.000Z`
const all = (...parts: Known[]): Known =>
  parts.reduce<Known>((whole, part) => mergeDeep(whole as never, part as never) as Known, {})

const bought = (statistics: NonNullable<RecordOverrides['statistics']>): Known => ({ statistics })
const last = (day: string): Known => bought({ lastOrderAt: noon(day) })
const count = (numberOfOrders: number): Known => bought({ numberOfOrders })
const spent = (minor: number): Known => bought({ amountSpent: { minor, currency: 'EUR' } })

const account = { type: 'account', state: 'ENABLED', blocked: false } as const
const subscribed: Known = { customer: { emailMarketingConsent: { state: 'SUBSCRIBED' } } }
const texted: Known = { customer: { smsMarketingConsent: { state: 'SUBSCRIBED' } } }
const added = (day: string): Known => ({ customer: { createdAt: noon(day) } })
const born = (day: string): Known => ({ customer: { metafields: { 'facts.birth_date': day } } })
const tagged = (tag: string): Known => ({ customer: { tags: [tag] } })
const lives = (
  countryCode: string,
  provinceCode: string | null = null,
  city: string | null = null,
): Known => ({
  customer: {
    addresses: [
      {
        id: 'a',
        firstName: null,
        lastName: null,
        company: null,
        address1: null,
        address2: null,
        city,
        provinceCode,
        countryCode,
        zip: null,
        phone: null,
      },
    ],
  },
})

const lines = (...parts: Partial<ProductEvent>[]): Known => ({
  history: {
    products: parts.map((part) => ({
      id: '1',
      tags: [],
      at: noon('2026-11-20'),
      quantity: 1,
      category: null,
      ...part,
    })),
  },
})
const products = (...ids: string[]): Known => lines(...ids.map((id) => ({ id })))
const quantities = (...amounts: number[]): Known => lines(...amounts.map((quantity) => ({ quantity })))
const productOn = (id: string, day: string): Known => lines({ id, at: noon(day) })
const taggedProduct = (tag: string, day = '2026-11-20'): Known => lines({ tags: [tag], at: noon(day) })
const mail = (kind: EmailEvent['kind'], activityId: string, day = '2026-11-20'): Known => ({
  history: { emails: [{ kind, activityId, at: noon(day) }] },
})
const at = (latitude: number, longitude: number): Known => ({
  history: { location: { latitude, longitude } },
})

/** Every right example query, with somebody who belongs and somebody who does not, on 22 November 2026. */
const rows: [string, Known, Known][] = [
  ['last_order_date > -7d', last('2026-11-16'), last('2026-11-15')],
  ['last_order_date >= -2w', last('2026-11-08'), last('2026-11-07')],
  ['last_order_date = -1m', last('2026-10-22'), last('2026-10-23')],
  ['last_order_date < -1y', last('2025-11-21'), last('2025-11-22')],
  ['last_order_date BETWEEN 2021-01-01 AND today', last('2026-11-22'), last('2020-12-31')],
  ['last_order_date BETWEEN 2020-01-01 AND -7d', last('2026-11-15'), last('2026-11-16')],
  ['last_order_date = today', last('2026-11-22'), last('2026-11-21')],
  ['last_order_date = yesterday', last('2026-11-21'), last('2026-11-22')],
  [
    'last_order_date > 2020-05-30T16:00:00',
    bought({ lastOrderAt: '2020-05-30T16:00:00.001Z' }),
    bought({ lastOrderAt: '2020-05-30T16:00:00.000Z' }),
  ],
  ["customer_account_status != 'DISABLED'", { customer: { account } }, {}],
  ['amount_spent = 10.99', spent(1099), spent(1100)],
  ['amount_spent < 10.99', spent(1098), spent(1099)],
  ['amount_spent <= 10.99', spent(1099), spent(1100)],
  ['amount_spent BETWEEN 100 AND 1000.99', spent(10_000), spent(100_100)],
  ['number_of_orders != 10', count(9), count(10)],
  ['number_of_orders BETWEEN 100 AND 1000', count(1000), count(99)],
  [
    "customer_cities CONTAINS 'US-CA-LosAngeles'",
    lives('US', 'CA', 'Los Angeles'),
    lives('US', 'NY', 'Los Angeles'),
  ],
  ["customer_email_domain = 'example.com'", {}, { customer: { email: 'a@example.org' } }],
  ['products_purchased MATCHES (id = 1234, count > 1)', products('1234', '1234'), products('1234', '1')],
  ["anniversary ('metafields.facts.birth_date') = today", born('1980-11-22'), born('1980-11-23')],
  ['products_purchased NOT MATCHES ()', {}, products('1')],
  [
    'products_purchased MATCHES (id IN (2012162031638, 1012132033639))',
    products('1012132033639'),
    products('1'),
  ],
  [
    'products_purchased MATCHES (id = 1012132033639, date = 2022-01-01)',
    productOn('1012132033639', '2022-01-01'),
    productOn('1012132033639', '2022-01-02'),
  ],
  ['products_purchased NOT MATCHES (date > -3m)', productOn('1', '2026-08-22'), productOn('1', '2026-08-23')],
  [
    'shopify_email.opened MATCHES (activity_id IN (5240029206, 1932881090, 3250045832))',
    mail('opened', '1932881090'),
    mail('opened', '1'),
  ],
  [
    'shopify_email.delivered MATCHES (activity_id = 5240029206, date = 2022-01-01)',
    mail('delivered', '5240029206', '2022-01-01'),
    mail('opened', '5240029206', '2022-01-01'),
  ],
  [
    'shopify_email.marked_as_spam MATCHES (activity_id = 5240029206, date > -3m)',
    mail('marked_as_spam', '5240029206', '2026-08-23'),
    mail('marked_as_spam', '5240029206', '2026-08-22'),
  ],
  [
    'shopify_email.bounced NOT MATCHES (activity_id = 5240029206, date BETWEEN -12m AND today)',
    mail('bounced', '5240029206', '2025-11-21'),
    mail('bounced', '5240029206', '2025-11-22'),
  ],
  [
    "email_subscription_status = 'SUBSCRIBED' AND customer_countries CONTAINS 'CA'",
    all(subscribed, lives('CA')),
    lives('CA'),
  ],
  [
    "email_subscription_status = 'SUBSCRIBED' AND customer_countries CONTAINS 'CA' OR amount_spent > 999.99",
    spent(100_000),
    subscribed,
  ],
  [
    "email_subscription_status = 'SUBSCRIBED' AND (customer_countries CONTAINS 'CA' OR amount_spent > 999.99)",
    all(subscribed, spent(100_000)),
    spent(100_000),
  ],
  [
    'abandoned_checkout_date > -8m',
    bought({ abandonedCheckoutAt: noon('2026-03-23') }),
    bought({ abandonedCheckoutAt: noon('2026-03-22') }),
  ],
  [
    "anniversary(date: 'metafields.facts.birth_date') BETWEEN today AND +30d",
    born('1980-12-22'),
    born('1980-12-23'),
  ],
  ['amount_spent BETWEEN 1 AND 999.99', spent(99_999), spent(99)],
  [
    "customer_cities CONTAINS 'US-NY-NewYorkCity'",
    lives('US', 'NY', 'New York City'),
    lives('US', 'NY', 'New York'),
  ],
  ['shopify_email.opened MATCHES (activity_id = 123)', mail('opened', '123'), mail('clicked', '123')],
  ['shopify_email.opened(activity_id: 123) = true', mail('opened', '123'), mail('opened', '12')],
  ['shopify_email.opened() = true', mail('opened', '12'), mail('clicked', '12')],
  ['products_purchased(quantity: 5) = true', quantities(1, 5), quantities(4, 6)],
  ['products_purchased MATCHES (quantity > 5)', quantities(6), quantities(3, 3)],
  ['number_of_orders = 0', {}, count(1)],
  [
    'abandoned_checkout_date >= -30d',
    bought({ abandonedCheckoutAt: noon('2026-10-23') }),
    bought({ abandonedCheckoutAt: noon('2026-10-22') }),
  ],
  ["customer_countries CONTAINS 'CA'", lives('CA'), lives('US', 'CA')],
  ['last_order_date >= -30d', last('2026-10-23'), last('2026-10-22')],
  [
    "customer_tags NOT CONTAINS 'segment-query-grammar-1783213891271'",
    {},
    tagged('Segment-query-grammar-1783213891271'),
  ],
  ['number_of_orders = 999999', count(999_999), count(1)],
  ['products_purchased(tag: (product_tag)) = true', taggedProduct('PRODUCT_TAG'), taggedProduct('product')],
  [
    'customer_within_distance(coordinates: (40.7, -74.0), distance_mi: 6.2) = true',
    at(40.75, -73.95),
    at(40.8, -74),
  ],
  [
    "email_subscription_status = 'SUBSCRIBED' AND (number_of_orders = 0 OR last_order_date < -14d) AND products_purchased MATCHES (id = 9566713905447) AND NOT products_purchased MATCHES (id = 9608345944359)",
    all(subscribed, products('9566713905447')),
    all(subscribed, products('9566713905447', '9608345944359')),
  ],
  [
    "email_subscription_status = 'SUBSCRIBED' AND (number_of_orders = 0 OR last_order_date < -14d) AND last_order_date < -365d AND last_order_date >= -540d AND amount_spent <= 180",
    all(subscribed, last('2025-11-21'), spent(18_000)),
    all(subscribed, last('2025-05-30'), spent(18_000)),
  ],
  [
    "email_subscription_status = 'SUBSCRIBED' AND (number_of_orders = 0 OR last_order_date < -14d) AND number_of_orders = 0",
    subscribed,
    all(subscribed, count(1)),
  ],
  [
    "email_subscription_status = 'SUBSCRIBED' AND (number_of_orders = 0 OR last_order_date < -14d) AND last_order_date < -365d AND amount_spent > 260",
    all(subscribed, last('2025-11-21'), spent(26_001)),
    all(subscribed, last('2025-11-21'), spent(26_000)),
  ],
  [
    "email_subscription_status = 'SUBSCRIBED' AND number_of_orders = 0 AND customer_added_date > -12m",
    all(subscribed, added('2025-11-23')),
    all(subscribed, added('2025-11-22')),
  ],
  [
    "email_subscription_status = 'SUBSCRIBED' AND number_of_orders >= 1 AND last_order_date >= 2021-01-01 AND last_order_date < 2024-01-01",
    all(subscribed, count(1), last('2023-12-31')),
    all(subscribed, count(1), last('2024-01-01')),
  ],
  [
    "email_subscription_status = 'SUBSCRIBED' AND number_of_orders >= 1 AND customer_countries CONTAINS 'US'",
    all(subscribed, count(1), lives('US')),
    all(subscribed, lives('US')),
  ],
  [
    'amount_spent > 1000 AND number_of_orders >= 5',
    all(spent(100_001), count(5)),
    all(spent(100_000), count(5)),
  ],
  [
    "amount_spent > 500 AND customer_countries CONTAINS 'US'",
    all(spent(50_001), lives('US')),
    all(spent(50_001), lives('CA')),
  ],
  [
    'last_order_date BETWEEN -365d AND -90d AND amount_spent > 300',
    all(last('2026-08-24'), spent(30_001)),
    all(last('2026-08-25'), spent(30_001)),
  ],
  [
    "last_order_date BETWEEN -365d AND -90d AND email_subscription_status = 'SUBSCRIBED'",
    all(last('2025-11-22'), subscribed),
    all(last('2025-11-21'), subscribed),
  ],
  [
    'amount_spent > 500 AND number_of_orders >= 3 AND last_order_date > -90d',
    all(spent(50_001), count(3), last('2026-08-25')),
    all(spent(50_001), count(2), last('2026-08-25')),
  ],
  [
    "products_purchased MATCHES (tag = 'sale', date > -90d)",
    taggedProduct('Sale', '2026-08-25'),
    taggedProduct('sale', '2026-08-24'),
  ],
  ["customer_language = 'en'", { customer: { locale: 'en-GB' } }, { customer: { locale: 'pl' } }],
  [
    'products_purchased MATCHES ( id = 7698145706200, date >= -30d )',
    productOn('7698145706200', '2026-10-23'),
    productOn('7698145706200', '2026-10-22'),
  ],
  [
    'products_purchased MATCHES (id IN (7968704037080, 9180697002200, 9180692185304, 9092271603928), date >= -30d)',
    productOn('9092271603928', '2026-10-23'),
    productOn('1', '2026-10-23'),
  ],
  ['last_order_date > -30d', last('2026-10-24'), last('2026-10-23')],
  [
    'products_purchased MATCHES (id = 1) AND products_purchased NOT MATCHES (id = 2)',
    products('1', '3'),
    products('1', '2'),
  ],
  [
    "products_purchased MATCHES (tag = 'health_audiobook') AND amount_spent >= 250 AND email_subscription_status = 'SUBSCRIBED'",
    all(taggedProduct('health_audiobook'), spent(25_000), subscribed),
    all(taggedProduct('audiobook'), spent(25_000), subscribed),
  ],
  [
    "last_order_date < -180d AND customer_tags NOT CONTAINS 'msg-cooldown'",
    last('2026-05-25'),
    all(last('2026-05-25'), tagged('msg-cooldown')),
  ],
  ["email_subscription_status = 'NOT_SUBSCRIBED'", {}, subscribed],
  ["customer_tags NOT CONTAINS 'everflow_linked'", {}, tagged('everflow_linked')],
  [
    "product_subscription_status = 'SUBSCRIBED'",
    bought({ productSubscriberStatus: 'ACTIVE' }),
    bought({ productSubscriberStatus: 'PAUSED' }),
  ],
  [
    "sms_subscription_status = 'SUBSCRIBED' AND customer_tags NOT CONTAINS 'market5_redeemed'",
    texted,
    subscribed,
  ],
  [
    "customer_within_distance MATCHES (coordinates = '49.2827,-123.1207', distance_km = 25)",
    at(49.2, -122.9),
    at(49.2, -122.7),
  ],
]

const isMember = (query: string, { history, ...record }: Known): boolean =>
  matches(query, record, { currency: 'EUR', related: relatedOf(history) })

describe('who belongs to an example query, and who does not', () => {
  it.each(rows)('%s', (query, member, stranger) => {
    expect([isMember(query, member), isMember(query, stranger)]).toEqual([true, false])
  })

  it('is said of each of them', () => {
    const file = new URL('../fixtures/segment-queries.json', import.meta.url)
    const examples = JSON.parse(readFileSync(file, 'utf8')) as { query: string; invalid?: boolean }[]
    const right = examples.filter(({ invalid }) => invalid !== true)
    expect(rows.map(([query]) => query)).toEqual(right.map(({ query }) => query))
  })
})
