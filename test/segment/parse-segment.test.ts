import { describe, expect, it } from 'vitest'
import { allCustomers, parseSegment, type SegmentNode } from '../../src/segment/index.js'
import { parsed, problemsOf } from './matching.js'

/** A tree in short: brackets around every connection. */
const shape = (node: SegmentNode): string => {
  if (node.kind === 'all') return 'all'
  if (node.kind === 'not') return `not ${shape(node.node)}`
  if (node.kind === 'clause') return [node.operator, ...node.values.map(({ text }) => text)].join(' ')
  if (!('nodes' in node)) return node.kind
  return `(${node.nodes.map(shape).join(node.kind === 'and' ? ' & ' : ' | ')})`
}

const n = (count: number): string => `number_of_orders = ${count}`

describe('the grammar', () => {
  it.each([
    ['one condition', n(1), '= 1'],
    ['AND before OR', `${n(1)} AND ${n(2)} OR ${n(3)}`, '((= 1 & = 2) | = 3)'],
    ['AND before OR, behind', `${n(1)} OR ${n(2)} AND ${n(3)}`, '(= 1 | (= 2 & = 3))'],
    ['brackets before both', `${n(1)} AND (${n(2)} OR ${n(3)})`, '(= 1 & (= 2 | = 3))'],
    ['needless brackets', `((${n(1)}))`, '= 1'],
    ['kept nesting', `${n(1)} AND (${n(2)} AND ${n(3)})`, '(= 1 & (= 2 & = 3))'],
    ['NOT before AND', `NOT ${n(1)} AND ${n(2)}`, '(not = 1 & = 2)'],
    ['NOT of brackets', `NOT (${n(1)} AND ${n(2)})`, 'not (= 1 & = 2)'],
    ['NOT twice', `NOT NOT ${n(1)}`, 'not not = 1'],
    ['keywords in any case', `not ${n(1)} aNd ${n(2)} oR ${n(3)}`, '((not = 1 & = 2) | = 3)'],
    ['operators in any case', 'number_of_orders between 1 and 2', 'BETWEEN 1 2'],
    ['BETWEEN takes its own AND', `number_of_orders BETWEEN 1 AND 2 AND ${n(3)}`, '(BETWEEN 1 2 & = 3)'],
    ['words apart by any blanks', 'customer_tags\n\tis\u00a0not   null', 'IS NOT NULL'],
    ['no blanks where none are needed', "(number_of_orders>=1)AND(source!='x')", '(>= 1 & != x)'],
    ['outer blanks', `  ${n(1)}\n`, '= 1'],
  ])('%s', (_what, query, tree) => {
    expect(shape(parsed(query).root)).toBe(tree)
  })

  it.each([
    ["source In ('a') Or nOt blocked = TRUE", "source IN ('a') OR NOT blocked = true"],
    ["source not\nin ('a') anD source iS nOt nuLL", "source NOT IN ('a') AND source IS NOT NULL"],
    ["customer_tags Contains aNy ('a')", "customer_tags CONTAINS ANY ('a')"],
    ["customer_tags contains All ('a')", "customer_tags CONTAINS ALL ('a')"],
    ["customer_tags Not Contains 'a'", "customer_tags NOT CONTAINS 'a'"],
    ['orders_placed Matches (count Between 1 And 2)', 'orders_placed MATCHES (count BETWEEN 1 AND 2)'],
    ['orders_placed nOt matches ()', 'orders_placed NOT MATCHES ()'],
    ['orders_placed not_Matches(app_id not in(5))', 'orders_placed NOT MATCHES (app_id NOT IN (5))'],
    ['orders_placed(count: between 1 AND 2) = False', 'orders_placed NOT MATCHES (count BETWEEN 1 AND 2)'],
  ])('takes keywords in any case: %s', (query, canonical) => {
    expect(parsed(query).root).toEqual(parsed(canonical).root)
  })

  it.each([
    ["orders_placed MATCHES (date IN (today, '-30d'))", 'assumed-date', "'-30d'", undefined],
    ["anniversary ('last_order_date') = 'today'", 'assumed-date', "'today'", undefined],
    ["customer_regions CONTAINS ANY ('US-CA', 'NY')", 'assumed-value', "'NY'", 'US-NY'],
    ["product_subscription_status IN ('PAUSED', 'SUBSCRIBER')", 'assumed-value', "'SUBSCRIBER'", 'ACTIVE'],
    ["metafields.a.b IN ('x')", 'assumed-type', 'metafields.a.b', 'text'],
  ])('notes what it assumed wherever it stands: %s', (query, code, at, read) => {
    const notes = parsed(query).assumptions.map(({ code: noted, params }) => [
      noted,
      query.slice(Number(params?.['start']), Number(params?.['end'])),
      params?.['read'],
    ])
    expect(notes).toEqual([[`segment.${code}`, at, read]])
  })

  it('reads each operator', () => {
    const operators = ['=', '!=', '>', '>=', '<', '<=']
    const ordered = operators.map((operator) => shape(parsed(`number_of_orders ${operator} 5`).root))
    expect(ordered).toEqual(operators.map((operator) => `${operator} 5`))
    expect(shape(parsed('source IS NULL').root)).toBe('IS NULL')
    expect(shape(parsed("customer_tags CONTAINS 'x'").root)).toBe('CONTAINS x')
    expect(shape(parsed("customer_tags NOT CONTAINS 'x'").root)).toBe('NOT CONTAINS x')
  })
})

