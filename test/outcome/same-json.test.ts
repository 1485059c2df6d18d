import { describe, expect, it } from 'vitest'
import { sameJson } from '../../src/outcome/same-json.js'

const fromJson = (text: string): unknown => JSON.parse(text)

describe('sameJson', () => {
  const cases: readonly [name: string, one: unknown, other: unknown, same: boolean][] = [
    ['equal texts', 'a', 'a', true],
    ['a number and its text', 1, '1', false],
    ['null and an empty map', null, {}, false],
    ['an empty map and null', {}, null, false],
    ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ['a key more', { a: 1 }, { a: 1, b: 2 }, false],
    ['another value of the last of two keys', { a: 1, b: 2 }, { a: 1, b: 3 }, false],
    ['another key with the same value', { a: 1 }, { b: 1 }, false],
    ['lists in another order', [1, 2], [2, 1], false],
    ['a list and a map with its indexes', ['x'], { 0: 'x' }, false],
    ['values that differ in depth', { a: [{ b: null }] }, { a: [{ b: 0 }] }, false],
    ['values that are equal in depth', { a: [{ b: null }] }, { a: [{ b: null }] }, true],
    ['a key that only a prototype has', { toString: 1 }, fromJson('{"a":1}'), false],
    ['an own key named as the prototype', fromJson('{"__proto__":1}'), fromJson('{"__proto__":1}'), true],
    ['an own key named as the prototype and another', fromJson('{"__proto__":1}'), { a: 1 }, false],
  ]

  it.each(cases)('compares %s', (_name, one, other, same) => {
    expect(sameJson(one, other)).toBe(same)
  })
})
