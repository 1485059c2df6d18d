import { describe, expect, it } from 'vitest'
import {
  defaultMapping,
  segmentToSql,
  type DialectName,
  type MappedStorage,
  type SegmentMapping,
  type SegmentToSqlOptions,
} from '../../../src/segment/sql/index.js'
import { parseSegment, type Segment } from '../../../src/segment/index.js'
import { dateStorages } from '../../../src/segment/sql/date-storage.js'
import { quoted } from '../../../src/segment/sql/sql.js'
import { parsed, shop } from '../matching.js'

const mapping: SegmentMapping = {
  id: 'id',
  attributes: {
    amount_spent: { column: 'spent', currency: 'EUR' },
    blocked: 'blocked',
    created_by_app_id: 'app',
    customer_countries: { json: 'countries' },
    customer_tags: { table: 'tags', key: 'customer', column: 'tag' },
    last_order_date: 'last_order_at',
    metafields: { json: 'fields' },
    number_of_orders: 'orders',
    source: 'source',
  },
  histories: {
    orders: {
      table: ['shop', 'orders'],
      key: { shop: 'shop', customer: 'id' },
      fields: { at: 'at', amount: { column: 'amount', currencyColumn: 'currency' } },
    },
  },
}

type Options = Partial<SegmentToSqlOptions>

function outcomeOf(
  query: unknown,
  dialect: DialectName,
  options: Options = {},
): ReturnType<typeof segmentToSql> {
  return segmentToSql(parsed(query), { ...shop, dialect, mapping, ...options })
}

/** The text without the quotes of its names, and the values. */
function written(query: unknown, dialect: DialectName, options: Options = {}): [string, readonly unknown[]] {
  const outcome = outcomeOf(query, dialect, options)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return [outcome.value.text.replaceAll('"', ''), outcome.value.values]
}

function problemsOf(query: unknown, dialect: DialectName, options: Options = {}): readonly unknown[] {
  const outcome = outcomeOf(query, dialect, options)
  return outcome.ok ? [] : outcome.problems
}

function stored(storages: Readonly<Record<string, MappedStorage>>): { mapping: SegmentMapping } {
  return { mapping: { ...mapping, attributes: { ...mapping.attributes, ...storages } } }
}

const day = { from: '2026-05-10T00:00:00.000Z', until: '2026-05-11T00:00:00.000Z' }

