import { addToDate } from '../../value/calendar.js'
import type { CalendarDate, Instant } from '../../value/instant.js'
import type { TimeRange } from '../catalog/value-type.js'
import type { DialectName } from './dialect.js'
import type { MappedDate } from './mapping.js'
import { parameter, type SqlType } from './parameter.js'
import { sql, type Sql } from './sql.js'

/** How one way to store dates is compared. */
export interface DateStorage {
  readonly type: SqlType
  /** compared as texts, byte by byte */
  readonly isText?: true
  readonly from: (range: TimeRange) => string | number
  readonly until: (range: TimeRange) => string | number
  /** month and day in a zone, `MM-DD`; `null` where the database does not know the zone */
  readonly monthDay: (column: Sql, timeZone: string) => Sql | null
}

/** A way to store moments; `moment` is one in PostgreSQL, `utcDay` its month and day in SQLite. */
type Moments = Omit<DateStorage, 'monthDay'>

const instantText: Moments = {
  type: 'text',
  isText: true,
  from: ({ from }) => from,
  until: ({ until }) => until,
}

const dayText: Moments = {
  type: 'text',
  isText: true,
  from: ({ fromLocal }) => fromLocal,
  until: ({ untilLocal }) => untilLocal,
}

const milliseconds: Moments = {
  type: 'whole',
  from: ({ from }) => Date.parse(from),
  until: ({ until }) => Date.parse(until),
}

const days: Moments = {
  type: 'date',
  from: ({ fromLocal }) => firstDayFrom(fromLocal),
  until: ({ untilLocal }) => firstDayFrom(untilLocal),
}

function postgresMoments(type: SqlType): Moments {
  return { type, from: ({ from }) => withEra(from), until: ({ until }) => withEra(until) }
}

/** PostgreSQL has no year 0; it is the year 1 BC. */
function withEra(date: Instant | CalendarDate): string {
  return date.startsWith('0000') ? `0001${date.slice(4)} BC` : date
}

/** The first calendar day that is not before a local day or time. */
function firstDayFrom(local: string): string {
  const day = local.slice(0, 10)
  if (local === day) return withEra(day)
  const next = addToDate(day, 1, 'd')
  // After the last day that a date can count there is none
  return next === day ? 'infinity' : withEra(next)
}

/** PostgreSQL has no year 0, but every four hundred years months and days are the same. */
function instantOfText(text: Sql): Sql {
  return sql`regexp_replace(${text}, '^0000', '0400')::timestamptz`
}

/** The ways that each database knows; the first is its own. */
export const dateStorages: {
  readonly [Name in DialectName]: { readonly [Form in MappedDate]?: DateStorage }
} = {
  postgres: {
    timestamptz: inPostgres(postgresMoments('timestamptz'), (column) => column),
    timestamp: inPostgres(postgresMoments('timestamp'), (column) => sql`${column} at time zone 'UTC'`),
    date: { ...days, monthDay: (column) => sql`to_char(${column}, 'MM-DD')` },
    text: inPostgres(instantText, instantOfText),
    milliseconds: inPostgres(milliseconds, (column) => sql`to_timestamp(${column} / 1000.0)`),
  },
  sqlite: {
    text: inSqlite(instantText, (column) => sql`substr(${column}, 6, 5)`),
    date: { ...dayText, monthDay: (column) => sql`substr(${column}, 6, 5)` },
    milliseconds: inSqlite(milliseconds, (column) => sql`strftime('%m-%d', ${column} / 1000, 'unixepoch')`),
  },
}

/** Texts of which some are instants and some calendar days: how those of each kind are compared. */
export const eitherStorages: {
  readonly [Name in DialectName]: { readonly day: DateStorage; readonly instant: DateStorage }
} = {
  postgres: {
    day: { ...dayText, monthDay: (column) => sql`substr(${column}, 6, 5)` },
    instant: dateStorages.postgres.text as DateStorage,
  },
  sqlite: {
    day: dateStorages.sqlite.date as DateStorage,
    instant: dateStorages.sqlite.text as DateStorage,
  },
}

function inPostgres(moments: Moments, moment: (column: Sql) => Sql): DateStorage {
  const monthDay: DateStorage['monthDay'] = (column, timeZone) => {
    // An offset means the contrary there
    if (/^[+-]/.test(timeZone)) return null
    return sql`to_char((${moment(column)}) at time zone ${parameter(timeZone, 'text')}, 'MM-DD')`
  }
  return { ...moments, monthDay }
}

/** SQLite knows no zones. */
function inSqlite(moments: Moments, utcDay: (column: Sql) => Sql): DateStorage {
  return { ...moments, monthDay: (column, timeZone) => (timeZone === 'UTC' ? utcDay(column) : null) }
}
