import { en } from 'clientele/messages/en'
import { explainSegment } from 'clientele/segment'
import { describe, expect, it } from 'vitest'
import { parsed } from '../matching.js'

describe('S-1 a number in words', () => {
  it.each([
    // no digit is rounded
    ['amount_spent = 0.1234', 'amount spent: 0.1234'],
    ['amount_spent < 12345.678901234', 'amount spent: less than 12,345.678901234'],
  ])('%s: %s', (query, words) => {
    expect(explainSegment(parsed(query), en)).toBe(words)
  })
})
