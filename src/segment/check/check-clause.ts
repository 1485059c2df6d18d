import { isStorable } from '../../value/text.js'
import type { AttributeOf, Catalog } from '../catalog/catalog.js'
import { attributeAs, comparedType, findAttribute } from '../catalog/find-attribute.js'
import { operatorsByType, type ComparedType, type ValueType } from '../catalog/value-type.js'
import { valueChecks, type Finding } from './check-value.js'
import { nearest } from '../text/nearest.js'
import type { SegmentValue } from '../segment.js'
import { problemAt, type Located, type SegmentProblem } from '../segment-problem.js'

/** A clause as far as it could be read, with the places of its parts. */
export interface ReadClause {
  readonly attribute: Located<string>
  /** `null` where none stands */
  readonly operator: Located<string> | null
  readonly values: readonly Located<SegmentValue>[]
}

/** What is wrong with a clause by the catalog, and what was assumed in it. */
export function checkClause(clause: ReadClause, catalog: Catalog<never>): SegmentProblem[] {
  const { attribute, operator, values } = clause
  const found = findAttribute(catalog, attribute.value)
  if (found === null) return [unknownAttribute(attribute, catalog)]
  if (operator === null) return []
  const { row } = found
  const type = comparedType(
    row,
    operator.value,
    values.map(({ value }) => value),
  )
  const allowed: readonly string[] = row.operators ?? operatorsByType[type]
  if (!allowed.includes(operator.value)) return [operatorNotAllowed(operator, allowed)]
  const compared = attributeAs(found, type)
  const problems = values.flatMap((value) => checkValue(value, compared))
  return row.type === 'any' && values.length > 0 ? [assumedType(attribute, type), ...problems] : problems
}

function checkValue(
  { value, at }: Located<SegmentValue>,
  attribute: AttributeOf<never, ValueType>,
): SegmentProblem[] {
  if (!isStorable(value.text)) return [problemAt('segment.unexpected', at, { found: value.text })]
  // Where there is a value, there is a type to compare it as
  const finding: Finding | null = valueChecks[attribute.type as ComparedType](value, attribute)
  return finding === null ? [] : [problemAt(finding[0], at, { found: value.text, ...finding[1] })]
}

function unknownAttribute({ value, at }: Located<string>, catalog: Catalog<never>): SegmentProblem {
  const names = new Map<string, string>()
  for (const { name, hints = [] } of catalog.attributes)
    for (const alike of [name, ...hints]) names.set(alike, name)
  const hint = nearest(value, [...names.keys()])
  return problemAt('segment.unknown-attribute', at, {
    found: value,
    nearest: hint === null ? null : (names.get(hint) as string),
  })
}

function operatorNotAllowed({ value, at }: Located<string>, allowed: readonly string[]): SegmentProblem {
  return problemAt('segment.operator-not-allowed', at, { found: value, expected: allowed })
}

function assumedType({ value, at }: Located<string>, type: ValueType): SegmentProblem {
  return problemAt('segment.assumed-type', at, { found: value, read: type })
}
