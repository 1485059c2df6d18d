import type { Catalog, TextRules } from '../catalog/catalog.js'
import { findAttribute } from '../catalog/find-attribute.js'
import { findFunction, operatorsOf } from '../catalog/find-function.js'
import type { FunctionParam, FunctionRow } from '../catalog/function.js'
import { operatorsByType } from '../catalog/value-type.js'
import { problemAt, type SegmentProblem } from '../segment-problem.js'
import { nearest } from '../text/nearest.js'
import { operatorNotAllowed } from './check-clause.js'
import { checkValue } from './check-value.js'
import type { ReadFunction, ReadParam } from './read-leaf.js'
import { unknownName } from './unknown-name.js'

/** What is wrong with a function by the catalog: each parameter is known and stands once. */
export function checkFunction(leaf: ReadFunction, catalog: Catalog<never>): SegmentProblem[] {
  const { name, operator, params } = leaf
  const row = findFunction(catalog, name.value)
  if (row === null) {
    const attribute = findAttribute(catalog, name.value)?.row
    return attribute === undefined
      ? [unknownName(name, catalog)]
      : [operatorNotAllowed(operator, attribute.operators ?? operatorsByType[attribute.type])]
  }
  return [...checkParams(params, row), ...missing(leaf, row)]
}

function checkParams(params: readonly ReadParam[], { params: rows }: FunctionRow<never>): SegmentProblem[] {
  const used = new Set<string>()
  return params.flatMap((param) => {
    const row = rows.find(({ name }) => name === param.name.value)
    if (row === undefined) return [unknownParam(param, rows)]
    if (used.has(slotOf(row))) return [repeated(param, used, rows)]
    used.add(slotOf(row))
    return checkParam(param, row)
  })
}

/** A parameter stands once, and of the units of a distance only one. */
function slotOf({ name, of }: FunctionParam): string {
  return of === 'distance' ? of : name
}

function checkParam({ operator, values }: ReadParam, row: FunctionParam): SegmentProblem[] {
  if (operator === null) return []
  const allowed = operatorsOf(row)
  if (!allowed.includes(operator.value)) return [operatorNotAllowed(operator, allowed)]
  const type = row.of === 'distance' ? row.of : row.type
  return values.flatMap((value) => checkValue(value, type, row as TextRules))
}

function repeated(
  { name }: ReadParam,
  used: ReadonlySet<string>,
  rows: readonly FunctionParam[],
): SegmentProblem {
  const left = rows.filter((row) => !used.has(slotOf(row)))
  const expected = left.length === 0 ? [')'] : left.map((row) => row.name)
  return problemAt('segment.unexpected', name.at, { found: name.value, expected })
}

/** Suffixes that the old spelling knows elsewhere, and what they mean. */
const suffixes: readonly (readonly [string, string])[] = [
  ['_at_least', '>='],
  ['_at_most', '<='],
  ['_more_than', '>'],
  ['_greater_than', '>'],
  ['_less_than', '<'],
  ['_equals', '='],
]

function unknownParam({ name, values }: ReadParam, params: readonly FunctionParam[]): SegmentProblem {
  const expected = params.map((row) => row.name)
  const suffix = suffixes.find(([end]) => name.value.endsWith(end))
  const stem = suffix === undefined ? '' : name.value.slice(0, -suffix[0].length)
  const spelling = [stem, suffix?.[1], values[0]?.value.text].join(' ').trim()
  return problemAt('segment.unknown-attribute', name.at, {
    found: name.value,
    expected,
    nearest: expected.includes(stem) ? spelling : nearestParam(name.value, expected),
  })
}

/** `product_id` may be meant as `id`. */
function nearestParam(found: string, names: readonly string[]): string | null {
  return nearest(found, names) ?? names.find((name) => found.endsWith(`_${name}`)) ?? null
}

/** A place wants a point and a distance. */
function missing({ operator, params }: ReadFunction, row: FunctionRow<never>): SegmentProblem[] {
  if (row.reads !== 'location') return []
  const used = row.params.filter((known) => params.some((param) => param.name.value === known.name))
  const wanted = row.params.filter((known) => used.every(({ of }) => of !== known.of))
  const expected = wanted.map((param) => param.name)
  return wanted.length === 0
    ? []
    : [problemAt('segment.unexpected', operator.at, { found: operator.value, expected })]
}
