import type { SegmentMapping, SegmentToSqlOptions } from '../../../src/segment/sql/index.js'
import type { DatabaseName, Table } from './database.js'

/** Four customers, the last of whom nothing is known. */
export function columnTable(dialect: DatabaseName): Table {
  const rows = [
    {
      id: 'a',
      spent: 1099,
      app: 5,
      born: '2000-02-29',
      nick: '100%',
      orders: 2,
      ref: uuid('1'),
      source: 'x',
    },
    { id: 'b', spent: 1100, app: 40, born: '1999-12-31', nick: 'a_b\\', orders: 0, ref: uuid('2') },
    { id: 'c', spent: 1101, app: 900_000_000_000_001, born: '2001-01-01', nick: 'É', orders: 9 },
    { id: 'd' },
  ]
  return {
    name: 'customers',
    columns: {
      id: 'text',
      spent: 'whole',
      app: 'whole',
      born: 'date',
      nick: 'text',
      orders: 'whole',
      ref: dialect === 'postgres' ? 'uuid' : 'text',
      source: 'text',
    },
    rows,
  }
}

/** What they paid, in one currency or several. */
export const paymentTable: Table = {
  name: 'payments',
  columns: { payer: 'text', amount: 'whole', currency: 'text' },
  rows: [
    { payer: 'a', amount: 500, currency: 'EUR' },
    { payer: 'a', amount: 700, currency: 'PLN' },
    { payer: 'b', amount: 500, currency: 'EUR' },
    { payer: 'b', amount: 600, currency: 'EUR' },
    { payer: 'c', amount: 1200, currency: 'JPY' },
    { payer: 'c', amount: null, currency: null },
  ],
}

function uuid(digit: string): string {
  return `${digit.repeat(8)}-0000-4000-8000-00000000000a`
}

export function columnMapping(dialect: DatabaseName): SegmentMapping {
  return {
    id: 'id',
    attributes: {
      amount_spent: { column: 'spent', currency: 'EUR' },
      created_by_app_id: { column: 'app', as: 'bigint' },
      customer_language: { column: 'nick' },
      customer_email_domain: dialect === 'postgres' ? { column: 'ref', as: 'uuid' } : 'ref',
      'metafields.facts.birth_date': { column: 'born', as: 'date', type: 'date' },
      number_of_orders: 'orders',
      source: 'source',
    },
    histories: {
      orders: {
        table: 'payments',
        key: 'payer',
        fields: { amount: { column: 'amount', currencyColumn: 'currency' } },
      },
    },
  }
}

type Case = readonly [query: string, members: string, options?: Partial<SegmentToSqlOptions>]

