import { describe, expect, it } from 'vitest'
import { withoutUndefined } from '../../src/value/without-undefined.js'

describe('withoutUndefined', () => {
  it.each([
    ['a map', { a: undefined, b: null }, { b: null }],
    ['a map in a list in a map', { a: [{ b: undefined }, 'c'] }, { a: [{}, 'c'] }],
    ['nothing before it', { a: null, b: undefined }, { a: null }],
    ['nothing in it', { a: null }, { a: null }],
    ['a text', 'a', 'a'],
    ['nothing', null, null],
  ])('leaves out what is undefined in %s', (_title, given, left) => {
    expect(withoutUndefined(given)).toStrictEqual(left)
  })

  it('hands back what holds nothing undefined', () => {
    const given = { a: [{ b: 1 }] }
    expect(withoutUndefined(given)).toBe(given)
  })
})
