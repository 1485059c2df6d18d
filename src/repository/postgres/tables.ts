import { invariant } from '../../outcome/invariant.js'

/** Where the tables lie. */
export interface TableNames {
  /** the schema, which must exist; that of the connection unless given */
  readonly schema?: string | undefined
  /** what every table's name begins with: `clientele_` unless given */
  readonly prefix?: string | undefined
}

/** The repository's own tables. */
const tables = [
  'customers',
  'merges',
  'claims',
  'keys',
  'events',
  'outbox',
  'receipts',
  'counted',
  'suppressed',
  'segments',
  'members',
  'host_rows',
  'migrations',
] as const

export type TableName = (typeof tables)[number]

/** The names as they stand in statements, quoted. */
export type Tables = Readonly<Record<TableName, string>>

/** Short enough that whatever is derived of it is a name for PostgreSQL, too. */
const NAME = /^[a-z_][a-z0-9_]{0,29}$/

/** Names of tables, and of what belongs to them. Words from outside are checked, because names cannot be parameters. */
export function tablesOf({ schema, prefix = 'clientele_' }: TableNames): Tables {
  invariant(
    schema === undefined || NAME.test(schema),
    'schema must be a lower-case name of at most 30 characters',
  )
  invariant(NAME.test(prefix), 'prefix must be a lower-case name of at most 30 characters')
  const inSchema = schema === undefined ? '' : `"${schema}".`
  const names = tables.map((name) => [name, `${inSchema}"${prefix}${name}"`] as const)
  return Object.fromEntries(names) as Tables
}
