import { describe, expect, it } from 'vitest'
import { problemsOf } from '../matching.js'

describe('a condition of a tree that comes from outside', () => {
  it('is refused by its name and place where the catalog has none of it', () => {
    const lot = { kind: 'bucket', share: '5', seed: 'x' }
    expect(problemsOf({ kind: 'not', node: lot }, { attributes: [] })).toMatchObject([
      { code: 'segment.unknown-attribute', path: ['node', 'kind'], params: { found: 'random_bucket' } },
    ])
  })
})
