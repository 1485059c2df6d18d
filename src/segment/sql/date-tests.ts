import { addToDate } from '../../value/calendar.js'
import { recurs, type YearlyRange } from '../compile/resolve-yearly.js'
import type { TimeRange } from '../catalog/value-type.js'
import type { Writing } from './asking.js'
import { dateStorages, eitherStorages, type DateStorage } from './date-storage.js'
import type { Dialect } from './dialect.js'
import type { MappedDate } from './mapping.js'
import { choice, orderByEdges, type Order } from './order.js'
import { listParameter, parameter } from './parameter.js'
import { sql, type Sql } from './sql.js'
import { orderedTests, RECURS, type Tests } from './tests.js'

/** What a column of dates can be asked; `null` where the database has no such column. */
export function dateTests(column: Sql, { dialect, context }: Writing, form?: string): Tests<never> | null {
  const storages = dateStorages[dialect.name]
  const [own] = Object.keys(storages)
  const storage = storages[(form ?? own) as MappedDate]
  if (storage === undefined) return null
  const monthDay = storage.monthDay(column, context.timeZone)
  return testsOf(column, orderAsStored(column, dialect, storage), monthDay, dialect)
}

/** What texts can be asked of which some are instants and some calendar days. */
export function eitherDateTests(column: Sql, { dialect, context }: Writing): Tests<never> {
  const { day, instant } = eitherStorages[dialect.name]
  const isDay = sql`length(${column}) = 10`
  const order = choice(
    [{ when: isDay, order: orderAsStored(column, dialect, day) }],
    orderAsStored(column, dialect, instant),
  )
  const ofDay = day.monthDay(column, context.timeZone) as Sql
  const ofInstant = instant.monthDay(column, context.timeZone)
  const monthDay = ofInstant && sql`case when ${isDay} then ${ofDay} else ${ofInstant} end`
  return testsOf(column, order, monthDay, dialect)
}

function orderAsStored(column: Sql, dialect: Dialect, storage: DateStorage): Order<TimeRange> {
  const { type, isText, from, until } = storage
  const compared = isText === true ? dialect.ordered(column) : column
  return orderByEdges(
    compared,
    (range) => ({ from: parameter(from(range), type), until: parameter(until(range), type) }),
    (values) => {
      const ranges = dialect.ranges(
        values.map((range) => [from(range), until(range)]),
        type,
      )
      return sql`exists (select 1 from ${ranges} as segment_day where ${compared} >= segment_day.f and ${compared} < segment_day.u)`
    },
  )
}

function testsOf(column: Sql, order: Order<TimeRange>, monthDay: Sql | null, dialect: Dialect): Tests<never> {
  const isThere = sql`${column} is not null`
  const tests = orderedTests(isThere, order)
  if (monthDay === null) return tests
  const among = (range: YearlyRange): Sql => dialect.isIn(monthDay, listParameter(daysOf(range), 'text'))
  return { ...tests, [RECURS]: ([range]) => sql`(${isThere} and ${among(range as YearlyRange)})` }
}

/** All days of a part of the year, `MM-DD`. */
function daysOf(range: YearlyRange): string[] {
  return Array.from({ length: 366 }, (_, i) => addToDate('2000-01-01', i, 'd'))
    .filter((day) => recurs(day, range, 'UTC'))
    .map((day) => day.slice(5))
}
