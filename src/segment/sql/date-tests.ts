import { addToDate } from '../../value/calendar.js'
import { recurs, type YearlyRange } from '../compile/resolve-yearly.js'
import type { TimeRange } from '../catalog/value-type.js'
import type { Writing } from './asking.js'
import { dateStorages, eitherStorages, type DateStorage } from './date-storage.js'
import type { Dialect, DialectName } from './dialect.js'
import type { MappedDate } from './mapping.js'
import { choice, orderByEdges, type Order } from './order.js'
import { listParameter, parameter } from './parameter.js'
import { sql, type Sql } from './sql.js'
import { orderedTests, type Tests } from './tests.js'

const ownForm: { readonly [Name in DialectName]: MappedDate } = { postgres: 'timestamptz', sqlite: 'text' }

/** What a column of dates can be asked; `null` where the database has no such column. */
export function dateTests(
  column: Sql,
  { dialect, context }: Writing,
  form: string = ownForm[dialect.name],
): Tests<never> | null {
  const storage = dateStorages[dialect.name][form as MappedDate]
  if (storage === undefined) return null
  const order = orderAsStored(column, dialect, storage)
  return testsOf(column, order, dialect, () => storage.monthDay(column, context.timeZone))
}

/** What texts can be asked of which some are instants and some calendar days. */
export function eitherDateTests(column: Sql, { dialect, context }: Writing): Tests<never> {
  const { day, instant } = eitherStorages[dialect.name]
  const isDay = sql`length(${column}) = 10`
  const order = choice(
    [{ when: isDay, order: orderAsStored(column, dialect, day) }],
    orderAsStored(column, dialect, instant),
  )
  return testsOf(column, order, dialect, () => {
    const ofDay = day.monthDay(column, context.timeZone)
    const ofInstant = instant.monthDay(column, context.timeZone)
    return ofDay && ofInstant && sql`case when ${isDay} then ${ofDay} else ${ofInstant} end`
  })
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

function testsOf(
  column: Sql,
  order: Order<TimeRange>,
  dialect: Dialect,
  monthDay: () => Sql | null,
): Tests<never> {
  const isThere = sql`${column} is not null`
  const tests: Tests<never> = orderedTests(isThere, order)
  return (question, values) => {
    if (question !== 'RECURS') return tests(question, values)
    const [range] = values
    const [day, days] = [monthDay(), listParameter(daysOf(range as never), 'text')]
    return day && sql`(${isThere} and ${dialect.isIn(day, days)})`
  }
}

/** All days of a part of the year, `MM-DD`. */
function daysOf(range: YearlyRange): string[] {
  return Array.from({ length: 366 }, (_, i) => addToDate('2000-01-01', i, 'd'))
    .filter((day) => recurs(day, range, 'UTC'))
    .map((day) => day.slice(5))
}
