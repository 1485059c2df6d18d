import { describe, expect, it } from 'vitest'
import { notStoredProblems, saidFields } from '../../src/plan/not-stored.js'

describe('a store that cannot hold every field', () => {
  it('is told of by the name of each field that a wish names', () => {
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

  it('need hold what a wish fills', () => {
    expect(saidFields({ note: 'n', tags: ['vip'], priceLevel: 0 })).toEqual(['note', 'tags', 'priceLevel'])
  })

  it.each([[{}], [{ note: null }], [{ note: undefined }], [{ tags: [] }]])(
    'need not hold nothing: %j',
    (wish) => {
      expect(saidFields(wish)).toEqual([])
    },
  )
})
