import type { Catalog } from '../catalog/catalog.js'
import { attributeAs, comparedType, findAttribute } from '../catalog/find-attribute.js'
import { findFunction } from '../catalog/find-function.js'
import { operatorsByType, type ComparedType, type ValueType } from '../catalog/value-type.js'
import { functionOperators } from '../operator.js'
import { problemAt, type Located, type SegmentProblem } from '../segment-problem.js'
import { checkValue } from './check-value.js'
import type { ReadAnniversary, ReadClause } from './read-leaf.js'
import { unknownName } from './unknown-name.js'

/** What is wrong with a clause by the catalog, and what was assumed in it. */
export function checkClause(clause: ReadClause, catalog: Catalog<never>): SegmentProblem[] {
  const { attribute, operator, values } = clause
  const found = findAttribute(catalog, attribute.value)
  if (found === null) return notAnAttribute(clause, catalog)
  if (operator === null) return []
  const { row } = found
  const type = comparedType(
    row,
    operator.value,
    values.map(({ value }) => value),
  )
  const allowed: readonly string[] = row.operators ?? operatorsByType[type]
  if (!allowed.includes(operator.value)) return [operatorNotAllowed(operator, allowed)]
  // Where there is a value, there is a type to compare it as
  const compared = attributeAs(found, type)
  const problems = values.flatMap((value) => checkValue(value, type as ComparedType, compared))
  return row.type === 'any' && values.length > 0 ? [assumedType(attribute, type), ...problems] : problems
}

function notAnAttribute({ attribute, operator }: ReadClause, catalog: Catalog<never>): SegmentProblem[] {
  if (findFunction(catalog, attribute.value) === null) return [unknownName(attribute, catalog)]
  return operator === null ? [] : [operatorNotAllowed(operator, functionOperators.slice(0, 2))]
}

const anniversaryOperators = ['=', 'BETWEEN']

/** What is wrong with an anniversary: only dates have one. */
export function checkAnniversary(
  { name, attribute, operator, values }: ReadAnniversary,
  catalog: Catalog<never>,
): SegmentProblem[] {
  const row = findAttribute(catalog, attribute.value)?.row
  if (row === undefined) return [unknownName(attribute, catalog)]
  if (row.type !== 'any' && row.type !== 'date') {
    return [operatorNotAllowed(name, row.operators ?? operatorsByType[row.type])]
  }
  if (operator !== null && !anniversaryOperators.includes(operator.value)) {
    return [operatorNotAllowed(operator, anniversaryOperators)]
  }
  return values.flatMap((value) => checkValue(value, 'date', {}))
}

export function operatorNotAllowed(
  { value, at }: Located<string>,
  allowed: readonly string[],
): SegmentProblem {
  return problemAt('segment.operator-not-allowed', at, { found: value, expected: allowed })
}

function assumedType({ value, at }: Located<string>, type: ValueType): SegmentProblem {
  return problemAt('segment.assumed-type', at, { found: value, read: type })
}
