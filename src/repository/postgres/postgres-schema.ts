import type { PostgresConnection } from './client.js'
import { customerColumns, type Columns } from './customer-columns.js'
import { tablesOf, type TableName, type TableNames, type Tables } from './tables.js'

/** One step from an older layout of the tables to the next: SQL of several statements, which may be run again. */
export interface PostgresMigration {
  readonly id: string
  readonly sql: string
}

/**
 * The tables of the repository as SQL, step by step: run each that is missing, in order, by whatever runs your migrations. Each
 * may be run again, and writes its own id into the table of migrations. Every primary key and unique index begins with the shop,
 * and no key refers from one shop to another.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(postgresSchema({ prefix: 'crm_' })[0]?.sql).toContain('create table if not exists "crm_customers"')
 * ```
 */
export function postgresSchema(names: TableNames = {}): readonly PostgresMigration[] {
  const tables = tablesOf(names)
  const prefix = names.prefix ?? 'clientele_'
  return [
    {
      id: '0001-tables',
      sql: [...firstTables(tables), ...firstIndexes(tables, prefix), done(tables, '0001-tables')].join(
        ';\n\n',
      ),
    },
  ]
}

/**
 * The migrations that a database lacks, in order; all of them where it has no tables yet.
 *
 * @example
 * ```ts @import.meta.vitest
 * const emptyDatabase = { query: async () => ({ rows: [], rowCount: 0 }) }
 * const missing = await missingMigrations(emptyDatabase)
 * expect(missing).toEqual(postgresSchema())
 * ```
 */
export async function missingMigrations(
  connection: PostgresConnection,
  names: TableNames = {},
): Promise<readonly PostgresMigration[]> {
  const { migrations } = tablesOf(names)
  const { rows: found } = await connection.query('select to_regclass($1::text) is not null as "found"', [
    migrations,
  ])
  const { rows } =
    found[0]?.['found'] === true ? await connection.query(`select id from ${migrations}`, []) : { rows: [] }
  const done = new Set(rows.map(({ id }) => id))
  return postgresSchema(names).filter(({ id }) => !done.has(id))
}

function done({ migrations }: Tables, id: string): string {
  return `insert into ${migrations} (id) values ('${id}') on conflict do nothing`
}

/** Texts compare byte by byte, which is by code points, whatever the database's own collation is. */
function declared(columns: Columns, required: readonly string[]): string {
  return Object.entries(columns)
    .map(([name, type]) => {
      const collation = type.startsWith('text') ? ' collate "C"' : ''
      return `  "${name}" ${type}${collation}${required.includes(name) ? ' not null' : ''}`
    })
    .join(',\n')
}

type Layout = readonly [name: TableName, columns: Columns, key: string, references?: string]

const layouts: readonly Layout[] = [
  ['customers', customerColumns, 'id'],
  // the end of the chain, changed only by whoever has locked the one before
  ['merges', { id: 'text', survivor: 'text' }, 'id', '(shop, id) references customers'],
  ['claims', { claim: 'text', holder: 'text' }, 'claim', '(shop, holder) references customers'],
  [
    'keys',
    { kind: 'text', value: 'text', customer: 'text' },
    'kind, value, customer',
    '(shop, customer) references customers',
  ],
  [
    'events',
    { id: 'text', customer: 'text', arrived: 'bigint', ordinal: 'bigint', at: 'text', event: 'jsonb' },
    'id',
    '(shop, customer) references customers',
  ],
  ['outbox', { id: 'text', arrived: 'bigint', ordinal: 'bigint', effect: 'jsonb', names: 'text[]' }, 'id'],
  ['receipts', { key: 'text', request: 'text', receipt: 'jsonb', names: 'text[]' }, 'key'],
  [
    'counted',
    { activity: 'text', customer: 'text' },
    'activity, customer',
    '(shop, customer) references customers',
  ],
  ['suppressed', { digest: 'text' }, 'digest'],
  [
    'segments',
    {
      id: 'text',
      name: 'text',
      name_key: 'text',
      query: 'text',
      created_at: 'text',
      updated_at: 'text',
      revision: 'text',
    },
    'id',
  ],
  [
    'members',
    { segment: 'text', customer: 'text' },
    'segment, customer',
    '(shop, segment) references segments',
  ],
  // digests of the rows of the host's table of customers, as they were seen last
  ['host_rows', { id: 'text', seen: 'text' }, 'id'],
]

/** What may be missing in a row. */
const optional = new Set(
  'revision customer statistics facts claims found_by former leaving distinct_from at event'.split(' '),
)

function firstTables(tables: Tables): string[] {
  return [
    `create table if not exists ${tables.migrations} (id text primary key, at timestamptz not null default now())`,
    ...layouts.map(([name, columns, key, references]) => {
      const required =
        name === 'customers'
          ? ['id', 'state', 'living', 'version']
          : Object.keys(columns).filter((one) => !optional.has(one))
      const foreign = references === undefined ? '' : `,\n  ${foreignKey(tables, references)}`
      return `create table if not exists ${tables[name]} (\n  "shop" text collate "C" not null,\n${declared(columns, required)},\n  primary key (shop, ${key})${foreign}\n)`
    }),
  ]
}

function foreignKey(tables: Tables, references: string): string {
  const [columns, target] = references.split(' references ') as [string, TableName]
  return `foreign key ${columns} references ${tables[target]} on delete cascade`
}

type Index = readonly [name: string, table: TableName, on: string, where?: string]

const indexes: readonly Index[] = [
  ['customers_created', 'customers', '(shop, sort_created_at, id)', 'living'],
  ['customers_updated', 'customers', '(shop, sort_updated_at, id)', 'living'],
  ['customers_name', 'customers', '(shop, sort_name, id)', 'living'],
  ['customers_spent', 'customers', '(shop, amount_spent, id)', 'living'],
  ['customers_orders', 'customers', '(shop, number_of_orders, id)', 'living'],
  ['customers_last_order', 'customers', '(shop, last_order_at)', 'living'],
  ['customers_domain', 'customers', '(shop, email_domain)', 'living'],
  ['customers_tags', 'customers', 'using gin (tag_keys)', 'living'],
  ['customers_places', 'customers', 'using gin (countries, regions, cities)', 'living'],
  ['claims_holder', 'claims', '(shop, holder)'],
  ['keys_customer', 'keys', '(shop, customer)'],
  ['events_customer', 'events', '(shop, customer)'],
  ['outbox_arrived', 'outbox', '(shop, arrived, ordinal)'],
  ['outbox_names', 'outbox', 'using gin (names)'],
  ['receipts_names', 'receipts', 'using gin (names)'],
  ['members_customer', 'members', '(shop, customer)'],
]

function firstIndexes(tables: Tables, prefix: string): string[] {
  return [
    `create unique index if not exists "${prefix}segments_name" on ${tables.segments} (shop, name_key)`,
    ...indexes.map(
      ([name, table, on, where]) =>
        `create index if not exists "${prefix}${name}" on ${tables[table]} ${on}${where === undefined ? '' : ` where ${where}`}`,
    ),
  ]
}