describe('a condition, in PostgreSQL and in SQLite', () => {
  const rows: [query: string, postgres: string, sqlite: string, values: unknown[]][] = [
    [
      'number_of_orders = 2',
      '(c.orders is not null and c.orders >= $1::bigint and c.orders < $2::bigint)',
      '(c.orders is not null and c.orders >= ? and c.orders < ?)',
      [2, 3],
    ],
    [
      'number_of_orders != 2',
      'not (c.orders is not null and c.orders >= $1::bigint and c.orders < $2::bigint)',
      'not (c.orders is not null and c.orders >= ? and c.orders < ?)',
      [2, 3],
    ],
    [
      'number_of_orders BETWEEN 2 AND 5',
      '(c.orders is not null and c.orders >= $1::bigint and c.orders < $2::bigint)',
      '(c.orders is not null and c.orders >= ? and c.orders < ?)',
      [2, 6],
    ],
    [
      'amount_spent > 10.995',
      '(c.spent is not null and c.spent >= $1::bigint)',
      '(c.spent is not null and c.spent >= ?)',
      [1100],
    ],
    [
      'amount_spent < 10.995',
      '(c.spent is not null and c.spent < $1::bigint)',
      '(c.spent is not null and c.spent < ?)',
      [1100],
    ],
    [
      'last_order_date <= 2026-05-10',
      '(c.last_order_at is not null and c.last_order_at < $1::text::timestamptz)',
      '(c.last_order_at is not null and c.last_order_at collate binary < ?)',
      [day.until],
    ],
    [
      "source = 'it''s'".replace("''", "\\'"),
      '(c.source is not null and c.source = $1::text)',
      '(c.source is not null and c.source collate binary = ?)',
      ["it's"],
    ],
    ["source != 'web'", 'c.source is distinct from $1::text', 'c.source collate binary is not ?', ['web']],
    ['source IS NULL', 'c.source is null', 'c.source is null', []],
    ['last_order_date IS NULL', 'not c.last_order_at is not null', 'not c.last_order_at is not null', []],
    [
      "customer_tags CONTAINS 'VIP'",
      'exists (select 1 from tags as segment_item where segment_item.customer = c.id and segment_item.tag = $1::text)',
      'exists (select 1 from tags as segment_item where segment_item.customer = c.id and segment_item.tag collate binary = ?)',
      ['vip'],
    ],
    [
      "customer_tags NOT CONTAINS 'VIP'",
      'not exists (select 1 from tags as segment_item where segment_item.customer = c.id and segment_item.tag = $1::text)',
      'not exists (select 1 from tags as segment_item where segment_item.customer = c.id and segment_item.tag collate binary = ?)',
      ['vip'],
    ],
    [
      'orders_placed MATCHES (count > 1)',
      'exists (select count(*) from shop.orders as segment_event where segment_event.shop = c.shop and segment_event.customer = c.id having (count(*) >= $1::bigint))',
      'exists (select count(*) from shop.orders as segment_event where segment_event.shop = c.shop and segment_event.customer = c.id having (count(*) >= ?))',
      [2],
    ],
    [
      'number_of_orders > 1 AND (blocked = true OR NOT blocked IS NULL)',
      '((c.orders is not null and c.orders >= $1::bigint) and ((c.blocked is not null and c.blocked = $2::boolean) or not c.blocked is null))',
      '((c.orders is not null and c.orders >= ?) and ((c.blocked is not null and c.blocked = ?) or not c.blocked is null))',
      [2, true],
    ],
  ]
  it.each(rows)('%s', (query, postgres, sqlite, values) => {
    expect(written(query, 'postgres')).toEqual([postgres, values])
    expect(written(query, 'sqlite')).toEqual([sqlite, values.map((value) => (value === true ? 1 : value))])
  })

  it('all customers are all', () => {
    expect(written({ kind: 'all' }, 'postgres')).toEqual(['1 = 1', []])
  })

  it('needs one parameter for any list', () => {
    const list = Array.from({ length: 900 }, (_, i) => i)
    const query = `number_of_orders IN (${list.join()})`
    expect(written(query, 'postgres')).toEqual([
      '(c.orders is not null and c.orders = any($1::bigint[]))',
      [list],
    ])
    expect(written(query, 'sqlite')).toEqual([
      '(c.orders is not null and c.orders in (select value from json_each(?)))',
      [JSON.stringify(list)],
    ])
  })

  it('joins many conditions in halves', () => {
    const nine = Array.from({ length: 9 }, () => 'source IS NULL').join(' AND ')
    const [four, five] = [4, 5].map((n) => Array.from({ length: n }, () => 'c.source is null').join(' and '))
    expect(written(nine, 'sqlite')[0]).toBe(`((${five}) and (${four}))`)
  })
})

describe('in the host’s own query', () => {
  const query = "source = 'web' OR source = 'app'"

  it.each<[Options, string]>([
    [
      {},
      '((c.source is not null and c.source = $1::text) or (c.source is not null and c.source = $2::text))',
    ],
    [
      { alias: 'people', placeholder: 4 },
      '((people.source is not null and people.source = $4::text) or (people.source is not null and people.source = $5::text))',
    ],
    [
      { placeholder: (index) => `:p${index}` },
      '((c.source is not null and c.source = :p1::text) or (c.source is not null and c.source = :p2::text))',
    ],
  ])('%j', (options, text) => {
    expect(written(query, 'postgres', options)).toEqual([text, ['web', 'app']])
  })

  it('numbers the places of SQLite only where it is told a number', () => {
    expect(written("source != 'web'", 'sqlite', { placeholder: 3 })[0]).toBe(
      'c.source collate binary is not ?3',
    )
  })

  it('throws for a moment or a zone that is none, as compileSegment does', () => {
    expect(() => outcomeOf(query, 'sqlite', { now: 'today' })).toThrow('now must be')
    expect(() => outcomeOf(query, 'sqlite', { timeZone: 'Mars' })).toThrow('timeZone must be')
  })
})

