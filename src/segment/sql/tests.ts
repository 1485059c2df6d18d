import type { YearlyRange } from '../compile/resolve-yearly.js'
import type { Operator } from '../operator.js'
import type { Dialect } from './dialect.js'
import type { Order } from './order.js'
import { listParameter, parameter, type SqlParameter, type SqlType } from './parameter.js'
import { FALSE, sql, TRUE, type Sql } from './sql.js'

/**
 * What may be asked of something stored, by operator. Each answer is true or false, never null, and stands beside `and`, `or`
 * and `not` without brackets. The contrary of one that is there need not be.
 */
export type Tests<Value> = { readonly [Name in Operator]?: (values: readonly Value[]) => Sql } & {
  readonly [RECURS]?: (range: readonly YearlyRange[]) => Sql
}

/** Whether a day comes again within a part of the year; of dates only. */
export const RECURS = 'RECURS'

/** The operators that are the exact contrary of another. */
const contraries: { readonly [Name in Operator]?: Operator } = {
  '!=': '=',
  'NOT IN': 'IN',
  'NOT CONTAINS': 'CONTAINS',
  'IS NULL': 'IS NOT NULL',
}

/** The test of an operator; `null` where there is none. */
export function testOf<Value>(tests: Tests<Value>, operator: Operator, values: readonly Value[]): Sql | null {
  const contrary = contraries[operator]
  const positive = contrary === undefined ? undefined : tests[contrary]
  return tests[operator]?.(values) ?? (positive === undefined ? null : sql`not ${positive(values)}`)
}

/** The tests of what has an order; `isThere` is null of what is never missing. */
export function orderedTests<Value>(isThere: Sql | null, order: Order<Value>): Tests<Value> {
  const where = (test: Sql): Sql => (isThere === null ? sql`(${test})` : sql`(${isThere} and ${test})`)
  const between = (least: Value, most: Value): Sql =>
    where(sql`${order.atLeast(least)} and ${order.atMost(most)}`)
  return {
    'IS NOT NULL': () => isThere ?? TRUE,
    '=': ([value]) => between(value as Value, value as Value),
    '>': ([value]) => where(order.above(value as Value)),
    '>=': ([value]) => where(order.atLeast(value as Value)),
    '<': ([value]) => where(order.below(value as Value)),
    '<=': ([value]) => where(order.atMost(value as Value)),
    BETWEEN: ([least, most]) => between(least as Value, most as Value),
    IN: (values) => where(order.isIn(values)),
  }
}

/** The tests of what is only equal or not. */
export function equalTests<Value extends string | boolean>(
  column: Sql,
  type: SqlType,
  dialect: Dialect,
  stored: (value: Value) => Value = (value) => value,
): Tests<Value> {
  const compared = type === 'text' ? dialect.exact(column) : column
  const place = ([value]: readonly Value[]): SqlParameter => parameter(stored(value as Value), type)
  const isThere = sql`${column} is not null`
  return {
    'IS NULL': () => sql`${column} is null`,
    'IS NOT NULL': () => isThere,
    '=': (values) => sql`(${isThere} and ${compared} = ${place(values)})`,
    '!=': (values) => dialect.differs(compared, sql`${place(values)}`),
    IN: (values) =>
      sql`(${isThere} and ${dialect.isIn(compared, listParameter(values.map(stored) as string[], type))})`,
  }
}

/** The tests of ids in a column that is not text: what is no such id equals none. */
export function idTests(column: Sql, type: SqlType, form: RegExp, dialect: Dialect): Tests<string> {
  const among = (values: readonly string[]): Sql => {
    const ids = listParameter(
      values.filter((value) => form.test(value)),
      type,
    )
    return sql`(${column} is not null and ${dialect.isIn(column, ids)})`
  }
  return { 'IS NOT NULL': () => sql`${column} is not null`, '=': among, IN: among }
}

/** The tests of what is never there. */
export const never: Tests<unknown> = /* @__PURE__ */ orderedTests(FALSE, {
  atLeast: () => FALSE,
  above: () => FALSE,
  below: () => FALSE,
  atMost: () => FALSE,
  isIn: () => FALSE,
})
