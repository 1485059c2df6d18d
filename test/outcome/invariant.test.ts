import { describe, expect, it } from 'vitest'
import { invariant, isProgrammersError } from '../../src/outcome/invariant.js'

function thrownBy(work: () => void): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

describe("errors of the programmer's", () => {
  it('are what an invariant throws', () => {
    const error = thrownBy(() => invariant(false, 'there is no table users'))
    expect(error).toEqual(new TypeError('clientele: there is no table users'))
    expect(isProgrammersError(error)).toBe(true)
    expect(thrownBy(() => invariant(true, 'nothing'))).toBeUndefined()
  })

  it.each([
    ['a failed request, which is a TypeError too', new TypeError('fetch failed')],
    ['a lost connection', new Error('clientele: PostgreSQL has failed (ECONNRESET)')],
    ['a text', 'clientele: there is no table users'],
    ['nothing', undefined],
  ])('are not %s', (_case, error) => {
    expect(isProgrammersError(error)).toBe(false)
  })
})
