import type { Attribute, AttributeFamily, Catalog, TextRules } from '../segment/catalog/catalog.js'
import { segmentCatalog } from '../segment/catalog/customer-catalog.js'
import { operatorsOf } from '../segment/catalog/find-function.js'
import type { FunctionParam, FunctionRow } from '../segment/catalog/function.js'
import { operatorsByType, type ComparedType } from '../segment/catalog/value-type.js'
import { operatorValues, type Operator, type ParamOperator } from '../segment/operator.js'
import { parseSegment } from '../segment/parse-segment.js'
import type { Segment, SegmentLeaf, SegmentNode, SegmentParam, SegmentValue } from '../segment/segment.js'
import { invariant } from '../outcome/invariant.js'
import { metafieldTypes, segmentValueArbitrary } from './arbitrary-segment-value.js'
import type { Arbitrary, FastCheck } from './fast-check.js'

/** Segments that a catalog allows, of every kind of condition that it has. */
export function segmentArbitrary(fc: FastCheck): (catalog?: Catalog<never>) => Arbitrary<Segment> {
  return (catalog = segmentCatalog) => {
    const leaf = leafArbitrary(fc, catalog)
    return treeArbitrary(fc, leaf, 3).map((root) => {
      const outcome = parseSegment(root, { catalog })
      invariant(outcome.ok, 'the catalog refuses a value that it should know')
      return outcome.value
    })
  }
}

function treeArbitrary(fc: FastCheck, leaf: Arbitrary<SegmentLeaf>, levels: number): Arbitrary<SegmentNode> {
  if (levels === 0) return leaf
  const node = treeArbitrary(fc, leaf, levels - 1)
  const nodes = fc.array(node, { minLength: 2, maxLength: 3 })
  return fc.oneof(
    leaf,
    nodes.map((several): SegmentNode => ({ kind: 'and', nodes: several })),
    nodes.map((several): SegmentNode => ({ kind: 'or', nodes: several })),
    node.map((one): SegmentNode => ({ kind: 'not', node: one })),
  )
}

/** Single conditions. */
export function leafArbitrary(fc: FastCheck, catalog: Catalog<never>): Arbitrary<SegmentLeaf> {
  const { attributes, functions = [], id } = catalog
  const dates = attributes.flatMap((row) =>
    row.type === 'any' ? namesOf(row) : row.type === 'date' ? [row.name] : [],
  )
  // Each kind as often as any other, however many rows there are of it
  const kinds = [
    attributes.flatMap((row) => clauseArbitraries(fc, row)),
    functions.map((row) => functionArbitrary(fc, row)),
    dates.map((name) => anniversaryArbitrary(fc, name)),
    id === undefined ? [] : [bucketArbitrary(fc)],
  ]
  return fc.oneof(...kinds.filter(({ length }) => length > 0).map((rows) => fc.oneof(...rows)))
}

function namesOf({ prefixes }: AttributeFamily<never>): string[] {
  return prefixes.flatMap((prefix) => [
    `${prefix}facts.birth_date`,
    `${prefix}loyalty.points`,
    `${prefix}host.anything`,
  ])
}

function clauseArbitraries(fc: FastCheck, row: Attribute<never>): Arbitrary<SegmentLeaf>[] {
  if (row.type !== 'any') return [clauseArbitrary(fc, row.name, row.type, row.operators, row)]
  return namesOf(row).flatMap((name) =>
    metafieldTypes.map((type) => clauseArbitrary(fc, name, type, row.operators, { isBare: true })),
  )
}

interface Rules extends TextRules {
  /** whether dates must stand without quotes, to be known as dates */
  readonly isBare?: boolean
}

function clauseArbitrary(
  fc: FastCheck,
  attribute: string,
  type: ComparedType,
  operators: readonly Operator[] = operatorsByType[type],
  rules: Rules,
): Arbitrary<SegmentLeaf> {
  const value = segmentValueArbitrary(fc, type, rules)
  return comparisonArbitrary(fc, operators, value).map((comparison) => ({
    kind: 'clause',
    attribute,
    ...comparison,
  }))
}

interface Comparison<Name> {
  readonly operator: Name
  readonly values: readonly SegmentValue[]
}

function comparisonArbitrary<Name extends Operator>(
  fc: FastCheck,
  operators: readonly Name[],
  value: Arbitrary<SegmentValue>,
): Arbitrary<Comparison<Name>> {
  const forms = operators.map((operator) => {
    const count: number | 'list' = operatorValues[operator]
    const size = count === 'list' ? { minLength: 1, maxLength: 4 } : { minLength: count, maxLength: count }
    return fc.array(value, size).map((values): Comparison<Name> => ({ operator, values }))
  })
  return fc.oneof(...forms)
}

function functionArbitrary(fc: FastCheck, row: FunctionRow<never>): Arbitrary<SegmentLeaf> {
  // Every other parameter is left out; a place wants its point and one unit
  const params = row.params
    .filter((param) => row.reads !== 'location' || param.name !== 'distance_mi')
    .map((param) => paramArbitrary(fc, param).map((made) => [made]))
    .map((param) => (row.reads === 'location' ? param : fc.oneof(fc.constant([]), param)))
  return fc
    .record({
      operator: fc.constantFrom('MATCHES', 'NOT MATCHES'),
      params: params.reduce<Arbitrary<SegmentParam[]>>(
        (all, param) => fc.record({ all, param }).map((made) => [...made.all, ...made.param]),
        fc.constant([]),
      ),
    })
    .map((made) => ({ kind: 'function', name: row.name, ...made }))
}

function paramArbitrary(fc: FastCheck, row: FunctionParam): Arbitrary<SegmentParam> {
  const operators = operatorsOf(row) as readonly ParamOperator[]
  const any = segmentValueArbitrary(fc, row.type, row as TextRules)
  // No distance is negative
  const value =
    row.of === 'distance' ? any.map(({ type, text }) => ({ type, text: text.replace('-', '') })) : any
  return comparisonArbitrary(fc, operators, value).map((made) => ({ name: row.name, ...made }))
}

function anniversaryArbitrary(fc: FastCheck, attribute: string): Arbitrary<SegmentLeaf> {
  const comparison = comparisonArbitrary(fc, ['=', 'BETWEEN'], segmentValueArbitrary(fc, 'date', {}))
  return comparison.map((made) => ({ kind: 'anniversary', attribute, ...made }))
}

function bucketArbitrary(fc: FastCheck): Arbitrary<SegmentLeaf> {
  return fc
    .record({ share: fc.constantFrom('0', '12.5', '50', '100'), seed: fc.constantFrom('', 'spring') })
    .map((made) => ({ kind: 'bucket', ...made }))
}
