import { describe, expect, it } from 'vitest'
import { isLike, isSwap } from '../../src/duplicates/likeness.js'

describe('how alike two texts are', () => {
  it.each<[string, string, degree: number, boolean]>([
    ['abcde', 'abcde', 1, true],
    // one letter of five
    ['abcde', 'abcdx', 0.8, true],
    ['abcde', 'xbcde', 0.8, true],
    ['abcde', 'abxde', 0.8, true],
    ['abcde', 'abxyde', 0.8, false],
    ['abcd', 'abcx', 0.8, false],
    ['abcde', 'abcdef', 0.8, true],
    ['abcde', 'abcdefg', 0.8, false],
    ['abcdefgh', 'abcdefghij', 0.8, true],
    ['abcdefgh', 'abcdefghijk', 0.8, false],
    // neighbours that changed places are one change, where one is allowed
    ['abcde', 'abced', 0.8, true],
    ['abcde', 'bacde', 0.8, true],
    ['abcd', 'abdc', 0.8, false],
    ['abcde', 'abdec', 0.8, false],
    ['abcde', 'edcba', 0.8, false],
    ['abcdefghij', 'abcdefghji', 0.9, true],
    ['abcdefghij', 'bacdefghji', 0.9, false],
    // what repeats itself
    ['aa', 'aaa', 0.6, true],
    ['aaaa', 'aa', 0.6, false],
    ['aaaa', 'aa', 0.5, true],
    ['abab', 'ab', 0.5, true],
    ['abab', 'ababab', 0.6, true],
    ['', 'a', 0.6, false],
    ['', '', 0.8, true],
    // long ones by their beginnings, and by their lengths
    ['a'.repeat(64) + 'x'.repeat(30), 'a'.repeat(64) + 'y'.repeat(30), 1, true],
    ['a'.repeat(64), 'a'.repeat(76), 0.8, true],
    ['a'.repeat(64), 'a'.repeat(77), 0.8, false],
    ['b'.repeat(13) + 'a'.repeat(87), 'a'.repeat(100), 0.8, false],
    ['b'.repeat(12) + 'a'.repeat(88), 'a'.repeat(100), 0.8, true],
  ])('%s and %s to %s: %s', (one, other, degree, alike) => {
    expect(isLike(one, other, degree)).toBe(alike)
    expect(isLike(other, one, degree)).toBe(alike)
  })

  it.each([
    ['ab', 'ba', true],
    ['xaby', 'xbay', true],
    ['abc', 'bca', false],
    ['abcd', 'abdd', false],
    ['abcd', 'abce', false],
    ['abcde', 'bacdf', false],
    ['ab', 'bax', false],
    ['abx', 'ba', false],
    ['aab', 'aba', true],
  ])('%s and %s changed places: %s', (one, other, isSwapped) => {
    expect(isSwap(one, other)).toBe(isSwapped)
    expect(isSwap(other, one)).toBe(isSwapped)
  })
})
