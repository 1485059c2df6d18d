import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compileSegment,
  parseSegment,
  printSegment,
  segmentCatalog,
  type Catalog,
  type SegmentNode,
} from '../../src/segment/index.js'
import type { CustomerRecord } from '../../src/customer/record.js'
import { foldsTo } from '../../src/segment/compile/folds-to.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { foldText } from '../../src/value/text.js'
import { leafArbitrary } from '../../src/testing/arbitrary-segment.js'
import { parsed, relatedOf, shop } from './matching.js'

const { segment, history } = arbitraries(fc)
const arbitraryTree = segment().map(({ root }) => root)
const arbitraryLeaf = leafArbitrary(fc, segmentCatalog)
const arbitraryClause = leafArbitrary(fc, { attributes: segmentCatalog.attributes }).filter(
  (leaf) => leaf.kind === 'clause',
)

/** Made once, because most of the time would go into making them. */
const record = fc.constantFrom(...fc.sample(arbitraries(fc).record, 400))

const related = history.map(relatedOf)

const options = fc.record({
  related,
  now: fc.constantFrom('2026-11-22T12:00:00.000Z', '2024-03-31T00:30:00.000Z', '2024-02-29T23:59:59.999Z'),
  timeZone: fc.constantFrom('UTC', 'Europe/Warsaw', 'America/New_York', 'Pacific/Apia'),
  currency: fc.constantFrom(undefined, 'EUR', 'JPY'),
})

/** The same catalog, whose rows can only be read. */
const unfused: Catalog<CustomerRecord> = {
  ...segmentCatalog,
  attributes: segmentCatalog.attributes.map((row) => {
    const {
      leaves: _fused,
      chainedLeaves: _chained,
      ...rest
    } = {
      leaves: undefined,
      chainedLeaves: undefined,
      ...row,
    }
    return rest
  }),
}

/** Pieces of queries, so that chance goes deep into the grammar. */
const piece = fc.constantFrom(
  'number_of_orders',
  'customer_tags',
  'last_order_date',
  'metafields.a.b',
  'oops',
  '=',
  '!=',
  '>=',
  '<>',
  'BETWEEN',
  'AND',
  'OR',
  'NOT',
  'IS',
  'NULL',
  'CONTAINS',
  'ANY',
  'MATCHES',
  'NOT_MATCHES',
  'IN',
  ',',
  ':',
  'orders_placed',
  'products_purchased',
  'customer_within_distance',
  'date',
  'count',
  'count_at_least',
  'coordinates',
  'anniversary',
  "'metafields.a.b'",
  'segment',
  'random_bucket',
  '(',
  ')',
  "'x'",
  "'",
  '"',
  '5',
  '-7d',
  '2020-02-30',
  'today',
  'true',
  '\\',
  '👍',
  '\ud800',
)
const scrap = fc
  .array(piece, { maxLength: 30 })
  .chain((pieces) => fc.constantFrom(' ', '').map((blank) => pieces.join(blank)))
/** Right queries in which a few words were left out, put in or exchanged. */
const slip = fc
  .tuple(segment(), fc.array(fc.tuple(fc.nat(60), fc.nat(1), piece), { maxLength: 3 }))
  .map(([{ text }, slips]) => {
    const words = text.split(' ')
    for (const [at, left, word] of slips) words.splice(at % words.length, left, word)
    return words.join(' ')
  })
const anyText = fc.oneof(
  slip,
  scrap,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
)

/** Trees with something wrong in them. */
const scrapTree = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    arbitraryLeaf,
    fc.record(
      {
        kind: fc.constantFrom(
          ...['all', 'and', 'or', 'not', 'clause', 'function', 'anniversary', 'segment', 'bucket', 'oops', 5],
        ),
        name: fc.oneof(fc.constantFrom('orders_placed', 'customer_within_distance'), fc.jsonValue()),
        params: fc.oneof(
          fc.array(
            fc.record({
              name: fc.constantFrom('date', 'count', 'coordinates', 'distance_km', 5),
              operator: fc.constantFrom('=', 'IN', 'IS NULL', 'oops'),
              values: fc.oneof(
                fc.array(
                  fc.record({
                    type: fc.constantFrom('text', 'number', 'point'),
                    text: fc.constantFrom('1', '(1, 2)', '(1,2)', ''),
                  }),
                  { maxLength: 2 },
                ),
                fc.jsonValue(),
              ),
            }),
            { maxLength: 2 },
          ),
          fc.jsonValue(),
        ),
        share: fc.oneof(fc.constantFrom('5', '500'), fc.jsonValue()),
        seed: fc.oneof(fc.constant('x'), fc.jsonValue()),
        node: tie('node'),
        nodes: fc.oneof(fc.array(tie('node'), { maxLength: 3 }), fc.jsonValue()),
        attribute: fc.oneof(fc.constantFrom('source', 'metafields.a.b'), fc.jsonValue()),
        operator: fc.oneof(fc.constantFrom('=', 'IS NULL', 'BETWEEN', 'IN', 'MATCHES'), fc.jsonValue()),
        values: fc.oneof(
          fc.array(fc.record({ type: fc.constantFrom('text', 'date'), text: fc.string() })),
          fc.jsonValue(),
        ),
      },
      { requiredKeys: [] },
    ),
    fc.jsonValue(),
  ),
})).node

