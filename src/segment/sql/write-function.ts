import { invariant } from '../../outcome/invariant.js'
import type { HistoryFunction, PlaceFunction } from '../catalog/function.js'
import { findFunction } from '../catalog/find-function.js'
import { contextOf, paramsFor } from '../compile/params-for.js'
import type { SegmentFunction } from '../segment.js'
import { ask, compare } from './ask.js'
import { rowsOf } from './asking.js'
import { fieldAsking, fieldOf, type Events } from './events.js'
import type { MappedHistory, SegmentMapping } from './mapping.js'
import type { Spot } from './spot.js'
import { joined, sql, type Sql } from './sql.js'
import { refuse } from './sql-problem.js'
import { testOf } from './tests.js'
import { writeDistance } from './write-distance.js'
import { writeTotals } from './write-totals.js'

/** Writes what a customer's history is asked. */
export function writeFunction(node: SegmentFunction, spot: Spot): Sql {
  const row = findFunction(spot.catalog, node.name)
  invariant(row !== null, `the catalog has no function ${node.name}`)
  const test = isOfPlace(row) ? writeDistance(node, row, spot) : writeHistory(node, row, spot)
  return node.operator === 'MATCHES' ? test : sql`not ${test}`
}

function isOfPlace(row: HistoryFunction<never> | PlaceFunction): row is PlaceFunction {
  return row.reads === 'location'
}

function writeHistory(node: SegmentFunction, row: HistoryFunction<never>, spot: Spot): Sql {
  const context = contextOf(node, row.params, spot.writing.context)
  const asking = { writing: { ...spot.writing, context }, path: spot.path, name: row.name }
  const history = historyOf(row, spot.writing.mapping)
  if (history === undefined) return refuse(asking, 'segment.not-mapped')
  const scope = { alias: 'segment_event', id: history.id }
  const events: Events = { ...asking, node, row, history, scope }
  const rows = joined([rowsOf(asking, spot.customers, history, scope), ...writeFilters(events)], ' and ')
  const totals = writeTotals(events)
  if (totals.length === 0) return sql`exists (select 1 from ${rows})`
  return sql`exists (select count(*) from ${rows} having ${joined(totals, ' and ')})`
}

/** A function's own table, or that of the reader it asks. */
function historyOf(
  { name, reads }: HistoryFunction<never>,
  { histories = {} }: SegmentMapping,
): MappedHistory | undefined {
  const names = typeof reads === 'string' ? [name, reads] : [name]
  const found = names.find((candidate) => Object.hasOwn(histories, candidate))
  return found === undefined ? undefined : histories[found]
}

/** Whether an event fits all that is said of single events. */
function writeFilters(events: Events): Sql[] {
  const { node, row } = events
  const params = paramsFor(node, row.params, 'event')
  return [
    ...(row.kind === undefined ? [] : [writeKind(row.kind, events)]),
    ...paramsFor(node, row.params, 'currency').map(([, { field }]) =>
      ask(fieldAsking(events, field, 'money'), fieldOf(events, field), (tests) =>
        testOf(tests, 'IS NOT NULL', []),
      ),
    ),
    ...params.map(([param, rules]) =>
      compare(fieldAsking(events, rules.field, rules.type), fieldOf(events, rules.field), param, rules),
    ),
  ]
}

function writeKind(kind: string, events: Events): Sql {
  const asking = fieldAsking(events, 'kind', 'text')
  return ask(asking, fieldOf(events, 'kind'), (tests) => testOf(tests, '=', [kind as never]))
}
