import { describe, expect, it } from 'vitest'
import { parseSegment } from '../../src/segment/index.js'
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
    'unclosed functions': (length: number) => 'f('.repeat(length / 2),
    smileys: (length: number) => '👍'.repeat(length),
    'lone surrogates': (length: number) => '\ud800'.repeat(length),
  }

  it.each(Object.entries(attacks))('as long as it may be: %s', (_what, attack) => {
    expectWithin(250, () => parseSegment(attack(5000)))
    expect(parseSegment(attack(5000)).ok).toBe(false)
  })
})