describe('whatever comes in', () => {
  it('a text is read or refused, never thrown at, and every problem points into it', () => {
    fc.assert(
      fc.property(anyText, record, (text, customer) => {
        const outcome = parseSegment(text)
        if (outcome.ok) compileSegment(outcome.value, { ...shop, related: relatedOf() })(customer)
        if (outcome.ok) expect(parsed(printSegment(outcome.value)).root).toEqual(outcome.value.root)
        for (const { params, path } of outcome.ok ? outcome.warnings : outcome.problems) {
          expect(path).toEqual([])
          expect(0 <= Number(params?.['start'])).toBe(true)
          expect(Number(params?.['start']) <= Number(params?.['end'])).toBe(true)
          expect(Number(params?.['end']) <= text.length).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('JSON is read or refused, never thrown at, and what is read can be asked', () => {
    fc.assert(
      fc.property(fc.oneof(scrapTree, fc.jsonValue(), fc.anything()), record, (input, customer) => {
        const outcome = parseSegment(input)
        if (!outcome.ok) return
        expect(parsed(JSON.parse(JSON.stringify(outcome.value)))).toEqual(outcome.value)
        compileSegment(outcome.value, { ...shop, related: relatedOf() })(customer)
      }),
      { numRuns: 3000 },
    )
  })

  it('problems are told in the order of the text, and no place twice with the same code', () => {
    fc.assert(
      fc.property(scrap, (text) => {
        const outcome = parseSegment(text)
        const problems = outcome.ok ? [] : outcome.problems
        const starts = problems.map(({ params }) => Number(params?.['start']))
        expect(starts).toEqual(starts.toSorted((one, other) => one - other))
        const keys = problems.map(({ code, params }) => `${code} ${Number(params?.['start'])}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a right tree', () => {
  it('is accepted, and its canonical text parses to the same tree', () => {
    fc.assert(
      fc.property(arbitraryTree, (root) => {
        const segment = parsed(root)
        expect(segment.root).toEqual(root)
        expect(parsed(printSegment(segment)).root).toEqual(root)
        expect(segment.text).toBe(printSegment(segment))
      }),
      { numRuns: 500 },
    )
  })

  it('NOT is its exact contrary, AND and OR what they say', () => {
    fc.assert(
      fc.property(arbitraryTree, arbitraryTree, record, options, (one, other, customer, context) => {
        const asks = (root: SegmentNode): boolean => compileSegment(parsed(root), context)(customer)
        expect(asks({ kind: 'not', node: one })).toBe(!asks(one))
        expect(asks({ kind: 'and', nodes: [one, other] })).toBe(asks(one) && asks(other))
        expect(asks({ kind: 'or', nodes: [one, other] })).toBe(asks(one) || asks(other))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a condition', () => {
  it('means the same fused and read', () => {
    fc.assert(
      fc.property(arbitraryClause, record, options, (clause, customer, context) => {
        const segment = parsed(clause)
        expect(compileSegment(segment, context)(customer)).toBe(
          compileSegment(segment, { ...context, catalog: unfused })(customer),
        )
      }),
      { numRuns: 5000 },
    )
  })

  it('and its contrary divide all customers', () => {
    const contrary = {
      '=': '!=',
      'IS NULL': 'IS NOT NULL',
      CONTAINS: 'NOT CONTAINS',
      IN: 'NOT IN',
      MATCHES: 'NOT MATCHES',
    } as const
    fc.assert(
      fc.property(arbitraryLeaf, record, options, (leaf, customer, context) => {
        if (!('operator' in leaf) || !(leaf.operator in contrary) || leaf.kind === 'anniversary') return
        const other = contrary[leaf.operator as keyof typeof contrary]
        const asks = (root: SegmentNode): boolean => compileSegment(parsed(root), context)(customer)
        expect(asks({ ...leaf, operator: other } as SegmentNode)).toBe(!asks(leaf))
      }),
      { numRuns: 3000 },
    )
  })

  it('of a list says the same as its values one by one', () => {
    const single = {
      IN: '=',
      'NOT IN': '!=',
      'CONTAINS ANY': 'CONTAINS',
      'CONTAINS ALL': 'CONTAINS',
    } as const
    fc.assert(
      fc.property(arbitraryClause, record, options, (clause, customer, context) => {
        if (clause.kind !== 'clause' || !(clause.operator in single)) return
        const operator = single[clause.operator as keyof typeof single]
        const answers = clause.values.map((value) =>
          compileSegment(parsed({ ...clause, operator, values: [value] }), context)(customer),
        )
        const isAll = clause.operator === 'NOT IN' || clause.operator === 'CONTAINS ALL'
        const expected = isAll ? answers.every(Boolean) : answers.some(Boolean)
        expect(compileSegment(parsed(clause), context)(customer)).toBe(expected)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('folding without a new text', () => {
  it('says the same as folding', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'A', 'k', '\u212a', 'e', '\u0301', 'É', 'é', 'Σ', 'σ', 'ς', 'İ', 'ß', ' '),
      maxLength: 5,
    })
    fc.assert(
      fc.property(letters, letters, (text, wanted) => {
        const folded = foldText(wanted)
        expect(foldsTo(text, folded)).toBe(foldText(text) === folded)
      }),
      { numRuns: 5000 },
    )
  })
})
