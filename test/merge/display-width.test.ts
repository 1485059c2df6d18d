import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attackStrings, expectLinear } from '../hostile-texts.js'
import { displayWidth, padToWidth, wrapToWidth } from '../../src/merge/preview/display-width.js'

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['Anna', 4],
    ['Łódź', 4],
    ['e\u0301', 1],
    ['日本語', 6],
    ['한국', 4],
    ['Ａ', 2],
    ['😀', 2],
    ['𠀋', 2],
    ['Σ', 1],
    ['~', 1],
    ['\u00a0', 1],
    ['a\u200db', 2],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('padToWidth', () => {
  it('fills up by what is seen, and cuts nothing', () => {
    expect(padToWidth('日', 4)).toBe('日  ')
    expect(padToWidth('long', 2)).toBe('long')
  })
})

describe('wrapToWidth', () => {
  it.each([
    ['', 5, ['']],
    ['one two', 7, ['one two']],
    ['one two', 6, ['one', 'two']],
    ['abcdefgh ij', 4, ['abcd', 'efgh', 'ij']],
    ['a bcdefg', 4, ['a', 'bcde', 'fg']],
    ['abcdef g', 4, ['abcd', 'ef g']],
    ['日本語', 5, ['日本', '語']],
  ])('breaks %j at %i', (text, width, lines) => {
    expect(wrapToWidth(text, width)).toEqual(lines)
  })

  it.each(['letters', 'blanks', 'combining accents'])('takes linear time for many %s', (name) => {
    expectLinear((text) => wrapToWidth(text, 40), attackStrings[name] as (length: number) => string)
  })

  it('makes no line too long and loses nothing but blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = wrapToWidth(text, width)
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
    )
  })
})
