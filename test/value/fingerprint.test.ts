import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../src/value/fingerprint.js'

describe('fingerprint', () => {
  const data = [
    null,
    true,
    'true',
    1,
    '1',
    '',
    [],
    {},
    [''],
    [[]],
    { a: 1 },
    { a: '1' },
    { a: [1] },
    { b: 1 },
    [null],
    'a',
    'a\0',
  ]
  const alike = [
    ...data,
    'ab',
    'ba',
    'abc',
    'acb',
    'abcd',
    'cdab',
    ['ab', 'c'],
    ['a', 'bc'],
    ['abc'],
    [['a'], 'b'],
    [['a', 'b']],
    { a: { b: 1 } },
    { a: {}, b: 1 },
    { a: 1, b: 2 },
    { a: 2, b: 1 },
    [{ a: 1 }, { b: 2 }],
  ]

  it('tells apart what looks alike', () => {
    expect(new Set(alike.map(fingerprint)).size).toBe(alike.length)
  })

  it('takes in a map what is undefined for not there, and in a list what is no JSON for nothing', () => {
    expect(fingerprint({ a: 1, b: undefined })).toBe(fingerprint({ a: 1 }))
    expect(fingerprint([undefined, 1])).toBe(fingerprint([null, 1]))
  })

  it.each([
    ['lists', (inner: unknown): unknown => [inner]],
    ['maps', (inner: unknown): unknown => ({ a: inner })],
  ])('looks 64 %s deep and no further, so that no depth overflows the stack', (_what, around) => {
    const nested = (depth: number, innermost: unknown): unknown =>
      Array.from({ length: depth }).reduce((inner) => around(inner), innermost)
    expect(fingerprint(nested(64, 1))).not.toBe(fingerprint(nested(64, 2)))
    expect(fingerprint(nested(65, 1))).toBe(fingerprint(nested(65, 2)))
    expect(fingerprint(nested(100_000, 1))).toBe(fingerprint(nested(65, 1)))
  })

  it('loses no more in any quarter than chance does, of texts that hardly differ', () => {
    const quarters = Array.from({ length: 100_000 }, (_, number) => fingerprint({ id: number }).split('/'))
    // 2³² values, 10⁵ draws: one or two are drawn twice
    for (const place of [0, 1, 2, 3])
      expect(new Set(quarters.map((of) => of[place])).size).toBeGreaterThan(100_000 - 12)
  })

  it('is the same for keys in any order, and differs for entries in another', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (map) => {
        const entries = Object.entries(map)
        expect(fingerprint(Object.fromEntries(entries.toReversed()))).toBe(fingerprint(map))
        if (entries.length > 1) expect(fingerprint(entries.toReversed())).not.toBe(fingerprint(entries))
      }),
    )
  })
})