describe('a value', () => {
  it.each([
    ["source = 'Anna\\'s'", { type: 'text', text: "Anna's" }],
    ["source = ''", { type: 'text', text: '' }],
    ["source = ' a  b '", { type: 'text', text: ' a  b ' }],
    ["source = 'a\\\\'", { type: 'text', text: 'a\\' }],
    ["source = 'C:\\dir'", { type: 'text', text: 'C:\\dir' }],
    ["source = 'AND (OR'", { type: 'text', text: 'AND (OR' }],
    ["source = '2020-02-30'", { type: 'text', text: '2020-02-30' }],
    ['number_of_orders = -30', { type: 'number', text: '-30' }],
    ['amount_spent = 010.50', { type: 'number', text: '010.50' }],
    ['blocked = TRUE', { type: 'boolean', text: 'true' }],
    ['blocked = false', { type: 'boolean', text: 'false' }],
    ['last_order_date = 2020-05-30', { type: 'date', text: '2020-05-30' }],
    ['last_order_date = 2020-05-30T16:00:00', { type: 'date', text: '2020-05-30T16:00:00' }],
    ['last_order_date = -30d', { type: 'date', text: '-30d' }],
    ['last_order_date = +1W', { type: 'date', text: '+1W' }],
    ['last_order_date = Today', { type: 'date', text: 'Today' }],
    ['last_order_date = yesterday', { type: 'date', text: 'yesterday' }],
    ['last_order_date = 12_months_ago', { type: 'date', text: '12_months_ago' }],
  ])('%s stays as typed', (query, value) => {
    expect(parsed(query).root).toMatchObject({ values: [value] })
  })
})

describe('a parsed segment', () => {
  it('keeps its text as it was typed, outer blanks included', () => {
    const text = `  ${n(1)}  and not ${n(2)}\n`
    expect(parsed(text).text).toBe(text)
  })

  it('is plain JSON', () => {
    const segment = parsed("product_subscription_status = 'SUBSCRIBER' AND last_order_date > '2020-01-01'")
    expect(JSON.parse(JSON.stringify(segment))).toEqual(segment)
  })

  it('carries what was assumed as warnings, too', () => {
    const outcome = parseSegment("product_subscription_status = 'SUBSCRIBED'")
    expect(outcome).toMatchObject({ ok: true, warnings: [{ code: 'segment.assumed-value' }] })
    expect(outcome.ok && outcome.value.assumptions).toEqual(outcome.ok && outcome.warnings)
  })

  it('asks nothing only as the built-in segment of all customers (S-1)', () => {
    expect(allCustomers.root).toEqual({ kind: 'all' })
    expect(parsed(allCustomers)).toEqual(allCustomers)
  })

  it.each(['', '   ', '\n\t'])('is none where the text is blank: %j', (text) => {
    expect(problemsOf(text)).toEqual([
      {
        code: 'segment.unexpected',
        path: [],
        params: { start: text.length, end: text.length, found: '', expected: ['attribute', 'NOT', '('] },
      },
    ])
  })
})

describe('what is assumed', () => {
  it.each([
    ["last_order_date = '2020-05-30'", 'assumed-date', { start: 18, end: 30, found: '2020-05-30' }],
    ["last_order_date > 'today'", 'assumed-date', { start: 18, end: 25, found: 'today' }],
    [
      "product_subscription_status = 'SUBSCRIBED'",
      'assumed-value',
      { start: 30, end: 42, found: 'SUBSCRIBED', read: 'ACTIVE' },
    ],
    [
      "product_subscription_status != 'SUBSCRIBER'",
      'assumed-value',
      { start: 31, end: 43, found: 'SUBSCRIBER', read: 'ACTIVE' },
    ],
    ["customer_regions CONTAINS 'NY'", 'assumed-value', { start: 26, end: 30, found: 'NY', read: 'US-NY' }],
    ['metafields.a.b > 5', 'assumed-type', { start: 0, end: 14, found: 'metafields.a.b', read: 'number' }],
  ])('%s', (query, code, params) => {
    expect(parsed(query).assumptions).toEqual([{ code: `segment.${code}`, path: [], params }])
  })

  it.each([
    ["metafields.a.b = 'x'", 'text'],
    ['metafields.a.b = true', 'boolean'],
    ['metafields.a.b = 2020-01-01', 'date'],
  ])('%s compares as %s', (query, read) => {
    expect(parsed(query).assumptions).toMatchObject([{ code: 'segment.assumed-type', params: { read } }])
  })

  it('a quoted value with an order is a date', () => {
    expect(parsed("metafields.a.b >= '2020-01-01'").assumptions.map(({ code }) => code)).toEqual([
      'segment.assumed-type',
      'segment.assumed-date',
    ])
  })

  it.each([
    "product_subscription_status = 'ACTIVE'",
    "customer_regions CONTAINS 'US-NY'",
    'last_order_date = 2020-05-30',
    'metafields.a.b IS NULL',
  ])('is nothing in %s', (query) => {
    expect(parsed(query).assumptions).toEqual([])
  })
})
