import { columnOf, rowsOf, type Scope, type Writing } from './asking.js'
import { eitherDateTests } from './date-tests.js'
import { jsonFields, type FieldType } from './json-field.js'
import type { MappedFields, MappedJson } from './mapping.js'
import { decimalOrder } from './order.js'
import { parameter } from './parameter.js'
import { quoted, sql, type Sql } from './sql.js'
import { refuse } from './sql-problem.js'
import type { StorageAsking } from './storage-asking.js'
import { equalTests, orderedTests, type Tests } from './tests.js'

/** What a metafield can be asked, by its type; dates may be moments and days. */
const fieldTests: {
  readonly [Type in FieldType]: (field: Sql, writing: Writing) => Tests<never>
} = {
  text: (field, { dialect }) => equalTests(field, 'text', dialect),
  boolean: (field, { dialect }) => equalTests(field, 'boolean', dialect),
  number: (field, { dialect }) => orderedTests(sql`${field} is not null`, decimalOrder(field, dialect)),
  date: eitherDateTests,
}

const FIELD = 'segment_field'

/** What a metafield in a row of another table can be asked; `null` of what is no metafield. */
export function testsOfFields(storage: MappedFields, asking: StorageAsking): Tests<never> | null {
  const { type, key, scope, writing } = asking
  if (key === '') return null
  const { dialect } = writing
  const fields: Scope = { alias: FIELD, id: undefined }
  const isKey = sql`${dialect.exact(columnOf(asking, fields, storage.name))} = ${parameter(key, 'text')}`
  const row = sql`${rowsOf(asking, scope, storage, fields)} and ${isKey}`
  if (type === 'any')
    return (question) => (question === 'IS NOT NULL' ? sql`exists (select 1 from ${row})` : null)
  // As no other is a metafield compared
  const fieldType = type as FieldType
  const column = storage[fieldType]
  if (column === undefined) return refused(asking)
  return within(row, fieldTests[fieldType](columnOf(asking, fields, column), writing))
}

/** What a metafield in a JSON column can be asked; `null` where the database cannot read it as the type. */
export function testsOfJsonField({ json }: MappedJson, asking: StorageAsking): Tests<never> | null {
  const { type, key, scope, writing } = asking
  if (key === '') return null
  const { dialect } = writing
  const forms = jsonFields[dialect.name]
  const column = columnOf(asking, scope, json)
  if (type === 'any') return (question) => (question === 'IS NOT NULL' ? forms.isThere(column, key) : null)
  const fieldType = type as FieldType
  const read = forms.values[fieldType]
  if (read === undefined) return null
  const row = sql`(select ${read(column, key)} as v) as ${quoted(FIELD)} where true`
  const tests = within(row, fieldTests[fieldType](quoted(FIELD, 'v'), writing))
  return (question, values) => {
    const [value] = values
    const equal = question === '=' ? forms.equal?.(column, key, fieldType, value as never) : null
    return equal ?? tests(question, values)
  }
}

function refused(asking: StorageAsking): Tests<never> {
  return () => refuse(asking, 'segment.not-mapped')
}

/** Tests of a row that may not be there. Contraries are left out: of no row, none would be true. */
function within(row: Sql, tests: Tests<never>): Tests<never> {
  return (question, values) => {
    const test = question === '!=' || question === 'IS NULL' ? null : tests(question, values)
    return test && sql`exists (select 1 from ${row} and ${test})`
  }
}
