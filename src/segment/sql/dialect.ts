import { listParameter, parameter, type SqlParameter, type SqlType, type SqlValue } from './parameter.js'
import { sql, type Sql } from './sql.js'

/** A database that segments can be written for. */
export type DialectName = 'postgres' | 'sqlite'

/** From the first, up to and without the second. */
export type SqlRange = readonly [from: string | number, until: string | number]

/** What databases write differently. */
export interface Dialect {
  readonly name: DialectName
  /** the place of a parameter, by its number */
  readonly place: (index: number) => string
  /** the same where the numbers go on from the host's own */
  readonly numbered: (index: number) => string
  /** a place, told its type, so that no driver has to guess */
  readonly typed: (place: string, parameter: SqlParameter) => string
  /** the value as every driver takes it */
  readonly value: (parameter: SqlParameter) => SqlValue
  /** texts that are equal only byte by byte */
  readonly exact: (text: Sql) => Sql
  /** texts in the order of their bytes */
  readonly ordered: (text: Sql) => Sql
  /** not equal, where nothing is equal to nothing only */
  readonly differs: (one: Sql, other: Sql) => Sql
  /** whether a value is one of a list of any length */
  readonly isIn: (one: Sql, list: SqlParameter) => Sql
  /** ranges of any number as a table with the columns `f` and `u` */
  readonly ranges: (ranges: readonly SqlRange[], type: SqlType) => Sql
}

const postgresTypes: { readonly [Type in SqlType]: string } = {
  text: 'text',
  whole: 'bigint',
  decimal: 'numeric',
  double: 'float8',
  boolean: 'boolean',
  uuid: 'uuid',
  timestamptz: 'timestamptz',
  timestamp: 'timestamp',
  date: 'date',
}

// Drivers turn moments into their own objects, so they are told that it is a text
const writtenAsText: ReadonlySet<SqlType> = new Set(['timestamptz', 'timestamp', 'date', 'uuid'])

function typedForPostgres(place: string, { type, isList }: SqlParameter): string {
  const list = isList ? '[]' : ''
  const text = writtenAsText.has(type) ? `::text${list}` : ''
  return `${place}${text}::${postgresTypes[type]}${list}`
}

export const dialects: { readonly [Name in DialectName]: Dialect } = {
  postgres: {
    name: 'postgres',
    place: (index) => `$${index}`,
    numbered: (index) => `$${index}`,
    typed: typedForPostgres,
    value: ({ value }) => value,
    exact: (text) => text,
    ordered: (text) => sql`${text} collate "C"`,
    differs: (one, other) => sql`${one} is distinct from ${other}`,
    isIn: (one, list) => sql`${one} = any(${list})`,
    ranges: (ranges, type) => {
      const starts = ranges.map(([from]) => from) as string[]
      const ends = ranges.map(([, until]) => until) as string[]
      return sql`(select * from unnest(${listParameter(starts, type)}, ${listParameter(ends, type)}) as p(f, u))`
    },
  },
  sqlite: {
    name: 'sqlite',
    place: () => '?',
    numbered: (index) => `?${index}`,
    typed: (place) => place,
    value: ({ value, isList }) => (isList ? JSON.stringify(value) : plain(value)),
    exact: (text) => sql`${text} collate binary`,
    ordered: (text) => sql`${text} collate binary`,
    differs: (one, other) => sql`${one} is not ${other}`,
    isIn: (one, list) => sql`${one} in (select value from json_each(${list}))`,
    ranges: (ranges) =>
      sql`(select json_extract(value, '$[0]') as f, json_extract(value, '$[1]') as u from json_each(${parameter(JSON.stringify(ranges), 'text')}))`,
  },
}

/** SQLite has no booleans, and its drivers take none. */
function plain(value: SqlValue): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value
}
