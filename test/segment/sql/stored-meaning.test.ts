import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CustomerRecord } from '../../../src/customer/record.js'
import { guestAccount } from '../../../src/customer/account.js'
import { compileSegment } from '../../../src/segment/index.js'
import { segmentToSql, type SqlValue } from '../../../src/segment/sql/index.js'
import { buildRecord, type RecordOverrides } from '../../../src/testing/build-record.js'
import type { CustomerHistory } from '../../../src/testing/index.js'
import { noHistory, parsed } from '../matching.js'
import type { Shop } from './agreement.js'
import { columnCases, columnMapping, columnTable, paymentTable } from './column-cases.js'
import { keepPostgres, openSqlite, type Database, type DatabaseName } from './database.js'
import { layoutOf, styles } from './layout.js'
import { relatedOf, type Person } from './people.js'
import type { Style } from './stored.js'

let databases: Record<DatabaseName, Database>

beforeAll(async () => {
  databases = { postgres: await keepPostgres(), sqlite: await openSqlite() }
}, 120_000)

afterAll(async () => {
  for (const database of Object.values(databases)) await database.close()
})

describe('columns of other kinds', () => {
  it.each(['postgres', 'sqlite'] as const)('%s', async (dialect) => {
    const database = databases[dialect]
    await database.load([columnTable(dialect), paymentTable])
    const answers: [string, readonly string[]][] = []
    for (const [query, , options = {}] of columnCases[dialect]) {
      const outcome = segmentToSql(parsed(query), {
        now: '2026-11-22T12:00:00.000Z',
        timeZone: 'UTC',
        dialect,
        mapping: columnMapping(dialect),
        ...options,
      })
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
      answers.push([query, await database.members(outcome.value)])
    }
    expect(answers).toEqual(columnCases[dialect].map(([query, members]) => [query, [...members]]))
  })
})

const address = {
  firstName: null,
  lastName: null,
  company: null,
  address1: null,
  address2: null,
  zip: null,
  phone: null,
}
const euros = (minor: number): { minor: number; currency: string } => ({ minor, currency: 'EUR' })
const yen = (minor: number): { minor: number; currency: string } => ({ minor, currency: 'JPY' })
const order = { at: '2026-05-10T12:00:00.000Z', amount: euros(1000), appId: '7', locationId: null }
const product = { id: '1', tags: ['Sale'], at: order.at, quantity: 2, category: 'shoes' }

