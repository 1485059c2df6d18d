import { PGlite } from '@electric-sql/pglite'
import initSqlJs from 'sql.js'
import type { SqlText } from '../../../src/segment/sql/index.js'

export type DatabaseName = 'postgres' | 'sqlite'

/** How a column is declared; each database has its own word. */
type ColumnType =
  | 'text'
  | 'bytewise'
  | 'whole'
  | 'decimal'
  | 'boolean'
  | 'timestamptz'
  | 'timestamp'
  | 'date'
  | 'json'
  | 'texts'
  | 'uuid'

/** A table with its rows, for any database. */
export interface Table {
  readonly name: string
  readonly columns: Readonly<Record<string, ColumnType>>
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** A database in memory. */
export interface Database {
  readonly name: DatabaseName
  readonly run: (statement: string) => Promise<void>
  readonly load: (tables: readonly Table[]) => Promise<void>
  /** the ids of the customers of whom a condition is true, in their order */
  readonly members: (condition: SqlText) => Promise<readonly string[]>
  readonly query: (text: string, values: SqlText['values']) => Promise<readonly Record<string, unknown>[]>
  readonly close: () => Promise<void>
}

const words: Readonly<Record<DatabaseName, Readonly<Record<ColumnType, string>>>> = {
  postgres: {
    text: 'text',
    bytewise: 'text collate "C"',
    whole: 'bigint',
    decimal: 'double precision',
    boolean: 'boolean',
    timestamptz: 'timestamptz',
    timestamp: 'timestamp',
    date: 'date',
    json: 'jsonb',
    texts: 'text[]',
    uuid: 'uuid',
  },
  // With a collation that says equal of what is not, which must not matter
  sqlite: {
    text: 'text collate nocase',
    bytewise: 'text',
    whole: 'integer',
    decimal: 'real',
    boolean: 'integer',
    timestamptz: 'text',
    timestamp: 'text',
    date: 'text',
    json: 'text',
    texts: 'text',
    uuid: 'text',
  },
}

function creation(name: DatabaseName, { name: table, columns }: Table): string {
  const declared = Object.entries(columns).map(([column, type]) => `"${column}" ${words[name][type]}`)
  return `drop table if exists "${table}"; create table "${table}" (${declared.join(', ')})`
}

const membersQuery = ({ text }: SqlText): string => `select c."id" from "customers" as c where ${text}`

/** What outlives the test files of a thread: to start PostgreSQL takes longer than most tests. */
const kept = globalThis as { postgres?: Promise<PGlite> | undefined }

/** One for all tests of a thread, which load their tables in the place of what was there; it goes when the thread goes. */
export async function keepPostgres(): Promise<Database> {
  kept.postgres ??= PGlite.create()
  return { ...(await openPostgres(kept.postgres)), close: () => Promise.resolve() }
}

/** PostgreSQL as WebAssembly. */
export async function openPostgres(opened: Promise<PGlite> = PGlite.create()): Promise<Database> {
  const db = await opened
  const query: Database['query'] = async (text, values) =>
    (await db.query<Record<string, unknown>>(text, [...values])).rows
  return {
    name: 'postgres',
    run: async (statement) => void (await db.exec(statement)),
    load: async (tables) => {
      for (const table of tables) {
        await db.exec(creation('postgres', table))
        const { name, rows } = table
        const insert = `insert into "${name}" select * from jsonb_populate_recordset(null::"${name}", $1)`
        await db.query(insert, [JSON.stringify(rows)])
      }
      await db.exec('analyze')
    },
    query,
    members: async (condition) =>
      (await query(membersQuery(condition), condition.values)).map(({ id }) => id as string).toSorted(),
    close: () => db.close(),
  }
}

/** SQLite as WebAssembly. */
export async function openSqlite(): Promise<Database> {
  const engine = await initSqlJs()
  const db = new engine.Database()
  const query: Database['query'] = async (text, values) => {
    const statement = db.prepare(text)
    statement.bind(values as (string | number)[])
    const rows: Record<string, unknown>[] = []
    while (statement.step()) rows.push(statement.getAsObject())
    statement.free()
    return Promise.resolve(rows)
  }
  return {
    name: 'sqlite',
    run: async (statement) => Promise.resolve(void db.exec(statement)),
    load: async (tables) => {
      for (const table of tables) {
        db.exec(creation('sqlite', table))
        const columns = Object.keys(table.columns)
        const insert = db.prepare(`insert into "${table.name}" values (${columns.map(() => '?').join(', ')})`)
        for (const row of table.rows) insert.run(columns.map((column) => cell(row[column])))
        insert.free()
      }
      return Promise.resolve()
    },
    query,
    members: async (condition) =>
      (await query(membersQuery(condition), condition.values)).map(({ id }) => id as string).toSorted(),
    close: async () => Promise.resolve(db.close()),
  }
}

function cell(value: unknown): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'object' ? JSON.stringify(value) : (value as string | number)
}
