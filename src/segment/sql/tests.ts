import type { Operator } from '../operator.js'
import type { Dialect } from './dialect.js'
import type { Order } from './order.js'
import { listParameter, parameter, type SqlType } from './parameter.js'
import { FALSE, sql, type Sql } from './sql.js'

/** What may be asked of something stored: `RECURS`, of dates, whether a day comes again within a part of the year. */
export type Question = Operator | 'RECURS'

/**
 * Asks something stored. Each answer is true or false, never null, and stands beside `and`, `or` and `not` without brackets;
 * `null` where it cannot be asked so. What is the contrary of something else need not be known.
 */
export type Tests<Value> = (question: Question, values: readonly Value[]) => Sql | null

/** The questions that are the exact contrary of another. */
const contraries: { readonly [Name in Question]?: Question } = {
  '!=': '=',
  'NOT IN': 'IN',
  'NOT CONTAINS': 'CONTAINS',
  'IS NULL': 'IS NOT NULL',
}

/** Asks, if need be by the contrary. */
export function testOf<Value>(tests: Tests<Value>, question: Question, values: readonly Value[]): Sql | null {
  const contrary = contraries[question]
  const direct = tests(question, values)
  if (direct !== null || contrary === undefined) return direct
  const other = tests(contrary, values)
  return other && sql`not ${other}`
}

/** The tests of what is never there. */
export const never: Tests<unknown> = (question) => (contraries[question] === undefined ? FALSE : null)

interface Ordered<Value> {
  readonly isThere: Sql | null
  readonly order: Order<Value>
}

type Questions<Stored, Value> = {
  readonly [Name in Question]?: (stored: Stored, values: readonly Value[]) => Sql
}

const orderedQuestions: Questions<Ordered<never>, never> = {
  // Nobody asks it of what is never missing
  'IS NOT NULL': ({ isThere }) => isThere as Sql,
  '=': (stored, [value]) => between(stored, value as never, value as never),
  '>': ({ isThere, order }, [value]) => where(isThere, order.above(value as never)),
  '>=': ({ isThere, order }, [value]) => where(isThere, order.atLeast(value as never)),
  '<': ({ isThere, order }, [value]) => where(isThere, order.below(value as never)),
  '<=': ({ isThere, order }, [value]) => where(isThere, order.atMost(value as never)),
  BETWEEN: (stored, [least, most]) => between(stored, least as never, most as never),
  IN: ({ isThere, order }, values) => where(isThere, order.isIn(values)),
}

function between({ isThere, order }: Ordered<never>, least: never, most: never): Sql {
  return where(isThere, sql`${order.atLeast(least)} and ${order.atMost(most)}`)
}

function where(isThere: Sql | null, test: Sql): Sql {
  return isThere === null ? sql`(${test})` : sql`(${isThere} and ${test})`
}

/** The tests of what has an order; `isThere` is null of what is never missing. */
export function orderedTests<Value>(isThere: Sql | null, order: Order<Value>): Tests<Value> {
  const stored = { isThere, order } as Ordered<never>
  return (question, values) => orderedQuestions[question]?.(stored, values as readonly never[]) ?? null
}

/** A column of which one value is like another or not. */
interface Equal<Value> {
  readonly column: Sql
  readonly type: SqlType
  readonly dialect: Dialect
  /** what the column has in place of a value */
  readonly stored: (value: Value) => Value
}

const equalQuestions: Questions<Equal<never>, never> = {
  'IS NULL': ({ column }) => sql`${column} is null`,
  'IS NOT NULL': ({ column }) => sql`${column} is not null`,
  '=': (equal, [value]) => sql`(${equal.column} is not null and ${exact(equal)} = ${place(equal, value)})`,
  '!=': (equal, [value]) => equal.dialect.differs(exact(equal), place(equal, value)),
  IN: (equal, values) => {
    const list = listParameter(values.map(equal.stored), equal.type)
    return sql`(${equal.column} is not null and ${equal.dialect.isIn(exact(equal), list)})`
  },
}

function exact({ column, type, dialect }: Equal<never>): Sql {
  return type === 'text' ? dialect.exact(column) : column
}

function place({ type, stored }: Equal<never>, value: unknown): Sql {
  return sql`${parameter(stored(value as never), type)}`
}

/** The tests of what is only equal or not. */
export function equalTests<Value extends string | boolean>(
  column: Sql,
  type: SqlType,
  dialect: Dialect,
  stored: (value: Value) => Value = asItIs,
): Tests<Value> {
  const equal = { column, type, dialect, stored } as unknown as Equal<never>
  return (question, values) => equalQuestions[question]?.(equal, values as readonly never[]) ?? null
}

function asItIs<Value>(value: Value): Value {
  return value
}

/** The tests of ids in a column that is not text: what is no such id equals none. */
export function idTests(
  column: Sql,
  type: SqlType,
  isId: (text: string) => boolean,
  dialect: Dialect,
): Tests<string> {
  return (question, values) => {
    if (question === 'IS NOT NULL') return sql`${column} is not null`
    if (question !== '=' && question !== 'IN') return null
    const ids = values.filter(isId)
    return sql`(${column} is not null and ${dialect.isIn(column, listParameter(ids, type))})`
  }
}
