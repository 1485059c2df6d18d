import type { Dialect } from './dialect.js'
import { listParameter, parameter, type SqlParameter } from './parameter.js'
import { sql, type Sql } from './sql.js'

/** How a stored value is compared with a resolved one. None of it is null unless the stored value is. */
export interface Order<Value> {
  readonly atLeast: (value: Value) => Sql
  readonly above: (value: Value) => Sql
  readonly below: (value: Value) => Sql
  readonly atMost: (value: Value) => Sql
  readonly isIn: (values: readonly Value[]) => Sql
}

/** What a value means as a range: the least that is not below it, and the least that is above it. */
export interface Edges {
  readonly from: SqlParameter
  readonly until: SqlParameter
}

/** Compares by the edges of ranges, so that an index on the column serves. */
export function orderByEdges<Value>(
  column: Sql,
  edges: (value: Value) => Edges,
  isIn: (values: readonly Value[]) => Sql,
): Order<Value> {
  return {
    atLeast: (value) => sql`${column} >= ${edges(value).from}`,
    above: (value) => sql`${column} >= ${edges(value).until}`,
    below: (value) => sql`${column} < ${edges(value).from}`,
    atMost: (value) => sql`${column} < ${edges(value).until}`,
    isIn,
  }
}

/** No whole number that JavaScript counts exactly lies beyond; what is typed may. */
const FURTHEST = 2 ** 53

/** Compares whole numbers; a typed fraction lies between two. */
export function wholeOrder(column: Sql, dialect: Dialect): Order<number> {
  return orderByEdges(
    column,
    (value) => ({ from: whole(Math.ceil(value)), until: whole(Math.floor(value) + 1) }),
    (values) => dialect.isIn(column, listParameter(values.filter(Number.isSafeInteger), 'whole')),
  )
}

function whole(value: number): SqlParameter {
  return parameter(Math.min(Math.max(value, -FURTHEST), FURTHEST), 'whole')
}

/** Compares numbers with fractions. */
export function decimalOrder(column: Sql, dialect: Dialect): Order<number> {
  return {
    atLeast: (value) => sql`${column} >= ${parameter(value, 'decimal')}`,
    above: (value) => sql`${column} > ${parameter(value, 'decimal')}`,
    below: (value) => sql`${column} < ${parameter(value, 'decimal')}`,
    atMost: (value) => sql`${column} <= ${parameter(value, 'decimal')}`,
    isIn: (values) => dialect.isIn(column, listParameter(values.filter(Number.isFinite), 'decimal')),
  }
}

/** Compares in one of several ways, by the row. */
export function choice<Value>(
  cases: readonly { readonly when: Sql; readonly order: Order<Value> }[],
  otherwise: Order<Value>,
): Order<Value> {
  const choose = (test: (order: Order<Value>) => Sql): Sql => {
    const whens = cases.map(({ when, order }) => sql` when ${when} then ${test(order)}`)
    return sql`case${{ texts: ['', ...whens.map(() => '')], parts: whens }} else ${test(otherwise)} end`
  }
  return {
    atLeast: (value) => choose((order) => order.atLeast(value)),
    above: (value) => choose((order) => order.above(value)),
    below: (value) => choose((order) => order.below(value)),
    atMost: (value) => choose((order) => order.atMost(value)),
    isIn: (values) => choose((order) => order.isIn(values)),
  }
}
