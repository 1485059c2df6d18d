import { describe, expect, it } from 'vitest'
import { isOneSlip, likelySlips } from '../../../src/address/military/slip.js'

describe('isOneSlip', () => {
  it.each([
    ['no slip', 'UNIT', true],
    ['a letter wrong', 'UNUT', true],
    ['a letter missing', 'UNT', true],
    ['a letter missing at the end', 'UNI', true],
    ['a letter too many', 'UNXIT', true],
    ['a letter twice', 'UNNIT', true],
    ['two neighbours swapped', 'UINT', true],
    ['two letters wrong', 'UXXT', false],
    ['two letters missing', 'UT', false],
    ['two letters too many', 'UNXXIT', false],
    ['two letters swapped that are no neighbours', 'UTIN', false],
    ['all letters in the other order', 'TINU', false],
  ])('takes a word with %s for the one that is meant: %s', (_what, word, isSlip) => {
    expect(isOneSlip(word, 'UNIT')).toBe(isSlip)
  })

  it.each([
    ['A', 'AAA'],
    ['AAA', 'A'],
  ])('counts a letter once: %s is not %s', (word, meant) => {
    expect(isOneSlip(word, meant)).toBe(false)
  })
})

describe('likelySlips', () => {
  it('are a letter twice, two neighbours swapped, a digit like a letter, and never the word itself', () => {
    expect(likelySlips('SIO').toSorted()).toEqual(
      ['SSIO', 'SIIO', 'SIOO', 'ISO', 'SOI', '5IO', 'S1O', 'SI0'].toSorted(),
    )
  })
})