const cases: readonly Case[] = [
  // Money of one currency; typed finer than a cent, in the shop's currency, in another, and by its own
  ['amount_spent > 10.995', 'bc', { currency: 'EUR' }],
  ['amount_spent >= 10.995', 'bc'],
  ['amount_spent < 10.995', 'a'],
  ['amount_spent = 10.995', ''],
  ['amount_spent != 10.995', 'abcd'],
  ['amount_spent IN (10.99, 11.005, 11.01)', 'ac'],
  ['amount_spent > 0', '', { currency: 'PLN' }],
  ['amount_spent IS NULL', 'abcd', { currency: 'PLN' }],
  ['amount_spent != 10.99', 'abcd', { currency: 'PLN' }],
  ['amount_spent IS NULL', 'd', { currency: 'EUR' }],
  // Further than anything counts
  ['number_of_orders < 99999999999999999999', 'abc'],
  ['number_of_orders > 99999999999999999999', ''],
  ['number_of_orders = 99999999999999999999', ''],
  ['number_of_orders > -99999999999999999999', 'abc'],
  ['number_of_orders IN (2, 99999999999999999999)', 'a'],
  // Ids that are stored as numbers; they have an order up to fifteen digits
  ['created_by_app_id = 5', 'a'],
  ["created_by_app_id = '05'", ''],
  ["created_by_app_id != 'gid://shop/1'", 'abcd'],
  ["created_by_app_id IN ('5', 'x', '40')", 'ab'],
  ["created_by_app_id NOT IN ('5', 'x', '40')", 'cd'],
  ['created_by_app_id IS NULL', 'd'],
  ['created_by_app_id > 5', 'bc'],
  ['created_by_app_id BETWEEN 5 AND 40', 'ab'],
  ["created_by_app_id < '900000000000001'", 'ab'],
  ["created_by_app_id < 'x'", ''],
  ["created_by_app_id >= 'x'", ''],
  ["created_by_app_id > 'x'", ''],
  ["created_by_app_id <= 'x'", ''],
  ["created_by_app_id > '5x' OR created_by_app_id < 'x5'", ''],
  ['created_by_app_id = 900000000000001', 'c'],
  ["created_by_app_id IN ('5x', 'x5', '-5', '-0', '1234567890123456789', '12345678901234567890')", ''],
  // Days without a zone
  ['metafields.facts.birth_date = 2000-02-29', 'a'],
  ['metafields.facts.birth_date = 2000-02-29T00:00:00', 'a'],
  ['metafields.facts.birth_date = 2000-02-29T10:00:00', ''],
  ['metafields.facts.birth_date > 1999-12-31T10:00:00', 'ac'],
  ['metafields.facts.birth_date <= 1999-12-31', 'b'],
  ['metafields.facts.birth_date >= 0000-01-01', 'abc'],
  ['metafields.facts.birth_date <= 9999-12-31', 'abc'],
  ['metafields.facts.birth_date > 9999-12-31', ''],
  ['metafields.facts.birth_date > 9999-12-31T10:00:00', ''],
  ['metafields.facts.birth_date < 0000-06-01T10:00:00', ''],
  ['metafields.facts.birth_date IN (2000-02-29, 2001-01-01, 9999-12-31)', 'ac'],
  ['metafields.facts.birth_date IS NOT NULL', 'abc'],
  ["anniversary ('metafields.facts.birth_date') = 2026-02-28", 'a'],
  ["anniversary ('customer.metafields.facts.birth_date') BETWEEN 2026-12-30 AND 2027-01-02", 'bc'],
  // Of another type than the column, it is missing
  ['metafields.facts.birth_date = 5', ''],
  ['metafields.facts.birth_date != 5', 'abcd'],
  // Sums of one currency; of several, they are missing
  ['orders_placed MATCHES (sum_amount = 5)', 'a', { currency: 'EUR' }],
  ['orders_placed MATCHES (sum_amount >= 11)', 'b', { currency: 'EUR' }],
  ['orders_placed MATCHES (sum_amount = 0)', 'cd', { currency: 'EUR' }],
  ['orders_placed MATCHES (sum_amount >= 0)', 'bcd'],
  ['orders_placed MATCHES (sum_amount > 1000)', 'c'],
  ['orders_placed NOT MATCHES (sum_amount >= 0)', 'a'],
  ['orders_placed MATCHES (sum_amount IN (11, 1200))', 'bc'],
  ['orders_placed MATCHES (amount = 5, count = 1)', 'ab'],
  // No letter means another
  ["source = 'x'", 'a'],
  ["source = 'X'", ''],
  ["source != 'X'", 'abcd'],
  ["source IN ('X', 'y')", ''],
  ["customer_language = '100%'", 'a'],
  ["customer_language = '100'", ''],
  ["customer_language = 'a_b\\\\'", 'b'],
  ["customer_language = 'é'", ''],
  ["customer_language IN ('É', 'é')", 'c'],
  [`customer_email_domain = '${uuid('1')}'`, 'a'],
  [`customer_email_domain IN ('${uuid('1')}', 'x', '${uuid('2')}')`, 'ab'],
  [`customer_email_domain != '${uuid('1')}'`, 'bcd'],
  [`customer_email_domain IN ('${uuid('1')}0', '0${uuid('2')}')`, ''],
  ['customer_email_domain IS NULL', 'cd'],
]

export const columnCases: Readonly<Record<DatabaseName, readonly Case[]>> = {
  postgres: [...cases, [`customer_email_domain = '${uuid('1').toUpperCase()}'`, '']],
  sqlite: cases,
}
