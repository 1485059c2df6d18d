import { describe, expect, it } from 'vitest'
import { parseSegment } from '../../../src/segment/index.js'
import { parsed, problemsOf } from '../matching.js'

const clause = { kind: 'clause', attribute: 'source', operator: '=', values: [{ type: 'text', text: 'web' }] }
const other = { kind: 'clause', attribute: 'price_level', operator: 'IS NULL', values: [] }

const param = { name: 'count', operator: '>', values: [{ type: 'number', text: '1' }] }
const called = { kind: 'function', name: 'orders_placed', operator: 'MATCHES', params: [param] }
const yearly = {
  kind: 'anniversary',
  attribute: 'metafields.facts.birth_date',
  operator: '=',
  values: [{ type: 'date', text: 'today' }],
}

const nested = (depth: number): unknown => (depth === 1 ? clause : { kind: 'not', node: nested(depth - 1) })

const wide = (count: number): unknown => ({ kind: 'or', nodes: Array.from({ length: count }, () => clause) })

describe('a tree that comes in as JSON', () => {
  it('is read, and gets a text', () => {
    const root = {
      kind: 'and',
      nodes: [clause, { kind: 'not', node: { kind: 'or', nodes: [clause, other] } }],
    }
    expect(parsed(root)).toEqual({
      text: "source = 'web' AND NOT (source = 'web' OR price_level IS NULL)",
      root,
      assumptions: [],
    })
  })

  it.each([
    [called, 'orders_placed MATCHES (count > 1)'],
    [{ ...called, operator: 'NOT MATCHES', params: [] }, 'orders_placed NOT MATCHES ()'],
    [yearly, "anniversary ('metafields.facts.birth_date') = today"],
    [{ kind: 'bucket', share: '5', seed: 'x' }, "random_bucket(5, 'x')"],
    [{ ...clause, operator: 'IN' }, "source IN ('web')"],
  ])('may be any condition: %j', (root, text) => {
    expect(parsed(root)).toEqual({ text, root, assumptions: [] })
  })

  it('may be a whole segment, whose text is kept where it says the same', () => {
    const segment = parsed(" source='web'  or price_level is null ")
    expect(parsed(JSON.parse(JSON.stringify(segment)))).toEqual(segment)
  })

  it.each([
    ['says something else', "source = 'shop'"],
    ['is wrong', "source = 'web' )"],
    ['is too long', `source = 'web'${' '.repeat(5000)}`],
    ['is missing', undefined],
    ['is no text', 5],
  ])('gets a new text where its own %s', (_why, text) => {
    expect(parsed({ text, root: clause }).text).toBe("source = 'web'")
  })

  it('is every customer', () => {
    expect(parsed({ kind: 'all' })).toEqual({ text: '', root: { kind: 'all' }, assumptions: [] })
  })

  it('holds nothing but what was checked', () => {
    const input = { ...clause, values: [{ ...clause.values[0], extra: 1 }], extra: 1, toString: 1 }
    expect(parsed(input).root).toEqual(clause)
  })

  it('may leave out values where there are none, and groups of one', () => {
    const input = { kind: 'and', nodes: [{ kind: 'or', nodes: [{ ...other, values: undefined }] }] }
    expect(parsed(input).root).toEqual(other)
  })

  it.each<[string, unknown, string, (string | number)[]]>([
    ['is nothing', null, 'unexpected', ['kind']],
    ['is a number', 5, 'unexpected', ['kind']],
    ['is a list', [clause], 'unexpected', ['kind']],
    ['is an instance', new Date(0), 'unexpected', ['kind']],
    ['has no kind', {}, 'unexpected', ['kind']],
    ['has a kind of the prototype', { kind: 'toString' }, 'unexpected', ['kind']],
    ['has a kind that is no text', { kind: ['and'] }, 'unexpected', ['kind']],
    ['has everybody within', { kind: 'not', node: { kind: 'all' } }, 'unexpected', ['node', 'kind']],
    ['has an empty group', { kind: 'and', nodes: [] }, 'unexpected', ['nodes']],
    ['has a group without a list', { kind: 'or', nodes: { 0: clause } }, 'unexpected', ['nodes']],
    [
      'has a hole',
      { kind: 'or', nodes: Object.assign([clause], { 2: clause }) },
      'unexpected',
      ['nodes', 1, 'kind'],
    ],
    ['has a NOT of nothing', { kind: 'not' }, 'unexpected', ['node', 'kind']],
    ['has no root', { root: null }, 'unexpected', ['root', 'kind']],
    ['has a function without a name', { ...called, name: undefined }, 'unexpected', ['name']],
    ['has an unknown function', { ...called, name: 'toString' }, 'unknown-attribute', ['name']],
    ['has an attribute for a function', { ...called, name: 'source' }, 'operator-not-allowed', ['operator']],
    ['has a function of no operator', { ...called, operator: 'NOT_MATCHES' }, 'unexpected', ['operator']],
    ['has one of what is no text', { ...called, operator: { toString: false } }, 'unexpected', ['operator']],
    ['has a function without parameters', { ...called, params: undefined }, 'unexpected', ['params']],
    [
      'has half a parameter',
      { ...called, params: [{ name: 'count' }] },
      'unexpected',
      ['params', 0, 'operator'],
    ],
    [
      'has an unknown parameter',
      { ...called, params: [{ ...param, name: 'oops' }] },
      'unknown-attribute',
      ['params', 0, 'name'],
    ],
    ['has a parameter twice', { ...called, params: [param, param] }, 'unexpected', ['params', 1, 'name']],
    [
      'has a parameter without an operator',
      { ...called, params: [{ ...param, operator: 'MATCHES' }] },
      'unexpected',
      ['params', 0, 'operator'],
    ],
    [
      'has an operator of attributes',
      { ...called, params: [{ name: 'date', operator: 'IS NULL', values: [] }] },
      'operator-not-allowed',
      ['params', 0, 'operator'],
    ],
    [
      'has a wrong parameter',
      { ...called, params: [{ ...param, values: [{ type: 'number', text: '1.5' }] }] },
      'unknown-value',
      ['params', 0, 'values', 0],
    ],
    ['has an empty list', { ...clause, operator: 'IN', values: [] }, 'unexpected', ['values']],
    ['has nobody’s anniversary', { ...yearly, attribute: null }, 'unexpected', ['attribute']],
    ['has an unknown anniversary', { ...yearly, attribute: 'oops' }, 'unknown-attribute', ['attribute']],
    ['has an anniversary of a text', { ...yearly, attribute: 'source' }, 'operator-not-allowed', ['kind']],
    ['has an anniversary in a list', { ...yearly, operator: 'IN' }, 'operator-not-allowed', ['operator']],
    [
      'has an anniversary on no day',
      { ...yearly, values: [{ type: 'date', text: '5' }] },
      'bad-date',
      ['values', 0],
    ],
    ['has a segment without a name', { kind: 'segment' }, 'unexpected', ['name']],
    ['has an unknown segment', { kind: 'segment', name: 'x' }, 'unknown-value', ['name']],
    ['has a lot of a number', { kind: 'bucket', share: 5, seed: '' }, 'unexpected', ['share']],
    ['has a lot of words', { kind: 'bucket', share: '1) OR (1', seed: '' }, 'unknown-value', ['share']],
    ['has a lot without a seed', { kind: 'bucket', share: '5' }, 'unexpected', ['seed']],
    [
      'has a seed that cannot be stored',
      { kind: 'bucket', share: '5', seed: '\ud800' },
      'unexpected',
      ['seed'],
    ],
    [
      'has a point that is written otherwise',
      {
        kind: 'function',
        name: 'customer_within_distance',
        operator: 'MATCHES',
        params: [
          { name: 'coordinates', operator: '=', values: [{ type: 'point', text: '(1,2)' }] },
          { name: 'distance_km', operator: '=', values: [{ type: 'number', text: '1' }] },
        ],
      },
      'unknown-value',
      ['params', 0, 'values', 0],
    ],
    ['has a name that is no text', { ...clause, attribute: 5 }, 'unexpected', ['attribute']],
    ['has a name that is too long', { ...clause, attribute: 'x'.repeat(5001) }, 'too-long', ['attribute']],
    ['has an unknown name', { ...clause, attribute: 'toString' }, 'unknown-attribute', ['attribute']],
    ['has an unknown operator', { ...clause, operator: 'LIKE' }, 'unexpected', ['operator']],
    ['has an operator of the prototype', { ...clause, operator: 'toString' }, 'unexpected', ['operator']],
    ['has no operator', { ...clause, operator: undefined }, 'unexpected', ['operator']],
    ['has an operator in lower case', { ...other, operator: 'is null' }, 'unexpected', ['operator']],
    ['has a wrong operator', { ...clause, operator: '>' }, 'operator-not-allowed', ['operator']],
    ['has no values', { ...clause, values: undefined }, 'unexpected', ['values']],
    ['has too few values', { ...clause, values: [] }, 'unexpected', ['values']],
    ['has too many values', { ...other, values: clause.values }, 'unexpected', ['values']],
    ['has values that are no list', { ...clause, values: { length: 1 } }, 'unexpected', ['values']],
    [
      'has a value without a type',
      { ...clause, values: [{ text: 'x' }] },
      'unexpected',
      ['values', 0, 'type'],
    ],
    [
      'has a value of no type',
      { ...clause, values: [{ type: 'enum', text: 'x' }] },
      'unexpected',
      ['values', 0, 'type'],
    ],
    [
      'has a value without a text',
      { ...clause, values: [{ type: 'text' }] },
      'unexpected',
      ['values', 0, 'text'],
    ],
    [
      'has a text that is too long',
      { ...clause, values: [{ type: 'text', text: 'x'.repeat(5001) }] },
      'too-long',
      ['values', 0, 'text'],
    ],
    [
      'has a text that cannot be stored',
      { ...clause, values: [{ type: 'text', text: '\0' }] },
      'unexpected',
      ['values', 0],
    ],
    [
      'has a number that is none',
      { ...clause, attribute: 'amount_spent', values: [{ type: 'number', text: '1) OR (1' }] },
      'unknown-value',
      ['values', 0],
    ],
    [
      'has a whole number that is none',
      { ...clause, attribute: 'price_level', values: [{ type: 'number', text: '1e3' }] },
      'unknown-value',
      ['values', 0],
    ],
    [
      'has a truth that is none',
      { ...clause, attribute: 'blocked', values: [{ type: 'boolean', text: 'yes' }] },
      'unknown-value',
      ['values', 0],
    ],
    [
      'has a date that is none',
      { ...clause, attribute: 'last_order_date', values: [{ type: 'date', text: 'today OR' }] },
      'bad-date',
      ['values', 0],
    ],
    [
      'has an unknown metafield',
      { ...clause, attribute: 'metafields.a.b IS NULL OR c' },
      'unknown-attribute',
      ['attribute'],
    ],
    ['is too deep', nested(101), 'too-deep', Array.from({ length: 100 }, () => 'node')],
    ['is too large', wide(1000), 'too-large', ['nodes', 999]],
  ])('is refused where it %s', (_why, input, code, path) => {
    const problems = problemsOf(input)
    expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[`segment.${code}`, path]])
  })

  it('is told all its problems at once, by their paths', () => {
    const input = {
      kind: 'and',
      nodes: [{ kind: 'oops' }, { ...clause, attribute: 'oops' }, { ...clause, values: 5 }],
    }
    expect(problemsOf({ root: input }).map(({ path }) => path)).toEqual([
      ['root', 'nodes', 0, 'kind'],
      ['root', 'nodes', 2, 'values'],
      ['root', 'nodes', 1, 'attribute'],
    ])
  })

  it('says once that it is too large, where it becomes so', () => {
    const problems = problemsOf({ kind: 'and', nodes: [wide(600), wide(600)] })
    expect(problems).toEqual([
      { code: 'segment.too-large', path: ['nodes', 1, 'nodes', 397], params: { limit: 1000 } },
    ])
  })

  it('wants of a value that is nothing both a type and a text', () => {
    expect(problemsOf({ ...clause, values: [null] }).map(({ path }) => path)).toEqual([
      ['values', 0, 'type'],
      ['values', 0, 'text'],
    ])
  })

  it.each([null, 7, 'count', [param]])(
    'wants of a parameter that is %j a name and an operator',
    (nothing) => {
      const paths = problemsOf({ ...called, params: [nothing] }).map(({ path }) => path.join(' '))
      expect(paths).toEqual(expect.arrayContaining(['params 0 name', 'params 0 operator']))
    },
  )

  it('may be as deep and as large as the limits say', () => {
    expect(parseSegment(nested(100)).ok).toBe(true)
    expect(parseSegment(wide(999)).ok).toBe(true)
  })

  it('may hold more than its text has room for', () => {
    const { text, root } = parsed(wide(999))
    expect(text.length).toBeGreaterThan(5000)
    expect(root).toEqual(wide(999))
  })

  it('is refused in no time, however large it is', () => {
    const loop: { kind: string; node?: unknown } = { kind: 'not' }
    loop.node = loop
    expect(problemsOf(loop)).toMatchObject([{ code: 'segment.too-deep', params: { limit: 100 } }])
    expect(problemsOf(wide(1_000_000))).toMatchObject([
      { code: 'segment.too-large', params: { limit: 1000 } },
    ])
  })
})
