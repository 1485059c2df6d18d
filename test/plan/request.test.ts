import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../src/outcome/json.js'
import { requestOf } from '../../src/plan/request.js'

const reversed = (value: JsonValue): JsonValue => {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}

describe('requestOf', () => {
  const request = requestOf('create', [], { email: 'anna@example.com', tags: ['a', 'b'] })

  it('names the planner and tells nothing of the wish', () => {
    expect(request).toMatch(/^create:\d+-\d+-\d+-\d+$/)
  })

  it('is the same today and tomorrow, because it is stored', () => {
    expect(requestOf('create', ['customer-1'], { note: null })).toBe(
      'create:1196048061-3825017631-2933725848-1275277439',
    )
  })

  it.each([
    ['another planner', requestOf('merge', [], { email: 'anna@example.com', tags: ['a', 'b'] })],
    ['another id', requestOf('create', ['1'], { email: 'anna@example.com', tags: ['a', 'b'] })],
    ['another value', requestOf('create', [], { email: 'anna@example.org', tags: ['a', 'b'] })],
    ['another order of a list', requestOf('create', [], { email: 'anna@example.com', tags: ['b', 'a'] })],
    ['another key', requestOf('create', [], { mail: 'anna@example.com', tags: ['a', 'b'] })],
    [
      'null for nothing',
      requestOf('create', [], { email: 'anna@example.com', tags: ['a', 'b'], note: null }),
    ],
    [
      'a key of a prototype',
      requestOf('create', [], JSON.parse('{"email":"anna@example.com","tags":["a","b"],"__proto__":1}')),
    ],
  ])('differs for %s', (_what, other) => {
    expect(other).not.toBe(request)
  })

  it('is the same where a key has no value', () => {
    const wish = { email: 'anna@example.com', tags: ['a', 'b'], note: undefined } as unknown as JsonValue
    expect(requestOf('create', [], wish)).toBe(request)
  })

  it('tells ids from a wish that looks like them', () => {
    expect(requestOf('merge', ['a'], ['b'])).not.toBe(requestOf('merge', ['a', 'b'], []))
  })

  it('is the same for keys in any order, also after JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue() as fc.Arbitrary<JsonValue>, (wish) => {
        const one = requestOf('create', ['1'], wish)
        expect(requestOf('create', ['1'], reversed(wish))).toBe(one)
        expect(requestOf('create', ['1'], JSON.parse(JSON.stringify(wish)))).toBe(one)
      }),
      { numRuns: 1000 },
    )
  })

  it('never overflows, however deep a hostile wish is, and tells wishes apart as deep as planners go', () => {
    const deep = (depth: number, core: string): JsonValue =>
      JSON.parse(`${'{"a":['.repeat(depth / 2)}"${core}"${']}'.repeat(depth / 2)}`) as JsonValue
    expect(requestOf('create', [], deep(50_000, 'x'))).toMatch(/^create:/)
    expect(requestOf('create', [], deep(60, 'x'))).not.toBe(requestOf('create', [], deep(60, 'y')))
  })

  it('reads nothing in a list as null, as JSON does', () => {
    expect(requestOf('create', [], [undefined] as unknown as JsonValue)).toBe(requestOf('create', [], [null]))
  })

  it('tells two lone surrogates apart', () => {
    expect(requestOf('create', [], '\ud800')).not.toBe(requestOf('create', [], '\ud801'))
  })
})
