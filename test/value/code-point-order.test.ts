import { describe, expect, it } from 'vitest'
import { compareCodePoints } from '../../src/value/code-point-order.js'

describe('the order of code points', () => {
  const inOrder = [
    '',
    '-',
    'A',
    'Z',
    'a',
    'aa',
    'ab',
    'z',
    'é',
    '힣',
    '힣𐐀',
    '\uE000',
    'ﬀ',
    '\uFFFD',
    '𐐀',
    '😀',
    '😀a',
  ]

  it('is that of the numbers, whatever UTF-16 or a locale makes of them', () => {
    expect(inOrder.toReversed().toSorted(compareCodePoints)).toEqual(inOrder)
  })

  it.each([
    ['b', 'a', 1],
    ['a', 'b', -1],
    ['ﬀ', '힣😀', 1],
    ['\u{10000}', 'ﬀ', 1],
    ['ﬀ', '\u{10000}', -1],
  ])('compares %j with %j: %i', (one, other, sign) => {
    expect(Math.sign(compareCodePoints(one, other))).toBe(sign)
  })

  it('agrees with the order of the bytes of UTF-8', () => {
    const bytes = inOrder.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    expect(bytes).toEqual(inOrder)
  })

  it('calls equal what is equal, lone surrogates included', () => {
    for (const text of [...inOrder, '\uD800', '\uDC00x']) expect(compareCodePoints(text, text)).toBe(0)
    expect(compareCodePoints('\uD800', '\uDC00')).toBeLessThan(0)
  })
})
