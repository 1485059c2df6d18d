import { describe, expect, it } from 'vitest'
import { foldsTo } from '../../../src/segment/compile/folds-to.js'

describe('E-3 a tag is the same in any letters, and with what stands behind them', () => {
  it.each<[string, string, boolean]>([
    ['AZ@[`{', 'az@[`{', true],
    ['Z', 'z', true],
    ['@', '`', false],
    ['[', '{', false],
    // the last sign of ASCII changes no letter before it
    ['a\u007f', 'a\u007f', true],
    ['a\u007f', 'b\u007f', false],
    ['e\u0301', 'é', true],
    ['e\u0301', 'e\u0301', false],
    ['ae\u0301', 'bé', false],
    ['ab', 'a', false],
    ['a', 'ab', false],
  ])('%j as %j: %s', (text, folded, expected) => {
    expect(foldsTo(text, folded)).toBe(expected)
  })
})
