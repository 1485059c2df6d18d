import { describe, expect, it } from 'vitest'
import { frozenCopy } from '../../../src/repository/memory/frozen-copy.js'

function isFrozenThroughout(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(isFrozenThroughout))
  )
}

describe('a frozen copy', () => {
  it.each([
    [null],
    [undefined],
    ['text'],
    [7],
    [[]],
    [[[]]],
    [{}],
    [{ a: null, b: 'x', c: [1, { d: [] }] }],
    [[null, [1], { a: {} }]],
    [JSON.parse('{"__proto__":{"polluted":true},"a":1}')],
  ])('of %j is equal, frozen throughout, and leaves what it was given as it was', (given) => {
    const before = JSON.stringify(given)
    const copy: unknown = frozenCopy(given)
    expect(copy).toEqual(given)
    expect(JSON.stringify(copy)).toBe(before)
    expect(isFrozenThroughout(copy)).toBe(true)
    if (typeof given === 'object' && given !== null) {
      expect(Object.isFrozen(given)).toBe(false)
      expect(copy).not.toBe(given)
    }
  })

  it('does not follow what is copied', () => {
    const given = { list: [{ a: 1 }], map: { b: 2 } }
    const copy = frozenCopy(given)
    given.list[0]!.a = 9
    given.list.push({ a: 9 })
    given.map.b = 9
    expect(copy).toEqual({ list: [{ a: 1 }], map: { b: 2 } })
  })
})
