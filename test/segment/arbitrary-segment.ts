import fc from 'fast-check'
import {
  segmentCatalog,
  type Operator,
  type SegmentClause,
  type SegmentNode,
  type SegmentValue,
} from '../../src/segment/index.js'
import { operatorsByType } from '../../src/segment/catalog/value-type.js'
import { operatorValues } from '../../src/segment/operator.js'

const text = (values: fc.Arbitrary<string>): fc.Arbitrary<SegmentValue> =>
  values.map((value) => ({ type: 'text', text: value }))

const digits = fc.integer({ min: -5, max: 60_000 }).map(String)
const decimals = fc.oneof(digits, fc.constantFrom('0.5', '10.99', '1000.995', '007'))
const number = (values: fc.Arbitrary<string>): fc.Arbitrary<SegmentValue> =>
  values.map((value) => ({ type: 'number', text: value }))

const date: fc.Arbitrary<SegmentValue> = fc.record({
  type: fc.constantFrom('date', 'text'),
  text: fc.oneof(
    fc.constantFrom('today', 'yesterday', '12_months_ago', '2020-05-30T16:00:00', '2020-02-29', '2000-02-29'),
    fc
      .tuple(fc.integer({ min: -400, max: 400 }), fc.constantFrom('d', 'w', 'm', 'y'))
      .map(([n, unit]) => `${n < 0 ? n : `+${n}`}${unit}`),
    fc
      .date({ min: new Date('2014-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
  ),
})

const storable = fc
  .string({ unit: 'binary', maxLength: 8 })
  .filter((value) => !/[\0\p{Surrogate}]/u.test(value))

const valuesByName: Readonly<Record<string, fc.Arbitrary<SegmentValue>>> = {
  customer_countries: text(fc.constantFrom('US', 'PL', 'DE', 'JP')),
  customer_regions: text(fc.constantFrom('US-NY', 'NY', 'JP-13', 'GB-ENG')),
  customer_cities: text(fc.constantFrom('PL-Łódź', 'US-NY-NewYork', 'JP-13-千代田区')),
  customer_tags: text(fc.oneof(storable, fc.constantFrom('vip', 'VIP', 'wholesale'))),
  customer_email_domain: text(fc.constantFrom('example.com', 'Example.com')),
  customer_language: text(fc.constantFrom('pl', 'en', 'de')),
}

const valuesByType: Readonly<Record<string, fc.Arbitrary<SegmentValue>>> = {
  date,
  money: number(decimals),
  number: number(decimals),
  integer: number(digits),
  boolean: fc.boolean().map((value) => ({ type: 'boolean', text: String(value) })),
  text: text(storable),
}

const metafieldTypes = ['number', 'date', 'boolean', 'text'] as const

/** Every row of the catalog with its values, each metafield once for each type. */
const attributes = [
  ...segmentCatalog.attributes
    .filter(({ type }) => type !== 'any')
    .map((row) => ({
      name: row.name,
      type: row.type,
      values:
        'values' in row && row.values !== undefined
          ? text(fc.constantFrom(...row.values, ...Object.keys(row.aliases ?? {})))
          : (valuesByName[row.name] ?? (valuesByType[row.type] as fc.Arbitrary<SegmentValue>)),
    })),
  ...[
    'metafields.facts.birth_date',
    'metafields.loyalty.points',
    'customer.metafields.host.anything',
  ].flatMap((name) =>
    metafieldTypes.map((type) => ({
      name,
      type,
      values:
        type === 'date'
          ? date.map((value) => ({ ...value, type: 'date' as const }))
          : (valuesByType[type] as fc.Arbitrary<SegmentValue>),
    })),
  ),
]

const lengthOf = (operator: Operator): { minLength: number; maxLength: number } => {
  const count = operatorValues[operator]
  return count === 'list' ? { minLength: 1, maxLength: 4 } : { minLength: count, maxLength: count }
}

/** Any right condition. */
export const arbitraryClause: fc.Arbitrary<SegmentClause> = fc
  .constantFrom(...attributes)
  .chain(({ name, type, values }) =>
    fc
      .constantFrom<Operator>(...operatorsByType[type])
      .chain((operator) =>
        fc
          .array(values, lengthOf(operator))
          .map((typed) => ({ kind: 'clause' as const, attribute: name, operator, values: typed })),
      ),
  )

const group = (kind: 'and' | 'or', node: fc.Arbitrary<SegmentNode>): fc.Arbitrary<SegmentNode> =>
  fc.array(node, { minLength: 2, maxLength: 4 }).map((nodes) => ({ kind, nodes }))

/** Any right tree, a few levels deep. */
export const arbitraryTree: fc.Arbitrary<SegmentNode> = fc.letrec<{ node: SegmentNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    arbitraryClause,
    group('and', tie('node')),
    group('or', tie('node')),
    tie('node').map((node) => ({ kind: 'not' as const, node })),
  ),
})).node
