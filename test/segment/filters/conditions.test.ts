import { removeCondition, segmentConditions } from 'clientele/segment'
import { describe, expect, it } from 'vitest'
import { parsed } from '../matching.js'

describe('L-4 a segment is taken apart', () => {
  it('only with the catalog that it was parsed with; another one is the programmer’s error', () => {
    const segment = parsed('blocked = true AND newsletter = true')
    const catalog = { attributes: [] }
    const message = 'take a segment apart with the catalog that it was parsed with'
    expect(() => segmentConditions(segment, { catalog })).toThrow(message)
    expect(() => removeCondition(segment, 0, { catalog })).toThrow(message)
  })
})
