import type { ProblemPath } from '../../outcome/problem.js'
import type { ResolveContext } from '../compile/resolve-value.js'
import type { Dialect } from './dialect.js'
import type { MappedKey, MappedTable, SegmentMapping } from './mapping.js'
import { isName, joined, quoted, sql, type Sql } from './sql.js'
import { refuse, type SegmentSqlProblem } from './sql-problem.js'

/** What every piece of one statement needs. */
export interface Writing {
  readonly dialect: Dialect
  readonly mapping: SegmentMapping
  readonly context: ResolveContext
  readonly problems: SegmentSqlProblem[]
}

/** For what a piece is written: an attribute or function, and where in the tree it stands. */
export interface Asking {
  readonly writing: Writing
  readonly path: ProblemPath
  readonly name: string
}

/** The table whose row is asked: its alias, and the column by which other tables name its rows. */
export interface Scope {
  readonly alias: string
  readonly id: string | undefined
}

/** A column of the row that is asked. */
export function columnOf(asking: Asking, { alias }: Scope, column: unknown): Sql {
  return isName(column) ? quoted(alias, column) : refuse(asking, 'segment.bad-name')
}

/** Rows of another table that belong to the row that is asked: what follows `from`, up to the condition. */
export function rowsOf(
  asking: Asking,
  scope: Scope,
  { table, key }: { readonly table: MappedTable; readonly key: MappedKey },
  rows: Scope,
): Sql {
  const columns = typeof key === 'string' ? [[key, scope.id]] : Object.entries(key)
  const same = columns.map(
    ([theirs, ours]) => sql`${columnOf(asking, rows, theirs)} = ${columnOf(asking, scope, ours)}`,
  )
  return sql`${tableOf(asking, table)} as ${quoted(rows.alias)} where ${joined(same, ' and ')}`
}

function tableOf(asking: Asking, table: MappedTable): Sql {
  if (isName(table)) return quoted(table)
  const [schema, name] = Array.isArray(table) ? (table as readonly unknown[]) : []
  return isName(schema) && isName(name) ? quoted(schema, name) : refuse(asking, 'segment.bad-name')
}
