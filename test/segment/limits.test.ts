import { describe, expect, it } from 'vitest'
import { parseSegment, type Catalog } from '../../src/segment/index.js'
import { attackStrings, expectWithin } from '../hostile-texts.js'
import { parsed, problemsOf } from './matching.js'

const ofLength = (length: number, letter = 'x'): string => {
  const frame = "source = ''"
  return `source = '${letter.repeat(length - frame.length)}'`
}

describe('the limits', () => {
  it.each([
    ['x', 1],
    ['👍', 2],
  ])('5000 code points of text are allowed, 5001 are not: %s', (letter, units) => {
    expect(parsed(ofLength(5000, letter)).text).toHaveLength(11 + 4989 * units)
    expect(problemsOf(ofLength(5001, letter))).toEqual([
      { code: 'segment.too-long', path: [], params: { start: 0, end: 11 + 4990 * units, limit: 5000 } },
    ])
  })

  it('counts outer blanks, too', () => {
    expect(problemsOf(`${ofLength(5000)} `)).toMatchObject([{ code: 'segment.too-long' }])
  })

  it.each([
    ['brackets', (depth: number) => `${'('.repeat(depth)}source = 'x'${')'.repeat(depth)}`, 100],
    ['NOTs', (depth: number) => `${'NOT '.repeat(depth)}source = 'x'`, 99],
  ])('100 levels of %s are allowed, 101 are not', (_what, query, most) => {
    expect(parseSegment(query(most)).ok).toBe(true)
    expect(problemsOf(query(101))).toMatchObject([{ code: 'segment.too-deep', params: { limit: 100 } }])
  })

  it('says where it became too deep, and nothing of what follows', () => {
    expect(problemsOf(`orders = 1 AND ${'('.repeat(200)} %%%`)).toMatchObject([
      { code: 'segment.unknown-attribute' },
      { code: 'segment.too-deep', params: { start: 115, end: 116 } },
    ])
  })

  it('counts the depth of the tree where brackets hide two levels each', () => {
    const query = (brackets: number): string =>
      `${"source = 'x' OR blocked = true AND (".repeat(brackets)}blocked = true${')'.repeat(brackets)}`
    expect(parseSegment(query(49)).ok).toBe(true)
    expect(problemsOf(query(50))).toMatchObject([
      { code: 'segment.too-deep', params: { start: 0, limit: 100 } },
    ])
  })

  it.each([
    ['a condition', "source = 'x' AND blocked = true", 2],
    ['a function with all its parameters', 'orders_placed MATCHES (count = 1, date = today)', 1],
    ['a lot', "random_bucket(5, 'x') OR NOT (random_bucket(6, 'x') AND random_bucket(7, 'x'))", 3],
  ])('a host may limit how many conditions there are: %s', (_what, query, conditions) => {
    expect(parseSegment(query, { maxClauses: conditions }).ok).toBe(true)
    const places = { start: 0, end: query.length, limit: conditions - 1 }
    expect(parseSegment(query, { maxClauses: conditions - 1 })).toMatchObject({
      problems: [{ code: 'segment.too-large', path: [], params: places }],
    })
    const { root } = parsed(query)
    expect(parseSegment({ root }, { maxClauses: conditions - 1 })).toMatchObject({
      problems: [{ code: 'segment.too-large', path: ['root'], params: { limit: conditions - 1 } }],
    })
  })

  it('10 conditions and more are allowed where nobody limits them', () => {
    const query = Array.from({ length: 40 }, () => 'blocked = true').join(' OR ')
    expect(parseSegment(query).ok).toBe(true)
    expect(parseSegment(query, { maxClauses: 10 }).ok).toBe(false)
  })

  it('lists of 10 000 values are allowed in a tree, of 10 001 not', () => {
    const list = (length: number): unknown => ({
      kind: 'clause',
      attribute: 'number_of_orders',
      operator: 'IN',
      values: Array.from({ length }, (_, i) => ({ type: 'number', text: String(i) })),
    })
    expect(parseSegment(list(10_000)).ok).toBe(true)
    expect(problemsOf(list(10_001))).toEqual([
      { code: 'segment.too-large', path: ['values'], params: { limit: 10_000 } },
    ])
    const params = [{ ...(list(10_001) as object), name: 'count' }]
    const tree = { kind: 'function', name: 'orders_placed', operator: 'MATCHES', params }
    expect(problemsOf(tree)).toEqual([
      { code: 'segment.too-large', path: ['params', 0, 'values'], params: { limit: 10_000 } },
    ])
  })

  it('parameters count as nodes', () => {
    const param = (name: string): string => `${name}=1`
    const catalog: Catalog<unknown> = {
      attributes: [],
      functions: [
        {
          name: 'f',
          reads: () => [],
          params: Array.from({ length: 999 }, (_, i) => ({
            name: `p${i}`,
            of: 'event',
            type: 'integer',
            field: 'x',
          })),
        },
      ],
    }
    const many = (count: number): string => Array.from({ length: count }, (_, i) => param(`p${i}`)).join(',')
    const query = (count: number): string => `f MATCHES(${many(500)}) AND f MATCHES (${many(count)})`
    // the group and the functions are three
    const tree = (count: number): unknown => parsed(`f MATCHES (${many(count)})`, catalog).root
    const both = (count: number): unknown => ({ kind: 'and', nodes: [tree(500), tree(count)] })
    expect(problemsOf(both(497), catalog)).toEqual([])
    expect(problemsOf(both(498), catalog)).toEqual([
      { code: 'segment.too-large', path: ['nodes', 1, 'params'], params: { limit: 1000 } },
    ])
    expect(problemsOf(query(160), catalog)).toEqual([])
    expect(
      problemsOf({ kind: 'not', node: { kind: 'and', nodes: [both(498), tree(1)] } }, catalog),
    ).toHaveLength(1)
  })

  it('1000 nodes are allowed, 1001 are not', () => {
    const catalog = { attributes: [{ name: 'a', type: 'integer', read: () => 0 }] } as const
    // ten times 98 NOTs and a clause, further clauses, and the group around them
    const chains = Array.from({ length: 10 }, () => `${'NOT '.repeat(98)}a=1`)
    const query = (clauses: number): string =>
      [...chains, ...Array.from({ length: clauses }, () => 'a=1')].join(' OR ')
    expect(parseSegment(query(9), { catalog }).ok).toBe(true)
    expect(problemsOf(query(10), catalog)).toEqual([
      { code: 'segment.too-large', path: [], params: { start: 0, end: query(10).length, limit: 1000 } },
    ])
  })
})

