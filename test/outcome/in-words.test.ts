import { describe, expect, it } from 'vitest'
import { inWords } from '../../src/outcome/in-words.js'

const words = { SUBSCRIBED: 'subscribed' }

describe('codes in words', () => {
  it.each([
    ['a code', 'SUBSCRIBED', 'subscribed'],
    ['codes in a list', ['SUBSCRIBED', ['SUBSCRIBED']], ['subscribed', ['subscribed']]],
    ['what has no word', 'gold', 'gold'],
    ['what every object has', 'toString', 'toString'],
    ['a number', 5, 5],
    ['nothing', null, null],
  ] as const)('%s', (_what, value, said) => {
    expect(inWords(value, words)).toEqual(said)
  })
})
