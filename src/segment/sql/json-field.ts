import type { DialectName } from './dialect.js'
import { parameter, type SqlType } from './parameter.js'
import { sql, type Sql } from './sql.js'

/** The types that a metafield is compared as. */
export type FieldType = 'text' | 'number' | 'boolean' | 'date'

/** How a database reads a JSON map. */
interface JsonFields {
  readonly isThere: (json: Sql, key: string) => Sql
  /** the value of a key as one of a type, and null where it is of another */
  readonly values: { readonly [Type in FieldType]?: (json: Sql, key: string) => Sql }
  /** equality for which an index on the whole column serves */
  readonly equal?: (json: Sql, key: string, type: FieldType, value: string | number | boolean) => Sql | null
}

// Days that exist, and moments as `storedAs` takes them for such
const DAY =
  '([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))' +
  '|([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)'
const TIME = 'T([01][0-9]|2[0-3]):[0-5][0-9]'
const INSTANT_OR_DAY = `^${DAY}(${TIME}:[0-5][0-9]\\.[0-9]{3}Z)?$`
const MOMENT = `^(?!0000|0001|9999)${DAY}${TIME}(:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$`

const postgres: JsonFields = {
  isThere: (json, key) => sql`coalesce(jsonb_typeof(${json} -> ${keyOf(key)}), 'null') <> 'null'`,
  values: {
    text: (json, key) => ifType(json, key, sql`'string'`, sql`${json} ->> ${keyOf(key)}`),
    number: (json, key) => ifType(json, key, sql`'number'`, sql`(${json} ->> ${keyOf(key)})::numeric`),
    boolean: (json, key) => ifType(json, key, sql`'boolean'`, sql`(${json} ->> ${keyOf(key)})::boolean`),
    date: (json, key) => ifType(json, key, sql`'string'`, dateOf(sql`(${json} ->> ${keyOf(key)})`)),
  },
  equal: (json, key, type, value) => {
    if (type === 'date') return null
    const wanted = sql`jsonb_build_object(${keyOf(key)}, ${parameter(value, sqlTypes[type])})`
    return sql`(${json} is not null and ${json} @> ${wanted})`
  },
}

const sqlTypes: { readonly [Type in Exclude<FieldType, 'date'>]: SqlType } = {
  text: 'text',
  number: 'decimal',
  boolean: 'boolean',
}

function keyOf(key: string): Sql {
  return sql`${parameter(key, 'text')}`
}

function ifType(json: Sql, key: string, type: Sql, value: Sql): Sql {
  return sql`case when jsonb_typeof(${json} -> ${keyOf(key)}) = ${type} then ${value} end`
}

/** A date in the one form in which it is compared. What is finer than a millisecond is cut off before it could be rounded. */
function dateOf(text: Sql): Sql {
  const moment = sql`regexp_replace(${text}, '(\\.[0-9]{3})[0-9]+', '\\1')::timestamptz at time zone 'UTC'`
  return sql`case when ${text} ~ ${parameter(INSTANT_OR_DAY, 'text')} then ${text} when ${text} ~ ${parameter(MOMENT, 'text')} then to_char(${moment}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end`
}

/** SQLite cannot tell a date from any other text, so it reads none. */
const sqlite: JsonFields = {
  isThere: (json, key) => sql`coalesce(json_type(${json}, ${pathOf(key)}), 'null') <> 'null'`,
  values: {
    text: (json, key) => ifOneOf(json, key, sql`'text'`),
    number: (json, key) => ifOneOf(json, key, sql`'integer', 'real'`),
    boolean: (json, key) => ifOneOf(json, key, sql`'true', 'false'`),
  },
}

/** A key holds no quotes: it is a word of the language. */
function pathOf(key: string): Sql {
  return sql`${parameter(`$."${key}"`, 'text')}`
}

function ifOneOf(json: Sql, key: string, types: Sql): Sql {
  const path = pathOf(key)
  return sql`case when json_type(${json}, ${path}) in (${types}) then json_extract(${json}, ${path}) end`
}

/** How each database reads metafields in a JSON column. */
export const jsonFields: { readonly [Name in DialectName]: JsonFields } = { postgres, sqlite }
