import { invariant } from '../../outcome/invariant.js'
import type { Money } from '../../value/money.js'
import type {
  AttributeOf,
  Catalog,
  ChainedLeaf,
  Leaf,
  ListLeaf,
  Predicate,
  TextRules,
} from '../catalog/catalog.js'
import type { Readable } from '../catalog/compared.js'
import { attributeAs, comparedType, findAttribute } from '../catalog/find-attribute.js'
import { genericLeaves } from '../catalog/leaves.js'
import type { Related } from '../catalog/related.js'
import type { ComparedType, ResolvedValues, StoredValues, ValueType } from '../catalog/value-type.js'
import { operatorValues, type Operator } from '../operator.js'
import type { SegmentClause, SegmentValue } from '../segment.js'
import { chained, type Chained } from './chain.js'
import { readerOf } from './reader-of.js'
import { resolvers, type ResolveContext } from './resolve-value.js'

/** Compiles one condition: the leaf of its attribute and operator, told what its values mean. */
export function compileClause<T>(
  clause: SegmentClause,
  catalog: Catalog<T>,
  context: ResolveContext,
  related: Related<T>,
): Chained<T> {
  const found = findAttribute(catalog, clause.attribute)
  invariant(found !== null, `the catalog has no attribute ${clause.attribute}`)
  const type = comparedType(found.row, clause.operator, clause.values)
  const attribute = attributeAs(found, type)
  const { operator, values } = clause
  const leaf = chainedLeafOf(attribute, operator)
  if (leaf === undefined)
    return chained(compileComparison(readable(attribute, context, related), operator, values, context))
  const [value, upTo] = values.map((one) => resolve(one, attribute, context))
  return (then) => leaf(then, value, upTo)
}

/** An operator that takes a list has none. */
function chainedLeafOf<T>(
  { chainedLeaves }: AttributeOf<T, ValueType>,
  operator: Operator,
): ChainedLeaf<T, unknown> | undefined {
  return chainedLeaves?.[operator as keyof typeof chainedLeaves] as ChainedLeaf<T, unknown> | undefined
}

/** What is compared, by its type; `leaves` where tests are fused with the reading. */
export interface Compared<T, Type extends ValueType> extends Readable<T, Type> {
  readonly name: string
  readonly type: Type
  readonly leaves?: AttributeOf<T, Type>['leaves']
}

/** Compiles the comparison of anything that is read. */
export function compileComparison<T, Type extends ValueType>(
  compared: Compared<T, Type>,
  operator: Operator,
  values: readonly SegmentValue[],
  context: ResolveContext,
): Predicate<T> {
  const leaf = compared.leaves?.[operator] ?? genericLeaves[compared.type](compared)[operator]
  invariant(leaf !== undefined, `${compared.name} does not allow ${operator}`)
  const resolved = values.map((value) => resolve(value, compared, context))
  if (operatorValues[operator] === 'list') return (leaf as ListLeaf<T, ResolvedValues[Type]>)(resolved)
  const [value, upTo] = resolved
  return (leaf as Leaf<T, ResolvedValues[Type]>)(value as ResolvedValues[Type], upTo as ResolvedValues[Type])
}

function resolve<Type extends ValueType>(
  value: SegmentValue,
  compared: TextRules & { readonly type: Type },
  context: ResolveContext,
): ResolvedValues[Type] {
  return resolvers[compared.type as ComparedType](value, context, compared) as ResolvedValues[Type]
}

/** An attribute with all that it reads. */
export function readable<T, Type extends ValueType>(
  attribute: AttributeOf<T, Type>,
  context: ResolveContext,
  related: Related<T>,
): Compared<T, Type> {
  if (attribute.reads !== undefined) readerOf(related, attribute.reads)
  const all = related as Required<Related<T>>
  const read = (record: T): StoredValues[Type] => attribute.read(record, all)
  if (attribute.type !== 'money') return { ...attribute, read }
  const money = read as (record: T) => Money | null
  return { ...attribute, read: ((record: T) => inShopCurrency(money(record), context)) as typeof read }
}

/** Money in another currency than the shop's counts as missing, whatever is asked of it. */
export function inShopCurrency(money: Money | null, { currency }: ResolveContext): Money | null {
  return currency === undefined || money?.currency === currency ? money : null
}