describe('what cannot be written is refused at once, with where it stands', () => {
  const not = (code: string, path: (string | number)[], name: string, dialect: DialectName): unknown => ({
    code: `segment.${code}`,
    path,
    params: { name, dialect },
  })

  it('all of it together', () => {
    const query =
      "price_level = 1 AND NOT (random_bucket(5, 'x') OR customer_within_distance MATCHES (coordinates = (1, 2), distance_km = 3))"
    expect(problemsOf(query, 'sqlite')).toEqual([
      not('not-mapped', ['root', 'nodes', 0], 'price_level', 'sqlite'),
      not('unsupported', ['root', 'nodes', 1, 'node', 'nodes', 0], 'random_bucket', 'sqlite'),
      not('not-mapped', ['root', 'nodes', 1, 'node', 'nodes', 1], 'customer_within_distance', 'sqlite'),
    ])
  })

  it.each<[string, string, DialectName, Options]>([
    ['orders_placed MATCHES (app_id = 1)', 'not-mapped orders_placed.appId', 'postgres', {}],
    ['orders_placed MATCHES (sum_amount > 1)', 'not-mapped orders_placed.amount', 'postgres', withFields({})],
    [
      'orders_placed MATCHES (sum_amount > 1)',
      'unsupported orders_placed.amount',
      'postgres',
      withFields({ amount: 'amount' }),
    ],
    [
      'orders_placed MATCHES (sum_amount > 1)',
      'unsupported orders_placed.amount',
      'postgres',
      withFields({ amount: { json: 'amount' } }),
    ],
    [
      'products_purchased MATCHES (sum_quantity > 1)',
      'unsupported products_purchased.quantity',
      'postgres',
      withFields({ quantity: { column: 'q', currency: 'EUR' } }, 'products'),
    ],
    ['products_purchased MATCHES ()', 'not-mapped products_purchased', 'postgres', {}],
    [
      'shopify_email.opened MATCHES ()',
      'not-mapped shopify_email.opened.kind',
      'postgres',
      withFields({}, 'emails'),
    ],
    ['metafields.a.b > 2020-01-01', 'unsupported metafields', 'sqlite', {}],
    ["anniversary ('metafields.a.b') = today", 'unsupported metafields', 'sqlite', {}],
    [
      "anniversary ('last_order_date') = today",
      'unsupported last_order_date',
      'sqlite',
      { timeZone: 'Europe/Oslo' },
    ],
    ['metafields.a.b = 1', 'not-mapped metafields', 'sqlite', stored({ metafields: fieldRows })],
    ['metafields.a.b = 1', 'unsupported metafields', 'sqlite', stored({ metafields: { array: 'fields' } })],
    [
      "customer_tags CONTAINS 'x'",
      'unsupported customer_tags',
      'sqlite',
      stored({ customer_tags: { array: 'tags' } }),
    ],
    [
      "customer_tags CONTAINS 'x'",
      'unsupported customer_tags',
      'postgres',
      stored({ customer_tags: 'tags' }),
    ],
    ["source = 'x'", 'unsupported source', 'postgres', stored({ source: { array: 'x' } })],
    [
      "source = 'x'",
      'unsupported source',
      'postgres',
      stored({ source: { table: 't', key: 'k', column: 'c' } }),
    ],
    ["source = 'x'", 'unsupported source', 'postgres', stored({ source: { column: 'x', currency: 'EUR' } })],
    ["source = 'x'", 'unsupported source', 'postgres', stored({ source: fieldRows })],
    ["source = 'x'", 'unsupported source', 'postgres', stored({ source: {} as never })],
    ['amount_spent > 1', 'unsupported amount_spent', 'postgres', stored({ amount_spent: 'spent' })],
    ['amount_spent > 1', 'unsupported amount_spent', 'postgres', stored({ amount_spent: { json: 'spent' } })],
    [
      'last_order_date > today',
      'unsupported last_order_date',
      'sqlite',
      stored({ last_order_date: { column: 'x', as: 'timestamptz' } }),
    ],
    [
      'created_by_app_id > 5',
      'unsupported created_by_app_id',
      'postgres',
      stored({ created_by_app_id: { column: 'x', as: 'uuid' } }),
    ],
    [
      'customer_within_distance MATCHES (coordinates = (1, 2), distance_km = 3)',
      'unsupported customer_within_distance',
      'sqlite',
      { mapping: { ...mapping, location: { latitude: 'a', longitude: 'b' } } },
    ],
  ])('%s: %s in %s', (query, problem, dialect, options) => {
    const [code = '', name = ''] = problem.split(' ')
    expect(problemsOf(query, dialect, options)).toEqual([not(code, ['root'], name, dialect)])
  })
})