describe('hostile text', () => {
  it('a million brackets are a problem in no time', () => {
    const brackets = '('.repeat(1_000_000)
    expect(problemsOf(brackets)).toMatchObject([{ code: 'segment.too-long' }])
    expectWithin(5, () => parseSegment(brackets))
  })

  const attacks = {
    ...attackStrings,
    brackets: (length: number) => '('.repeat(length),
    'closing brackets': (length: number) => ')'.repeat(length),
    'pairs of brackets': (length: number) => '()'.repeat(length / 2),
    NOTs: (length: number) => 'NOT '.repeat(length / 4),
    ANDs: (length: number) => 'AND '.repeat(length / 4),
    quotes: (length: number) => "'".repeat(length - 1),
    'double quotes': (length: number) => '"'.repeat(length - 1),
    backslashes: (length: number) => `'${'\\'.repeat(length - 1)}`,
    'dates in a row': (length: number) => '1-'.repeat(length / 2),
    'numbers in a row': (length: number) => '1.'.repeat(length / 2),
    'unknown names': (length: number) => 'x=1 or '.repeat(length / 7),
    'long unknown names': (length: number) => `${'x'.repeat(length / 2)}.${'y'.repeat(length / 2 - 1)}`,
    'unknown values': (length: number) => "rfm_group='X' or ".repeat(length / 17),
    'dotted metafields': (length: number) => `metafields${'.a'.repeat((length - 10) / 2)}`,
    'unclosed lists': (length: number) => 'source IN ('.repeat(length / 11),
    'lists in lists': (length: number) => `source IN ${'('.repeat(length - 10)}`,
    'unclosed parameters': (length: number) => 'orders_placed MATCHES (date = '.repeat(length / 30),
    'old functions in one another': (length: number) => 'orders_placed(date: ('.repeat(length / 21),
    'many parameters': (length: number) => `orders_placed MATCHES (${'x=1,'.repeat((length - 23) / 4)}`,
    'unclosed calls': (length: number) => "segment('x', ".repeat(length / 13),
    'unclosed anniversaries': (length: number) => 'anniversary('.repeat(length / 12),
    points: (length: number) => `source = ${'(1,2)'.repeat((length - 9) / 5)}`,
    commas: (length: number) => `source IN (${','.repeat(length - 11)}`,
    'unclosed functions': (length: number) => 'f('.repeat(length / 2),
    smileys: (length: number) => '👍'.repeat(length),
    'lone surrogates': (length: number) => '\ud800'.repeat(length),
  }

  it.each(Object.entries(attacks))('as long as it may be: %s', (_what, attack) => {
    expectWithin(250, () => parseSegment(attack(5000)))
    expect(parseSegment(attack(5000)).ok).toBe(false)
  })
})
