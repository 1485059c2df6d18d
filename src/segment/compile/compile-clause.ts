import { invariant } from '../../outcome/invariant.js'
import type { AttributeOf, Catalog, Predicate } from '../catalog/catalog.js'
import { attributeAs, comparedType, findAttribute } from '../catalog/find-attribute.js'
import { genericLeaves } from '../catalog/leaves.js'
import type { ComparedType, ResolvedValues, ValueType } from '../catalog/value-type.js'
import { resolvers, type ResolveContext } from './resolve-value.js'
import type { SegmentClause } from '../segment.js'

/** Compiles one condition: the leaf of its attribute and operator, told what its values mean. */
export function compileClause<T>(
  clause: SegmentClause,
  catalog: Catalog<T>,
  context: ResolveContext,
): Predicate<T> {
  const found = findAttribute(catalog, clause.attribute)
  invariant(found !== null, `the catalog has no attribute ${clause.attribute}`)
  const type = comparedType(found.row, clause.operator, clause.values)
  return fuse(attributeAs(found, type), clause, context)
}

function fuse<T, Type extends ValueType>(
  attribute: AttributeOf<T, Type>,
  { operator, values }: SegmentClause,
  context: ResolveContext,
): Predicate<T> {
  const leaf = attribute.leaves?.[operator] ?? genericLeaves[attribute.type](attribute)[operator]
  invariant(leaf !== undefined, `${attribute.name} does not allow ${operator}`)
  const resolve = resolvers[attribute.type as ComparedType]
  const [value, upTo] = values.map((typed) => resolve(typed, context, attribute) as ResolvedValues[Type])
  return leaf(value as ResolvedValues[Type], upTo as ResolvedValues[Type])
}