const fieldRows = { table: 'fields', key: 'customer', name: 'name', text: 'text' } as const

function withFields(fields: Readonly<Record<string, MappedStorage>>, name = 'orders'): Options {
  return { mapping: { ...mapping, histories: { [name]: { table: 't', key: 'k', fields } } } }
}

describe('a name that cannot stand between quotes is refused', () => {
  const hostile = ['a" or 1=1 --', '"', '', 'a\0b', '\ud800', 'x'.repeat(64), null, 5, ['a']] as string[]

  it.each(hostile)('%j', (name) => {
    const bad = [
      { code: 'segment.bad-name', path: ['root'], params: { name: 'source', dialect: 'postgres' } },
    ]
    const tag = (storage: MappedStorage): readonly unknown[] =>
      problemsOf("customer_tags CONTAINS 'x'", 'postgres', stored({ customer_tags: storage }))
    const badTag = [
      { code: 'segment.bad-name', path: ['root'], params: { name: 'customer_tags', dialect: 'postgres' } },
    ]
    expect(problemsOf("source = 'x'", 'postgres', stored({ source: { column: name } }))).toEqual(bad)
    expect(tag({ table: name, key: 'k', column: 'c' })).toEqual(badTag)
    expect(tag({ table: [name, 't'], key: 'k', column: 'c' })).toEqual(badTag)
    expect(tag({ table: ['s', name], key: 'k', column: 'c' })).toEqual(badTag)
    expect(tag({ table: 't', key: 'k', column: name })).toEqual(badTag)
    expect(tag({ table: 't', key: { k: name }, column: 'c' })).toEqual(badTag)
    expect(tag({ array: name })).toEqual(badTag)
    expect(problemsOf("source = 'x'", 'postgres', { alias: name })).toEqual([
      { code: 'segment.bad-name', path: ['alias'], params: { name: 'alias', dialect: 'postgres' } },
    ])
  })

  it('and each of several is told once', () => {
    const storage = { table: '"', key: { '"': '"' }, column: '"' }
    expect(
      problemsOf("customer_tags CONTAINS 'x'", 'postgres', stored({ customer_tags: storage })),
    ).toHaveLength(1)
    const query = 'orders_placed MATCHES (app_id = 1, location_id = 2, amount > 3, date > today)'
    expect(
      problemsOf(query, 'sqlite', withFields({ amount: 'amount', at: { column: 'at', as: 'timestamp' } })),
    ).toEqual(
      [
        ['not-mapped', 'appId'],
        ['not-mapped', 'locationId'],
        ['unsupported', 'amount'],
        ['unsupported', 'at'],
      ].map(([code, field]) => ({
        code: `segment.${code}`,
        path: ['root'],
        params: { name: `orders_placed.${field}`, dialect: 'sqlite' },
      })),
    )
  })

  it('an alias must not look like ours', () => {
    expect(problemsOf("source = 'x'", 'postgres', { alias: 'segment_event' })).toMatchObject([
      { code: 'segment.bad-name', path: ['alias'] },
    ])
  })

  it('an attribute is looked up among those that are there, whatever it is called', () => {
    const catalog = {
      attributes: [{ name: 'constructor', type: 'integer', read: () => 1 } as const],
      functions: [{ name: 'toString', reads: () => [], params: [] }],
    }
    const segment = parsed('constructor = 1 AND toString MATCHES ()', catalog)
    expect(segmentToSql(segment, { ...shop, dialect: 'postgres', mapping, catalog })).toMatchObject({
      problems: [{ code: 'segment.not-mapped' }, { code: 'segment.not-mapped' }],
    })
  })
})

