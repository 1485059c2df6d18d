import { describe, expect, it } from 'vitest'
import { textProblems } from '../../src/value/text-problems.js'
import { expectWithin, unstorableTexts } from '../hostile-texts.js'

const tooLong = (limit: number, length: number): unknown => [
  { code: 'text.too-long', path: ['note'], params: { limit, length } },
]

describe('textProblems', () => {
  it.each([null, undefined, '', 'a', 'ab', 'éé', '😀😀'])(
    'has nothing against %j within two code points',
    (text) => {
      expect(textProblems(text, 2, ['note'])).toEqual([])
    },
  )

  it.each([
    ['abc', 3],
    ['e\u0301e', 3],
    ['😀😀😀', 3],
    ['a\r\n', 3],
    ['abcdef', 6],
  ])('refuses %j as %i code points where two are allowed', (text, length) => {
    expect(textProblems(text, 2, ['note'])).toEqual(tooLong(2, length))
  })

  it.each(unstorableTexts)('refuses %j, which no store keeps', (text) => {
    expect(textProblems(text, 10, ['note'])).toEqual([{ code: 'text.not-storable', path: ['note'] }])
  })

  it('says the length before it looks for characters', () => {
    expect(textProblems('\0\0\0', 2, ['note'])).toEqual(tooLong(2, 3))
  })

  it('refuses a megabyte in a few milliseconds', () => {
    const megabyte = '😀'.repeat(500_000)
    expectWithin(20, () => textProblems(megabyte, 5000, ['note']))
  })
})
