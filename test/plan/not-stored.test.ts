import { describe, expect, it } from 'vitest'
import { notStoredProblems } from '../../src/plan/not-stored.js'

describe('notStoredProblems', () => {
  it('names each field of the wish that the store cannot hold', () => {
    expect(
      notStoredProblems(['note', 'email', 'tags'], { notStored: ['tags', 'priceLevel', 'note'] }),
    ).toEqual([
      { code: 'capability.field-not-stored', path: ['note'], params: { field: 'note' } },
      { code: 'capability.field-not-stored', path: ['tags'], params: { field: 'tags' } },
    ])
  })

  it('has nothing against what the wish does not name', () => {
    expect(notStoredProblems([], { notStored: ['tags'] })).toEqual([])
  })
})