describe('a host’s own catalog', () => {
  const visits = {
    name: 'visits',
    reads: () => [],
    params: [{ name: 'sum_length', of: 'sum', type: 'number', field: 'length' }],
  } as const
  const nickname = { name: 'nickname', type: 'text', operators: ['NOT CONTAINS'], read: () => null } as const
  const catalog = { attributes: [nickname], functions: [visits] }
  const fields = { length: { column: 'metres' } }
  const own = {
    ...mapping,
    attributes: { nickname: 'nick' },
    histories: { visits: { table: 'visits', key: 'who', fields } },
  }
  const write = (query: string): ReturnType<typeof segmentToSql> =>
    segmentToSql(parsed(query, catalog), { ...shop, dialect: 'postgres', mapping: own, catalog })

  it('is asked like ours', () => {
    expect(write('visits MATCHES (sum_length > 1.5)')).toMatchObject({
      value: {
        text: 'exists (select count(*) from "visits" as "segment_event" where "segment_event"."who" = "c"."id" having (coalesce(sum("segment_event"."metres"), 0) > $1::numeric))',
        values: [1.5],
      },
    })
  })

  it('allows nothing that its type does not', () => {
    expect(write("nickname NOT CONTAINS 'x'")).toMatchObject({ problems: [{ code: 'segment.unsupported' }] })
  })
})

describe('a zone that is a mere offset', () => {
  it('is the contrary to PostgreSQL, so no month and day are asked in one', () => {
    const monthDay = dateStorages.postgres.timestamptz?.monthDay
    expect(monthDay?.(quoted('x'), 'Europe/Oslo')).not.toBe(null)
    expect(monthDay?.(quoted('x'), '+02:00')).toBe(null)
  })
})

describe('segments within segments stand in their places', () => {
  type Queries = Readonly<Record<string, string>>
  const finder =
    (queries: Queries) =>
    (name: string): Segment =>
      parsedWith(queries, queries[name])
  const parsedWith = (queries: Queries, query: unknown): Segment => {
    const outcome = parseSegment(query, { segments: finder(queries) })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    return outcome.value
  }
  const write = (queries: Queries, query: unknown): ReturnType<typeof segmentToSql> =>
    segmentToSql(parsedWith(queries, query), {
      ...shop,
      dialect: 'sqlite',
      mapping,
      segments: finder(queries),
    })

  it('with their values, as often as they are named', () => {
    const outcome = write({ web: "source = 'web'" }, "segment('web') OR NOT segment('web')")
    expect(outcome).toMatchObject({ value: { values: ['web', 'web'] } })
  })

  it('up to 1000 nodes', () => {
    const many = Array.from({ length: 99 }, () => 'source IS NULL').join(' AND ')
    const ten = Array.from({ length: 9 }, () => "segment('many')").join(' AND ')
    expect(write({ many }, ten).ok).toBe(true)
    expect(write({ many }, `${ten} AND segment('many')`)).toEqual({
      ok: false,
      problems: [{ code: 'segment.too-large', path: ['root'], params: { limit: 1000 } }],
    })
  })

  it('up to 100 deep', () => {
    const deep = `${'NOT '.repeat(98)}source IS NULL`
    expect(write({ deep }, "NOT segment('deep')").ok).toBe(true)
    expect(write({ deep }, "NOT NOT segment('deep')")).toEqual({
      ok: false,
      problems: [{ code: 'segment.too-deep', path: ['root'], params: { limit: 100 } }],
    })
  })

  it('and one that is not there is the programmer’s error', () => {
    const segment = parsedWith({ web: "source = 'web'" }, "segment('web')")
    expect(() => segmentToSql(segment, { ...shop, dialect: 'sqlite', mapping })).toThrow('names another')
  })
})

describe('the mapping of our own tables', () => {
  it('is plain data and holds every attribute', () => {
    expect(JSON.parse(JSON.stringify(defaultMapping))).toEqual(defaultMapping)
    const query = "customer_tags CONTAINS 'x' AND amount_spent > 1 AND metafields.a.b = 1 AND companies = 5"
    expect(problemsOf(query, 'postgres', { mapping: defaultMapping })).toEqual([])
  })
})
