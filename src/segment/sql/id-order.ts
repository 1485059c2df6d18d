import type { Dialect } from './dialect.js'
import type { Order } from './order.js'
import { parameter, type SqlParameter } from './parameter.js'
import { sql, type Sql } from './sql.js'

// As many digits as count exactly
const NUMBER = /^\d{1,15}$/
const BEYOND = 1e15

/** Compares ids that are whole numbers; others count as missing. `number` is null where the stored id is none. */
export function idOrder(number: Sql): Order<string> {
  const order: Omit<Order<string>, 'isIn'> = {
    atLeast: (value) => sql`${number} >= ${whole(value, BEYOND)}`,
    above: (value) => sql`${number} > ${whole(value, BEYOND)}`,
    below: (value) => sql`${number} < ${whole(value, -1)}`,
    atMost: (value) => sql`${number} <= ${whole(value, -1)}`,
  }
  // Whether it is one of several, is asked of the id as it is stored
  return order as Order<string>
}

/** A value as a number; where it is none, one with which nothing compares. */
function whole(value: string, none: number): SqlParameter {
  return parameter(NUMBER.test(value) ? Number(value) : none, 'whole')
}

/** A text as the whole number that it is, or null. */
export const numberOfText: { readonly [Name in Dialect['name']]: (text: Sql) => Sql } = {
  postgres: (text) => sql`case when ${text} ~ '^[0-9]{1,15}$' then ${text}::bigint end`,
  sqlite: (text) =>
    sql`case when length(${text}) between 1 and 15 and ${text} not glob '*[^0-9]*' then cast(${text} as integer) end`,
}
