import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameJson } from '../../src/outcome/same-json.js'
import { isPlainMap } from '../../src/value/plain-map.js'
import { isStorableJson } from '../../src/value/storable-json.js'
import { expectWithin, unstorableTexts } from '../hostile-texts.js'

const nested = (depth: number): unknown => {
  let value: unknown = 'core'
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { inner: value }
  return value
}

/** Every level holds the one below twice: a small thing in memory, and endless as a tree. */
const shared = (depth: number): unknown => {
  let value: unknown = {}
  for (let level = 0; level < depth; level++) value = { left: value, right: value }
  return value
}

const cyclic = (): unknown => {
  const circle: { self?: unknown } = {}
  circle.self = circle
  return circle
}

class Sized {
  readonly size = 38
}

describe('isStorableJson', () => {
  it.each([
    ['null', null],
    ['a boolean', false],
    ['zero', 0],
    ['a fraction', -1.5],
    ['a text', 'Łódź 😀'],
    ['an empty list', []],
    ['an empty map', {}],
    ['a map in a list in a map', { sizes: [{ shoe: 38 }, null] }],
    ['a key of a prototype', JSON.parse('{"__proto__": {"polluted": true}}')],
    ['a map without a prototype', Object.assign(Object.create(null), { size: 38 })],
    ['32 levels', nested(32)],
    ['10000 values', Array.from({ length: 9_999 }, () => 0)],
  ])('keeps %s', (_what, value) => {
    expect(isStorableJson(value)).toBe(true)
  })

  it.each([
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['an infinity', -Infinity],
    ['a big integer', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a date', new Date(0)],
    ['a map of the platform', new Map([['a', 1]])],
    ['an instance of a class', new Sized()],
    ['bytes', new Uint8Array(2)],
    ['a key without a value', { size: undefined }],
    ['a list with undefined', [undefined]],
    ['a list with a hole', Array.from({ length: 2 }).fill(1, 0, 1)],
    // eslint-disable-next-line no-sparse-arrays -- the hole is what is tested
    ['a sparse list', [1, , 2]],
    ['33 levels', nested(33)],
    ['100000 levels', nested(100_000)],
    ['10001 values', Array.from({ length: 10_000 }, () => 0)],
    ['a list of four billion holes', Array(2 ** 32 - 1)],
    ['a circle', cyclic()],
    ['a tree of two to the thirtieth', shared(30)],
  ])('refuses %s', (_what, value) => {
    expect(isStorableJson(value)).toBe(false)
  })

  it.each(unstorableTexts)('refuses %j as a text and as a key', (text) => {
    expect(isStorableJson([text])).toBe(false)
    expect(isStorableJson({ [text]: 1 })).toBe(false)
  })

  it('keeps only what comes back from JSON unchanged', () => {
    fc.assert(
      fc.property(
        fc.anything({ withDate: true, withMap: true, withBigInt: true, withSparseArray: true }),
        (value) => {
          fc.pre(isStorableJson(value))
          expect(sameJson(JSON.parse(JSON.stringify(value)), value)).toBe(true)
        },
      ),
    )
  })

  it('judges a hostile depth and a hostile tree in a few milliseconds', () => {
    const [deep, wide] = [nested(100_000), shared(30)]
    expectWithin(20, () => isStorableJson(deep))
    expectWithin(20, () => isStorableJson(wide))
  })
})

describe('isPlainMap', () => {
  it.each([
    ['a map', {}, true],
    ['a map without a prototype', Object.create(null), true],
    ['null', null, false],
    ['a list', [], false],
    ['a text', 'a', false],
    ['a date', new Date(0), false],
    ['an instance', new Sized(), false],
  ])('tells %s', (_what, value, is) => {
    expect(isPlainMap(value)).toBe(is)
  })
})
