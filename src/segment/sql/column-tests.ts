import { columnOf, type Writing } from './asking.js'
import { dateTests } from './date-tests.js'
import { idOrder, numberOfText } from './id-order.js'
import type { MappedColumn, MappedId } from './mapping.js'
import { decimalOrder, wholeOrder } from './order.js'
import type { SqlType } from './parameter.js'
import { sql, type Sql } from './sql.js'
import type { StorageAsking } from './storage-asking.js'
import { equalTests, idTests, never, orderedTests, type Tests } from './tests.js'

type OfColumn = (column: Sql, storage: MappedColumn, writing: Writing) => Tests<never> | null

/** What a column can be asked, by the type that is compared; of the others, only whether it is filled. */
const columnTests: { readonly [type: string]: OfColumn } = {
  date: (column, { as }, writing) => dateTests(column, writing, as),
  number: (column, _storage, { dialect }) => orderedTests(isThere(column), decimalOrder(column, dialect)),
  integer: (column, _storage, { dialect }) => orderedTests(isThere(column), wholeOrder(column, dialect)),
  boolean: (column, _storage, { dialect }) => equalTests(column, 'boolean', dialect),
  text: textTests,
  enum: textTests,
  any: (column) => (question) => (question === 'IS NOT NULL' ? isThere(column) : null),
}

/** What a column with one value can be asked. */
export function testsOfColumn(storage: MappedColumn, asking: StorageAsking): Tests<never> | null {
  const { type, scope, writing } = asking
  // A metafield of another type counts as missing
  if (storage.type !== undefined && type !== 'any' && type !== storage.type) return never
  return columnTests[type]?.(columnOf(asking, scope, storage.column), storage, writing) ?? null
}

/** A form of ids that are not stored as text; another text is the id of nothing. */
interface IdForm {
  readonly type: SqlType
  readonly isId: (text: string) => boolean
  /** the id as a whole number, or null where it is none that has an order */
  readonly number?: (column: Sql) => Sql
}

const ids: { readonly [Form in MappedId]: IdForm } = {
  bigint: {
    type: 'whole',
    isId: isBigint,
    number: (column) => sql`case when ${column} between 0 and 999999999999999 then ${column} end`,
  },
  uuid: {
    type: 'uuid',
    isId: (text) => /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/.test(text),
  },
}

/** A whole number of 64 bits, written as it is read again. */
function isBigint(text: string): boolean {
  return /^(?:0|-?[1-9]\d{0,18})$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text)
}

function textTests(column: Sql, { as, values }: MappedColumn, { dialect }: Writing): Tests<string> {
  const id = as !== undefined && Object.hasOwn(ids, as) ? ids[as as MappedId] : undefined
  const equal =
    id === undefined
      ? equalTests(column, 'text', dialect, values && inPlaceOf(values))
      : idTests(column, id.type, id.isId, dialect)
  const numberOf = id === undefined ? numberOfText[dialect.name] : id.number
  return (question, asked) =>
    equal(question, asked) ?? (numberOf ? testsOfNumber(numberOf(column))(question, asked) : null)
}

function inPlaceOf(values: { readonly [value: string]: string }): (value: string) => string {
  return (value) => (Object.hasOwn(values, value) ? (values[value] as string) : value)
}

/** The order of ids that are whole numbers. */
function testsOfNumber(number: Sql): Tests<string> {
  return orderedTests(isThere(number), idOrder(number))
}

function isThere(column: Sql): Sql {
  return sql`${column} is not null`
}
