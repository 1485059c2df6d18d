import { describe, expect, it } from 'vitest'
import { addTo, idsUnder, removeFrom, type ManyIndex } from '../../../src/repository/memory/many-index.js'

const idsIn = (index: ManyIndex<string>, key: string): readonly string[] =>
  [...idsUnder(index, key)].toSorted()

describe('who stands under a key', () => {
  it.each([
    ['nobody', [], []],
    ['one', ['a'], ['a']],
    ['one who comes twice', ['a', 'a'], ['a']],
    ['two', ['a', 'b'], ['a', 'b']],
    ['two of whom each comes twice', ['a', 'b', 'a', 'b'], ['a', 'b']],
    ['three', ['b', 'c', 'a'], ['a', 'b', 'c']],
  ])('is told of %s', (_name, coming, ids) => {
    const index: ManyIndex<string> = new Map()
    for (const id of coming) addTo(index, 'key', id)
    expect(idsIn(index, 'key')).toEqual(ids)
    expect(idsIn(index, 'another')).toEqual([])
  })

  it.each([
    ['the only one', ['a'], ['a'], []],
    ['one who is not there', ['a'], ['b'], ['a']],
    ['one of two', ['a', 'b'], ['a'], ['b']],
    ['one of three', ['a', 'b', 'c'], ['b'], ['a', 'c']],
    ['one of three who goes twice', ['a', 'b', 'c'], ['b', 'b'], ['a', 'c']],
    ['all', ['a', 'b', 'c'], ['b', 'c', 'a'], []],
  ])('is no more, when they go: %s', (_name, coming, going, ids) => {
    const index: ManyIndex<string> = new Map()
    for (const id of coming) addTo(index, 'key', id)
    for (const id of going) removeFrom(index, 'key', id)
    expect(idsIn(index, 'key')).toEqual(ids)
    // nothing is kept of a key that nobody has
    expect(index.size).toBe(ids.length === 0 ? 0 : 1)
  })

  it('goes from no key at all', () => {
    const index: ManyIndex<string> = new Map()
    removeFrom(index, 'key', 'a')
    expect(index.size).toBe(0)
  })
})
