import { describe, expect, it } from 'vitest'
import { notStoredProblems } from '../../src/plan/not-stored.js'

describe('a store that cannot hold every field', () => {
  const store = { notStored: ['note', 'tags', 'priceLevel'] } as const

  it('is told of by the name of each field that a wish fills', () => {
    const problems = notStoredProblems(
      { note: 'n', tags: ['vip'], priceLevel: 0, email: 'a@example.com' },
      store,
    )
    expect(problems).toEqual(
      ['note', 'tags', 'priceLevel'].map((field) => ({
        code: 'capability.field-not-stored',
        path: [field],
        params: { field },
      })),
    )
  })

  it.each([[{}], [{ note: null }], [{ note: undefined }], [{ tags: [] }]])(
    'need not hold nothing: %j',
    (wish) => {
      expect(notStoredProblems(wish, store)).toEqual([])
    },
  )
})