/** Nobody knows anything of the last one; the others differ in all that is asked. */
const people: readonly Person[] = (
  [
    [
      {
        customer: {
          createdAt: '2026-05-09T22:00:00.000Z',
          tags: ['VIP', 'ÉTÉ'],
          source: 'web',
          email: 'a@example.com',
          locale: 'pl-PL',
          account: { type: 'account', state: 'ENABLED', blocked: false },
          addresses: [{ ...address, id: '1', countryCode: 'US', provinceCode: 'NY', city: 'New York City' }],
          metafields: {
            'a.t': 'x',
            'a.n': 2.5,
            'a.b': true,
            'a.d': '2026-05-10',
            'a.m': '2026-05-10T12:00Z',
          },
        },
        statistics: {
          numberOfOrders: 2,
          amountSpent: euros(1099),
          lastOrderAt: '2026-05-10T00:00:00.000Z',
          firstOrderAt: '2026-05-09T21:59:59.999Z',
          abandonedCheckoutAt: '2026-05-10T23:59:59.999Z',
          rfmGroup: 'LOYAL',
        },
      },
      {
        orders: [order, { ...order, at: '2026-05-11T00:00:00.000Z', amount: euros(1) }],
        products: [product, { ...product, id: '2', tags: [] }],
        emails: [{ kind: 'opened', activityId: '1', at: order.at }],
        views: [{ kind: 'product', id: '1', tags: ['new'], at: order.at }],
        credit: [{ balance: euros(500), nextExpiryAt: order.at, lastCreditAt: null }],
        companies: ['4', '5'],
        origin: '5',
        location: { latitude: 40.71, longitude: -74.01 },
      },
    ],
    [
      {
        customer: {
          createdAt: '2026-05-10T22:00:00.000Z',
          tags: ['vip', 'new'],
          source: 'WEB',
          account: { type: 'account', state: 'DISABLED', blocked: true },
          addresses: [
            { ...address, id: '1', countryCode: 'DE', provinceCode: null, city: 'Berlin' },
            { ...address, id: '2', countryCode: 'US', provinceCode: 'CA', city: null },
          ],
          metafields: {
            'a.t': 'X',
            'a.n': 3,
            'a.b': false,
            'a.d': '2026-05-11',
            'a.m': '2026-05-11T00:30+02:00',
          },
        },
        statistics: {
          numberOfOrders: 3,
          amountSpent: yen(11),
          lastOrderAt: '2026-05-11T00:00:00.000Z',
          firstOrderAt: '2026-05-10T00:00:00.000Z',
          abandonedCheckoutAt: '2026-05-11T00:00:00.000Z',
          rfmGroup: 'NEW',
        },
      },
      {
        orders: [{ ...order, amount: yen(11), appId: null, locationId: '7' }, order],
        products: [{ ...product, quantity: 6, category: null }],
        checkouts: [{ at: order.at, amount: null }],
        emails: [
          { kind: 'clicked', activityId: '1', at: order.at },
          { kind: 'opened', activityId: '2', at: '2026-04-01T00:00:00.000Z' },
        ],
        views: [{ kind: 'collection', id: '1', tags: ['NEW', 'vip'], at: order.at }],
        credit: [{ balance: yen(500), nextExpiryAt: null, lastCreditAt: order.at }],
        companies: ['6'],
        origin: '40',
        location: { latitude: 52.23, longitude: 21.01 },
      },
    ],
    [
      {
        customer: {
          createdAt: '2026-02-28T12:00:00.000Z',
          tags: ['new'],
          source: 'shop',
          account: { type: 'account', state: 'INVITED', blocked: false },
          metafields: {
            'a.t': 5,
            'a.n': '2.5',
            'a.b': 'true',
            'a.d': '2024-02-29',
            'a.m': 'soon',
            'a.l': ['x'],
          },
        },
        statistics: {
          numberOfOrders: 0,
          amountSpent: euros(1100),
          lastOrderAt: '2026-05-09T23:59:59.999Z',
          firstOrderAt: '2024-02-29T12:00:00.000Z',
          abandonedCheckoutAt: '2025-12-31T12:00:00.000Z',
        },
      },
      {
        orders: [{ ...order, amount: euros(2000) }],
        checkouts: [{ at: '2026-05-09T12:00:00.000Z', amount: euros(501) }],
        credit: [{ balance: euros(1000), nextExpiryAt: '2026-06-01T00:00:00.000Z', lastCreditAt: order.at }],
        origin: 'gid://app/5',
        location: { latitude: 0, longitude: 179.5 },
      },
    ],
    [
      { customer: { tags: ['x'] }, statistics: { amountSpent: { minor: 11_000, currency: 'KWD' } } },
      { origin: '0' },
    ],
    [{}, { origin: '1234567890123456' }],
    [{ customer: { email: null, phone: '+48123456789', account: guestAccount } }, {}],
  ] as readonly (readonly [RecordOverrides, Partial<CustomerHistory>])[]
).map(([overrides, history], i) => {
  const id = `customer-${i}`
  const record: CustomerRecord = buildRecord({ ...overrides, customer: { ...overrides.customer, id } })
  return { id, record, history: { ...noHistory, ...history } }
})

