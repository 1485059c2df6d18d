import type { Money } from '../../value/money.js'
import type { Predicate } from '../catalog/catalog.js'
import { negated } from '../catalog/compared.js'
import type { FunctionRow, HistoryFunction, HistoryParam, SumParam } from '../catalog/function.js'
import type { Related } from '../catalog/related.js'
import type { SegmentFunction } from '../segment.js'
import { compileComparison, inShopCurrency } from './compile-clause.js'
import { compileDistance } from './compile-distance.js'
import { contextOf, paramsFor } from './params-for.js'
import { readerOf } from './reader-of.js'
import type { ResolveContext } from './resolve-value.js'

/** An event of any kind, read by the field that a parameter names. */
type Event = { readonly [field: string]: unknown }

/** Compiles what a customer's history is asked. */
export function compileFunction<T>(
  node: SegmentFunction,
  row: FunctionRow<T>,
  context: ResolveContext,
  related: Related<T>,
): Predicate<T> {
  const test =
    row.reads === 'location'
      ? compileDistance(node, row.params, related)
      : compileHistory(node, row, context, related)
  return node.operator === 'MATCHES' ? test : negated(test)
}

function compileHistory<T>(
  node: SegmentFunction,
  row: HistoryFunction<T>,
  shop: ResolveContext,
  related: Related<T>,
): Predicate<T> {
  const context = contextOf(node, row.params, shop)
  const events = eventsOf(row, related)
  const fits = compileFilter(node, row, context)
  const totals = compileTotals(node, row.params, context)
  if (totals.length === 0) return (record) => events(record).some(fits)
  return (record) => {
    const chosen = events(record).filter(fits)
    return totals.every((isMet) => isMet(chosen))
  }
}

function eventsOf<T>({ reads }: HistoryFunction<T>, related: Related<T>): (record: T) => readonly Event[] {
  const reader = typeof reads === 'string' ? readerOf(related, reads) : reads
  return reader as (record: T) => readonly Event[]
}

/** Whether an event fits all that is said of single events. */
function compileFilter<T>(
  node: SegmentFunction,
  { kind, params }: HistoryFunction<T>,
  context: ResolveContext,
): Predicate<Event> {
  const filters = [
    ...(kind === undefined ? [] : [(event: Event) => event['kind'] === kind]),
    ...paramsFor(node, params, 'currency').map(
      ([, { field }]): Predicate<Event> =>
        (event) =>
          inShopCurrency(event[field] as Money | null, context) !== null,
    ),
    ...paramsFor(node, params, 'event').map(([{ operator, values }, row]) =>
      compileComparison(
        { ...row, read: (event: Event) => event[row.field] as never },
        operator,
        values,
        context,
      ),
    ),
  ]
  return (event) => filters.every((fits) => fits(event))
}

/** What is said of all the events together. */
function compileTotals(
  node: SegmentFunction,
  rows: readonly HistoryParam[],
  context: ResolveContext,
): Predicate<readonly Event[]>[] {
  return [
    ...paramsFor(node, rows, 'count').map(([{ operator, values }, row]) =>
      compileComparison(
        { ...row, read: (events: readonly Event[]) => events.length },
        operator,
        values,
        context,
      ),
    ),
    ...paramsFor(node, rows, 'sum').map(([{ operator, values }, row]) =>
      compileComparison({ ...row, read: sumOf(row, context) as never }, operator, values, context),
    ),
  ]
}

function sumOf(
  { field, type }: SumParam,
  context: ResolveContext,
): (events: readonly Event[]) => number | Money | null {
  if (type === 'money') {
    return (events) =>
      sumOfMoney(
        events.map((event) => event[field] as Money | null),
        context,
      )
  }
  return (events) => events.reduce((sum, event) => sum + Number(event[field] ?? 0), 0)
}

/** Nobody's currency, for the sum of nothing. */
const NO_CURRENCY = 'XXX'

function sumOfMoney(amounts: readonly (Money | null)[], context: ResolveContext): Money | null {
  const known = amounts.map((money) => inShopCurrency(money, context)).filter((money) => money !== null)
  const currency = context.currency ?? known[0]?.currency ?? NO_CURRENCY
  if (known.some((money) => money.currency !== currency)) return null
  return { minor: known.reduce((sum, { minor }) => sum + minor, 0), currency }
}
