import { sortValue, type Sort, type SortedRecord, type SortPlace } from '../customer/record-sort.js'
import { refusal, success, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'

/**
 * Where the next page begins; opaque. That of a sort by name holds the name of whoever came last, so it is personal data.
 */
export type Cursor = string

/** Why a page is refused. */
export type FindProblemCode = 'find.cursor-invalid' | 'find.page-too-large'

/**
 * The keyset cursor of a page that ends with this record: its value and its id. The next page goes on behind them, whatever was
 * inserted, changed or ended since.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('../testing/build-record.js')
 * const sort = { by: 'numberOfOrders', direction: 'descending' } as const
 * const cursor = cursorAfter(buildRecord({ customer: { id: '7' }, statistics: { numberOfOrders: 3 } }), sort)
 * expect(readCursor(cursor, sort)).toEqual({ ok: true, value: { value: 3, id: '7' }, warnings: [] })
 * ```
 */
export function cursorAfter(record: SortedRecord, sort?: Sort, currency?: string): Cursor {
  const value = sort === undefined ? null : sortValue(record, sort.by, currency)
  return JSON.stringify([nameOf(sort), value, record.customer.id])
}

/**
 * Reads where a page begins.
 *
 * Code: `find.cursor-invalid`, for what is no cursor, and for one of another sort.
 *
 * @example
 * ```ts @import.meta.vitest
 * const outcome = readCursor('nowhere')
 * expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(['find.cursor-invalid'])
 * ```
 */
export function readCursor(cursor: Cursor, sort?: Sort): Outcome<SortPlace, Problem<FindProblemCode>> {
  const [name, value, id] = listIn(cursor)
  const isPlace = name === nameOf(sort) && typeof id === 'string' && isValueOf(sort, value)
  return isPlace ? success({ value, id }) : refusal(problem('find.cursor-invalid', ['after']))
}

/** Of which sort a cursor is: the ids' own order has a name like any other. */
function nameOf(sort: Sort | undefined): string {
  return sort === undefined ? 'id' : `${sort.by} ${sort.direction}`
}

function listIn(cursor: Cursor): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(cursor)
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}

const NUMBERS: ReadonlySet<string> = new Set(['amountSpent', 'numberOfOrders'] satisfies Sort['by'][])

function isValueOf(sort: Sort | undefined, value: unknown): value is SortPlace['value'] {
  if (value === null || sort === undefined) return value === null
  return typeof value === (NUMBERS.has(sort.by) ? 'number' : 'string')
}