const dated = (name: string): string[] => [
  ...['=', '!=', '>', '>=', '<', '<='].map((operator) => `${name} ${operator} 2026-05-10`),
  `${name} = 2026-05-10T00:00:00`,
  `${name} > 2026-05-10T00:00:00`,
  `${name} BETWEEN 2026-05-10 AND 2026-05-11`,
  `${name} IN (2026-05-11, 2024-02-29)`,
  `${name} NOT IN (2026-05-10)`,
  `${name} IS NULL`,
  `${name} IS NOT NULL`,
  `${name} >= 0000-01-01`,
  `${name} > 0000-06-01T10:00:00`,
  `anniversary ('${name}') = 2020-02-28`,
  `anniversary ('${name}') BETWEEN 2020-12-30 AND 2020-05-10`,
]

const queries: readonly string[] = [
  ...dated('last_order_date'),
  ...dated('first_order_date'),
  ...dated('abandoned_checkout_date'),
  ...dated('metafields.a.d'),
  ...dated('metafields.a.m'),
  'customer_added_date = 2026-05-10',
  ...[
    '= 2',
    '!= 2',
    '> 2',
    '>= 2',
    '< 2',
    '<= 2',
    'BETWEEN 1 AND 2',
    'IN (0, 3)',
    'NOT IN (2)',
    'IS NULL',
  ].map((asked) => `number_of_orders ${asked}`),
  ...[
    '= 2.5',
    '!= 2.5',
    '> 2.5',
    '>= 2.5',
    '< 3',
    '<= 2.5',
    'BETWEEN 1 AND 2.5',
    'IN (0, 3)',
    'NOT IN (2.5)',
    'IS NULL',
  ].map((asked) => `metafields.a.n ${asked}`),
  ...[
    '= 10.99',
    '!= 10.99',
    '> 10.99',
    '>= 10.995',
    '< 11',
    '<= 10.99',
    'IN (11, 10.99)',
    'IS NULL',
    'IS NOT NULL',
  ].map((asked) => `amount_spent ${asked}`),
  ...["= 'x'", "!= 'x'", "IN ('x', 'y')", "NOT IN ('x')", 'IS NULL'].map(
    (asked) => `metafields.a.t ${asked}`,
  ),
  ...['= true', '!= true', 'IN (false)', 'IS NOT NULL'].flatMap((asked) => [
    `metafields.a.b ${asked}`,
    `blocked ${asked}`,
  ]),
  "metafields.a.t = 'X' OR metafields.a.t = 5",
  'metafields.a.l IS NULL',
  'metafields.a.l IS NOT NULL',
  ...["= 'web'", "!= 'web'", "IN ('web', 'shop')", "NOT IN ('web')", 'IS NULL', 'IS NOT NULL'].map(
    (asked) => `source ${asked}`,
  ),
  "rfm_group IN ('LOYAL', 'AT_RISK')",
  'rfm_group IS NULL',
  ...["= 'ENABLED'", "!= 'ENABLED'", "IN ('DISABLED', 'DECLINED')", "= 'INVITED'"].map(
    (asked) => `customer_account_status ${asked}`,
  ),
  ...[
    "CONTAINS 'VIP'",
    "NOT CONTAINS 'vip'",
    "CONTAINS ANY ('été', 'x')",
    "CONTAINS ALL ('vip', 'new', 'VIP')",
    'IS NULL',
    'IS NOT NULL',
  ].map((asked) => `customer_tags ${asked}`),
  ...[
    "CONTAINS 'US'",
    "NOT CONTAINS 'US'",
    "CONTAINS ANY ('DE', 'PL')",
    "CONTAINS ALL ('DE', 'US')",
    'IS NULL',
  ].map((asked) => `customer_countries ${asked}`),
  "customer_regions CONTAINS 'US-NY'",
  "customer_cities CONTAINS 'DE-Berlin'",
  ...['= 5', "!= '5'", 'IN (5, 6)', 'NOT IN (5, 6)', 'IS NULL', 'IS NOT NULL'].map(
    (asked) => `companies ${asked}`,
  ),
  ...[
    '= 5',
    "= 'gid://app/5'",
    'IN (5, 40)',
    '> 5',
    '>= 5',
    '< 40',
    '<= 5',
    'BETWEEN 6 AND 40',
    '>= 0',
    "< 'x'",
    "<= 'x'",
    "> 'x'",
    ">= 'x'",
    "< 'x5'",
    "> '5x'",
    'IS NULL',
  ].map((asked) => `created_by_app_id ${asked}`),
  ...[
    '',
    'date = 2026-05-10',
    'date > 2026-05-10, amount < 1',
    'amount = 10',
    'amount > 10',
    'amount != 11',
    'amount IN (10, 11)',
    'count = 0',
    'count > 1',
    'count IN (1, 2)',
    'count != 1',
    'sum_amount = 10.01',
    'sum_amount > 10, count = 1',
    'sum_amount = 0',
    'sum_amount IN (10, 20)',
    'app_id = 7, amount = 10',
    'app_id != 7',
    'location_id IN (7)',
  ].flatMap((params) => [`orders_placed MATCHES (${params})`, `orders_placed NOT MATCHES (${params})`]),
  ...[
    'id = 1',
    'id != 1',
    "tag = 'sale'",
    "tag != 'sale'",
    "tag IN ('sale', 'x')",
    "tag NOT IN ('sale')",
    'quantity > 2',
    'sum_quantity >= 5',
    'sum_quantity = 4',
    "category = 'shoes'",
    "category != 'shoes'",
  ].map((params) => `products_purchased MATCHES (${params})`),
  'checkouts_abandoned MATCHES (amount > 5)',
  'checkouts_abandoned MATCHES (sum_amount = 0, count = 1)',
  'shopify_email.opened MATCHES (activity_id = 1)',
  'shopify_email.opened NOT MATCHES (date > 2026-05-01)',
  'shopify_email.clicked MATCHES (activity_id IN (1, 3))',
  "storefront.product_viewed MATCHES (tag = 'NEW')",
  "storefront.collection_viewed MATCHES (id = 1, tag = 'vip')",
  'store_credit_accounts MATCHES (balance >= 5)',
  "store_credit_accounts MATCHES (currency = 'EUR')",
  "store_credit_accounts MATCHES (balance = 500, currency = 'JPY')",
  'store_credit_accounts MATCHES (next_expiry_date <= 2026-05-10)',
  'store_credit_accounts MATCHES (last_credit_date = 2026-05-10)',
  'customer_within_distance MATCHES (coordinates = (40.7, -74.0), distance_km = 2)',
  // a degree of a great circle of the mean radius is 111.195 km, around the earth as along it
  'customer_within_distance MATCHES (coordinates = (0, -179.5), distance_km = 111.2)',
  'customer_within_distance MATCHES (coordinates = (0, -179.5), distance_km = 111.1)',
  'customer_within_distance NOT MATCHES (coordinates = (52, 21), distance_mi = 20)',
  "random_bucket(50, 'x')",
  "random_bucket(25.5, 'spring')",
  "NOT (source = 'web' OR number_of_orders > 2)",
  "source = 'web' AND number_of_orders = 2 AND blocked != true",
]

