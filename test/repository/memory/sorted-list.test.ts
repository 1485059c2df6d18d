import { describe, expect, it } from 'vitest'
import { firstIndex, mergeSorted } from '../../../src/repository/memory/sorted-list.js'

const numbers = (text: string): readonly number[] => Array.from(text, Number)

describe('firstIndex', () => {
  it.each([
    ['', 3, 0],
    ['3', 3, 0],
    ['2', 3, 1],
    ['12345', 0, 0],
    ['12345', 1, 0],
    ['12345', 3, 2],
    ['12345', 5, 4],
    ['12345', 6, 5],
    ['1333', 3, 1],
  ])('of %j is, for whatever is at least %j, %j', (list, least, index) => {
    expect(firstIndex(numbers(list), (item) => item >= least)).toBe(index)
  })
})

describe('mergeSorted', () => {
  it.each([
    ['', '', ''],
    ['', '13', '13'],
    ['13', '', '13'],
    ['135', '246', '123456'],
    ['456', '123', '123456'],
    ['123', '456', '123456'],
    ['19', '5', '159'],
    ['5', '19', '159'],
    ['1289', '34567', '123456789'],
  ])('%j and %j are %j', (one, other, merged) => {
    expect(mergeSorted(numbers(one), numbers(other), (a, b) => a - b)).toEqual(numbers(merged))
  })

  it('puts what is equal behind what was there', () => {
    const items = (from: string, keys: string) => Array.from(keys, (key) => ({ from, key: Number(key) }))
    const merged = mergeSorted(items('one', '122'), items('other', '23'), (a, b) => a.key - b.key)
    expect(merged.map(({ from, key }) => `${from} ${key}`)).toEqual([
      'one 1',
      'one 2',
      'one 2',
      'other 2',
      'other 3',
    ])
  })
})
