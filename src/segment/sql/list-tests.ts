import { columnOf, rowsOf, type Scope } from './asking.js'
import type { Dialect } from './dialect.js'
import type { MappedArray, MappedJson, MappedRows } from './mapping.js'
import { listParameter, parameter } from './parameter.js'
import { quoted, sql, type Sql } from './sql.js'
import type { StorageAsking } from './storage-asking.js'
import type { Question, Tests } from './tests.js'

/** The questions of a list, from which all operators are made. */
interface ListQuestions {
  readonly isFilled: () => Sql
  readonly has: (value: string) => Sql
  readonly hasAny: (values: readonly string[]) => Sql
  readonly hasAll: (values: readonly string[]) => Sql
}

const contains: ListWriter = ({ has }, [value]) => has(value as string)
const containsAny: ListWriter = ({ hasAny }, values) => hasAny(values)

type ListWriter = (list: ListQuestions, values: readonly string[]) => Sql

/** `=` and `IN` ask of a list whether it holds a value. */
const listWriters: { readonly [Name in Question]?: ListWriter } = {
  'IS NOT NULL': ({ isFilled }) => isFilled(),
  CONTAINS: contains,
  '=': contains,
  'CONTAINS ANY': containsAny,
  IN: containsAny,
  // Twice the same is asked once
  'CONTAINS ALL': ({ hasAll }, values) => hasAll([...new Set(values)]),
}

function listTests(list: ListQuestions): Tests<string> {
  return (question, values) => listWriters[question]?.(list, values) ?? null
}

const ITEM = 'segment_item'

/** What a list in rows of another table can be asked. */
export function testsOfRows(storage: MappedRows, asking: StorageAsking): Tests<string> | null {
  if (asking.type !== 'list') return null
  const items: Scope = { alias: ITEM, id: undefined }
  const item = columnOf(asking, items, storage.column)
  return listTests(itemQuestions(rowsOf(asking, asking.scope, storage, items), item, asking.writing.dialect))
}

/** Questions of items that stand in rows of their own, those after `from`. */
function itemQuestions(from: Sql, item: Sql, dialect: Dialect): ListQuestions {
  const exact = dialect.exact(item)
  const among = (values: readonly string[]): Sql => dialect.isIn(exact, listParameter(values, 'text'))
  const exists = (test: Sql): Sql => sql`exists (select 1 from ${from} and ${test})`
  return {
    isFilled: () => exists(sql`${item} is not null`),
    has: (value) => exists(sql`${exact} = ${parameter(value, 'text')}`),
    hasAny: (values) => exists(among(values)),
    hasAll: (values) =>
      sql`(select count(distinct ${exact}) from ${from} and ${among(values)}) = ${parameter(values.length, 'whole')}`,
  }
}

/** What a list in an array column can be asked; `null` where the database has none. */
export function testsOfArray({ array }: MappedArray, asking: StorageAsking): Tests<string> | null {
  const { type, scope, writing } = asking
  if (type !== 'list' || writing.dialect.name !== 'postgres') return null
  const column = columnOf(asking, scope, array)
  const where = (test: Sql): Sql => sql`(${column} is not null and ${test})`
  return listTests({
    isFilled: () => where(sql`cardinality(${column}) > 0`),
    has: (value) => where(sql`${column} @> array[${parameter(value, 'text')}]`),
    hasAny: (values) => where(sql`${column} && ${listParameter(values, 'text')}`),
    hasAll: (values) => where(sql`${column} @> ${listParameter(values, 'text')}`),
  })
}

/** What a list in a JSON column can be asked. */
export function testsOfJsonList({ json }: MappedJson, asking: StorageAsking): Tests<string> | null {
  const { scope, writing } = asking
  const column = columnOf(asking, scope, json)
  return listTests(jsonQuestions[writing.dialect.name](column, writing.dialect))
}

const jsonQuestions: {
  readonly [Name in Dialect['name']]: (column: Sql, dialect: Dialect) => ListQuestions
} = {
  postgres: (column) => {
    const where = (test: Sql): Sql => sql`(${column} is not null and ${test})`
    return {
      isFilled: () => where(sql`${column} @> '[]' and ${column} <> '[]'`),
      has: (value) => where(sql`${column} @> to_jsonb(${parameter(value, 'text')})`),
      hasAny: (values) => where(sql`${column} ?| ${listParameter(values, 'text')}`),
      hasAll: (values) => where(sql`${column} @> to_jsonb(${listParameter(values, 'text')})`),
    }
  },
  sqlite: (column, dialect) =>
    itemQuestions(sql`json_each(${column}) as ${quoted(ITEM)} where true`, quoted(ITEM, 'value'), dialect),
}