const shops: readonly Shop[] = [
  { now: '2026-05-10T12:00:00.000Z', timeZone: 'UTC', currency: 'EUR' },
  { now: '2026-05-10T12:00:00.000Z', timeZone: 'Europe/Warsaw' },
]

/** SQLite knows no zones, no sines and no MD5, and cannot tell a date in JSON from any other text. */
const beyondSqlite = /^(?:customer_within_distance|random_bucket)/
const inZone = /^anniversary/
const datesInJson = /^metafields\.a\.[dm] (?!IS)|^anniversary \('metafields/

function isRefused(query: string, database: DatabaseName, { timeZone }: Shop, { fields }: Style): boolean {
  if (database === 'postgres') return false
  return (
    beyondSqlite.test(query) ||
    (timeZone !== 'UTC' && inZone.test(query)) ||
    (fields === 'json' && datesInJson.test(query))
  )
}

describe('S-2 what a statement means is what the segment means in memory', () => {
  const cases = (['postgres', 'sqlite'] as const).flatMap((name) =>
    styles[name].flatMap((style, number) => shops.map((shop) => ({ name, number, style, shop }))),
  )

  it.each(cases)('$name, stored in way $number, in $shop.timeZone', async ({ name, style, shop }) => {
    const database = databases[name]
    const { tables, mapping } = layoutOf(people, style)
    await database.load(tables)
    const asked: string[] = []
    const conditions: string[] = []
    const values: SqlValue[] = []
    for (const query of queries) {
      const options = { ...shop, dialect: name, mapping, placeholder: values.length + 1 }
      const outcome = segmentToSql(parsed(query), options)
      expect([query, outcome.ok]).toEqual([query, !isRefused(query, name, shop, style)])
      if (!outcome.ok) continue
      asked.push(query)
      conditions.push(outcome.value.text)
      values.push(...outcome.value.values)
    }
    const columns = conditions.map((condition, i) => `${condition} as q${i}`).join(', ')
    const rows = await database.query(`select ${columns} from "customers" as c order by c."id"`, values)
    expect(asked.map((query, i) => [query, rows.map((row) => answers.get(row[`q${i}`]))])).toEqual(
      asked.map((query) => [query, people.map(({ record }) => isMember(query, shop)(record))]),
    )
  })
})

describe('ids that are stored as bigint', () => {
  const ids = ['9223372036854775807', '-9223372036854775808', '1234567890123456789', '0']
  const beyond = ['9223372036854775808', '-9223372036854775809', '12345678901234567890', '-0', '00']

  it.each(['postgres', 'sqlite'] as const)(
    'are found over all of 64 bits in %s, and no others',
    async (name) => {
      const database = databases[name]
      const rows = ids.map((app) => ({ id: app, app }))
      await database.load([{ name: 'customers', columns: { id: 'text', app: 'whole' }, rows }])
      const mapping = {
        id: 'id',
        attributes: { created_by_app_id: { column: 'app', as: 'bigint' } },
      } as const
      const found = async (asked: string): Promise<readonly string[]> => {
        const segment = parsed(`created_by_app_id ${asked}`)
        const outcome = segmentToSql(segment, { ...(shops[0] as Shop), dialect: name, mapping })
        return outcome.ok ? database.members(outcome.value) : ['refused']
      }
      for (const id of ids) expect(await found(`= '${id}'`)).toEqual([id])
      const list = [...ids, ...beyond].map((id) => `'${id}'`).join()
      expect(await found(`IN (${list})`)).toEqual(ids.toSorted())
      for (const id of beyond) expect(await found(`= '${id}'`)).toEqual([])
      expect(await found(`NOT IN (${list})`)).toEqual([])
    },
  )
})

describe('a share of customers', () => {
  it('ends before the place at its end', async () => {
    // the first digits of the MD5 of `x:customer-50549089` are 78000000: 120 of 256 parts, or 46.875 of a hundred
    const id = 'customer-50549089'
    await databases.postgres.load([{ name: 'customers', columns: { id: 'text' }, rows: [{ id }] }])
    const drawn = async (share: string): Promise<readonly string[]> => {
      const mapping = { id: 'id', attributes: {} }
      const segment = parsed(`random_bucket(${share}, 'x')`)
      const outcome = segmentToSql(segment, { ...(shops[0] as Shop), dialect: 'postgres', mapping })
      return outcome.ok ? databases.postgres.members(outcome.value) : ['refused']
    }
    expect([await drawn('46.875'), await drawn('46.875001')]).toEqual([[], [id]])
  })
})

/** Both databases have words of their own for yes and no, and a third for what no condition may be. */
const answers: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [1, true],
  [false, false],
  [0, false],
])

const related = relatedOf(people)

function isMember(query: string, shop: Shop): (record: CustomerRecord) => boolean {
  return compileSegment(parsed(query), { ...shop, related })
}
