import { invariant } from '../../outcome/invariant.js'
import { foldText } from '../../value/text.js'
import type { AttributeOf } from '../catalog/catalog.js'
import { attributeAs, comparedType, findAttribute } from '../catalog/find-attribute.js'
import type { ComparedType, ValueType } from '../catalog/value-type.js'
import { readable } from '../compile/compile-clause.js'
import { resolvers } from '../compile/resolve-value.js'
import type { SegmentClause } from '../segment.js'
import type { Atom } from './atoms.js'
import type { AttributeGauge } from './gauge.js'
import { rulers, type OrderedType, type Ruler } from './ruler.js'
import { createScale } from './scale.js'
import { createValues } from './values.js'
import { questionOf, watchSource } from './watch-source.js'
import { once, type Watching } from './watching.js'

type Create = <T>(
  attribute: AttributeOf<T, ValueType>,
  read: (record: T) => unknown,
  watching: Watching<T>,
) => AttributeGauge<T> | null

const creators: { readonly [Type in ValueType]: Create } = {
  date: scale,
  money: scale,
  number: scale,
  integer: scale,
  boolean: values,
  text: values,
  enum: values,
  list: values,
  any: () => null,
}

/** The condition of a clause: known by its attribute's gauge, or else asked when the attribute has changed. */
export function watchClause<T>(clause: SegmentClause, watching: Watching<T>): Atom {
  const { input, attributes } = watching
  const found = findAttribute(input.catalog, clause.attribute)
  invariant(found !== null, `the catalog has no attribute ${clause.attribute}`)
  const type = comparedType(found.row, clause.operator, clause.values)
  const attribute = attributeAs(found, type)
  const { read } = readable(attribute, input.context, input.related)
  const key = `${clause.attribute} ${type}`
  const gauge = once(attributes, key, () => watched(creators[type](attribute, read, watching), watching))
  const resolved = clause.values.map((value) =>
    resolvers[type as ComparedType](value, input.context, attribute),
  )
  const question = questionOf(clause, watching)
  return gauge?.add(clause.operator, resolved, question) ?? watchSource(key, read, watching).add(question)
}

function watched<T>(gauge: AttributeGauge<T> | null, { gauges }: Watching<T>): AttributeGauge<T> | null {
  if (gauge !== null) gauges.push(gauge)
  return gauge
}

function scale<T>(
  { type }: AttributeOf<T, ValueType>,
  read: (record: T) => unknown,
  { atoms, input: { context } }: Watching<T>,
): AttributeGauge<T> {
  const ruler = rulers[type as OrderedType] as unknown as Ruler<OrderedType>
  return createScale(atoms, ruler, context.currency, read)
}

function values<T>(
  { folded }: AttributeOf<T, ValueType>,
  read: (record: T) => unknown,
  { atoms }: Watching<T>,
): AttributeGauge<T> {
  return createValues(atoms, read, folded === true ? (value) => foldText(String(value)) : (value) => value)
}
