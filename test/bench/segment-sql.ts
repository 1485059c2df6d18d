import { deepStrictEqual, ok } from 'node:assert'
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import initSqlJs from 'sql.js'
import { parseSegment } from 'clientele/segment'
import { segmentToSql, type SegmentMapping } from 'clientele/segment/sql'
import type { Field } from './contest.js'

interface Tables {
  customers: {
    id: number
    email_consent: string
    last_order_at: string | null
    number_of_orders: number
    amount_spent: number | null
  }
  customer_tags: { customer_id: number; tag_key: string }
}

const mapping: SegmentMapping = {
  id: 'id',
  attributes: {
    amount_spent: { column: 'amount_spent', currency: 'EUR' },
    customer_tags: { table: 'customer_tags', key: 'customer_id', column: 'tag_key' },
    email_subscription_status: 'email_consent',
    last_order_date: 'last_order_at',
    number_of_orders: 'number_of_orders',
  },
}

const shop = { now: '2026-11-22T12:00:00.000Z', timeZone: 'Europe/Warsaw', currency: 'EUR' } as const

interface Query {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** From the text that a person typed. */
function ours(tag: string): Query {
  const parsed = parseSegment(
    `customer_tags CONTAINS '${tag}' AND amount_spent > 100.50 AND last_order_date >= 2026-08-24 ` +
      "AND number_of_orders BETWEEN 2 AND 50 AND email_subscription_status != 'UNSUBSCRIBED'",
  )
  ok(parsed.ok)
  const written = segmentToSql(parsed.value, { dialect: 'sqlite', mapping, ...shop })
  ok(written.ok)
  const { text, values } = written.value
  return { sql: `select c."id" from "customers" as c where ${text}`, parameters: values }
}

const kysely = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** From values that are read already, with the days worked out. */
function theirs(tag: string): Query {
  return kysely
    .selectFrom('customers as c')
    .select('c.id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('customer_tags as t')
          .select('t.tag_key')
          .whereRef('t.customer_id', '=', 'c.id')
          .where('t.tag_key', '=', tag.toLowerCase()),
      ),
    )
    .where('c.amount_spent', '>', 10_050)
    .where('c.last_order_at', '>=', '2026-08-23T22:00:00.000Z')
    .where((eb) => eb.between('c.number_of_orders', 2, 50))
    .where('c.email_consent', 'is not', 'UNSUBSCRIBED')
    .compile()
}

const tags = Array.from({ length: 100 }, (_, i) => `VIP ${i}`)

const engine = await initSqlJs()

/** Both queries find the same customers, some and not all. */
function check(): void {
  const db = new engine.Database()
  db.exec('create table customers (id, email_consent, last_order_at, number_of_orders, amount_spent)')
  db.exec('create table customer_tags (customer_id, tag_key)')
  for (let id = 0; id < 4000; id++) {
    const at = id % 3 === 0 ? null : new Date(Date.parse(shop.now) - (id % 180) * 86_400_000).toISOString()
    const consent = ['SUBSCRIBED', 'UNSUBSCRIBED', 'PENDING'][id % 7] ?? 'NOT_SUBSCRIBED'
    db.run('insert into customers values (?, ?, ?, ?, ?)', [
      id,
      consent,
      at,
      id % 60,
      id % 5 ? id * 10 : null,
    ])
    db.run('insert into customer_tags values (?, ?)', [id, `vip ${id % 4}`])
  }
  for (const tag of tags) {
    const [one, other] = [ours(tag), theirs(tag)].map(({ sql, parameters }) =>
      db.exec(sql, parameters as string[]).flatMap(({ values }) => values.map(([id]) => id)),
    )
    deepStrictEqual(one, other)
    ok(one?.length === 0 || tags.indexOf(tag) < 4)
  }
  db.close()
}

export const segmentSql: Field = {
  races: {
    five: {
      size: `${tags.length} queries that differ in a tag; in SQLite both find the same of 4000 customers`,
      count: tags.length,
      check,
      ways: {
        'compile of Kysely, nothing to parse': () => tags.map(theirs),
        'parseSegment and segmentToSql': () => tags.map(ours),
      },
    },
  },
}
