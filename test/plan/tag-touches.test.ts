import { describe, expect, it } from 'vitest'
import { tagTouches } from '../../src/plan/tag-touches.js'

describe('tagTouches', () => {
  it('has one touch a tag, changed or not, under its folded key (E-3)', () => {
    expect(tagTouches(['VIP', 'Émigré', 'old'], ['vip', 'new', 'Émigré'])).toEqual([
      { path: ['tags', 'vip'], before: 'VIP', after: 'vip' },
      { path: ['tags', 'émigré'], before: 'Émigré', after: 'Émigré' },
      { path: ['tags', 'old'], before: 'old', after: null },
      { path: ['tags', 'new'], before: null, after: 'new' },
    ])
  })

  it('has none where there are no tags', () => {
    expect(tagTouches([], [])).toEqual([])
  })

  it('takes a key of a prototype for a tag', () => {
    expect(tagTouches(['__proto__'], [])).toEqual([
      { path: ['tags', '__proto__'], before: '__proto__', after: null },
    ])
  })
})
