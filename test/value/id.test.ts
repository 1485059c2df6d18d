import { describe, expect, it } from 'vitest'
import { isNewId, newId } from '../../src/value/id.js'
import { newIds } from '../../src/value/new-ids.js'

describe('ids that the store has yet to number', () => {
  it('number the new things of one change set from 1', () => {
    const next = newIds()
    expect([next(), next(), next()]).toEqual(['new:1', 'new:2', 'new:3'])
  })

  it('go on, however many there are', () => {
    const next = newIds()
    const numbered = Array.from({ length: 3000 }, next)
    expect([numbered[1023], numbered[1024], numbered[2999]]).toEqual(['new:1024', 'new:1025', 'new:3000'])
  })

  it('begin again with each change set', () => {
    newIds()()
    expect(newIds()()).toBe('new:1')
  })

  it('are told from the ids of a store', () => {
    expect([newId(1), 'customer-1', 'new', 'NEW:1', ''].map(isNewId)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
