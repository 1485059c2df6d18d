import { invariant } from '../../outcome/invariant.js'
import type { CalendarDate } from '../../value/instant.js'
import type { Catalog } from '../catalog/catalog.js'
import { comparedType, findAttribute } from '../catalog/find-attribute.js'
import { findFunction } from '../catalog/find-function.js'
import { paramsFor } from '../compile/params-for.js'
import { holdsYear } from '../compile/resolve-yearly.js'
import type { SegmentAnniversary, SegmentClause, SegmentFunction, SegmentNode } from '../segment.js'
import { isSame, movedDates, pinned, type Days, type Values } from './moved-dates.js'

/** The customers for whom a condition with dates changes between two days: any of these nodes. None where it has no date that moves. */
export function dueClause(
  clause: SegmentClause,
  catalog: Catalog<never>,
  days: Days,
): readonly SegmentNode[] {
  const { kind, attribute, operator, values } = clause
  const row = findAttribute(catalog, attribute)?.row
  invariant(row, `the catalog has no attribute ${attribute}`)
  if (comparedType(row, operator, values) !== 'date') return []
  return movedDates(operator, values, days).map((comparison) => ({ kind, attribute, ...comparison }))
}

/** A day that comes again in one of two ranges, and not in both. */
export function dueAnniversary(node: SegmentAnniversary, days: Days): readonly SegmentNode[] {
  const { operator, values } = node
  if (operator === '=')
    return movedDates(operator, values, days).map((on) => ({ ...node, values: on.values }))
  const [before, after] = [pinnedYearly(values, days.before), pinnedYearly(values, days.after)]
  if (isSame(before, after)) return []
  const only = (one: Values, other: Values): SegmentNode => ({
    kind: 'and',
    nodes: [
      { ...node, values: one },
      { kind: 'not', node: { ...node, values: other } },
    ],
  })
  return [only(before, after), only(after, before)]
}

const wholeYear: Values = [
  { type: 'date', text: '2000-01-01' },
  { type: 'date', text: '2000-12-31' },
]

/** The years of dates do not count for an anniversary, so that a year or more between two offsets is written as a whole one. */
function pinnedYearly(values: Values, today: CalendarDate): Values {
  const days = pinned(values, today)
  const texts = days.map(({ text }) => text)
  return holdsYear(values, texts) ? wholeYear : days
}

/** What is counted or summed can change only with an event that comes to count, or ceases to. */
export function dueFunction(
  node: SegmentFunction,
  catalog: Catalog<never>,
  days: Days,
): readonly SegmentFunction[] {
  const rows = findFunction(catalog, node.name)?.params
  invariant(rows, `the catalog has no function ${node.name}`)
  const filters = paramsFor(node, rows, 'event').map(([param, { type }]) => ({
    param,
    moved: type === 'date' ? movedDates(param.operator, param.values, days) : [],
  }))
  const still = [
    ...filters.filter(({ moved }) => moved.length === 0),
    ...paramsFor(node, rows, 'currency').map(([param]) => ({ param })),
  ].map(({ param }) => param)
  return filters.flatMap(({ param: { name }, moved }) =>
    moved.map((comparison) => ({
      ...node,
      operator: 'MATCHES',
      params: [...still, { name, ...comparison }],
    })),
  )
}
