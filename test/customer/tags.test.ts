import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNormalTag, normalizeTags, tagKey, tagPlaces } from '../../src/customer/tags.js'
import { attackStrings, expectLinear, prototypeNames } from '../hostile-texts.js'

describe('tagKey', () => {
  it.each([
    ['VIP', 'vip', true],
    [' vip ', 'vip', true],
    ['E\u0301migré', 'émigré', true],
    ['ΑΣ', 'ας', true],
    ['\u212a', 'k', true],
    ['ẞ', 'ß', true],
    ['ß', 'ss', false],
    ['İ', 'i', false],
    ['I', 'ı', false],
    ['ﬁ', 'fi', false],
    ['a b', 'a  b', false],
  ])('E-3 of %j and %j: the same tag is %j', (one, other, isSame) => {
    expect(tagKey(one) === tagKey(other)).toBe(isSame)
  })
})

describe('normalizeTags', () => {
  it.each([
    ['nothing', [], []],
    ['tags as they are', ['vip', 'eu'], ['vip', 'eu']],
    ['the first spelling, in the order of entry', ['b', 'VIP', 'vip', 'B', 'a'], ['b', 'VIP', 'a']],
    ['several tags of one entry', ['VIP, eu', 'vip', ' '], ['VIP', 'eu']],
    ['no blank ones', ['', ' ', ',', ' , ,'], []],
    ['inner blanks', ['very important'], ['very important']],
    ['the first of two normal forms', ['e\u0301', 'é'], ['e\u0301']],
    ['names of a prototype', [...prototypeNames], [...prototypeNames]],
  ])('E-3 keeps %s', (_what, tags, kept) => {
    expect(normalizeTags(tags)).toEqual(kept)
  })

  it('changes nothing the second time, and gives tags in their normal form', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (tags) => {
        const normal = normalizeTags(tags)
        expect(normalizeTags(normal)).toEqual(normal)
        expect(normal.every(isNormalTag)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('loses no tag and makes none up', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'A', 'b,c', ' C ', '', 'é', 'E\u0301')), (tags) => {
        const keys = tags.flatMap((entry) => entry.split(',')).map(tagKey)
        expect(new Set(normalizeTags(tags).map(tagKey))).toEqual(new Set(keys.filter((key) => key !== '')))
      }),
      { numRuns: 1000 },
    )
  })

  it.each(Object.entries(attackStrings))('takes linear time on %s', (_what, attack) => {
    expectLinear((text) => normalizeTags([text]), attack)
  })
})

describe('where tags were typed', () => {
  it.each<[string, string[], [string, number][]]>([
    ['nothing', [], []],
    [
      'several in one text',
      ['a, b', 'c'],
      [
        ['a', 0],
        ['b', 0],
        ['c', 1],
      ],
    ],
    [
      'one twice, the first time',
      ['VIP', ' ', 'vip', 'x'],
      [
        ['vip', 0],
        ['x', 3],
      ],
    ],
    ['a name of a prototype', ['', '__proto__'], [['__proto__', 1]]],
  ])('E-3 %s', (_what, typed, places) => {
    expect([...tagPlaces(typed)]).toEqual(places)
  })

  it('knows a place for each tag that is kept', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (typed) => {
        const places = tagPlaces(typed)
        for (const tag of normalizeTags(typed))
          expect(normalizeTags([typed[places.get(tagKey(tag)) as number] as string]).map(tagKey)).toContain(
            tagKey(tag),
          )
      }),
    )
  })
})

describe('isNormalTag', () => {
  it.each([
    ['vip', true],
    ['a b', true],
    ['', false],
    [' ', false],
    [' a', false],
    ['a ', false],
    ['a,b', false],
    [',', false],
  ])('of %j is %j', (tag, is) => {
    expect(isNormalTag(tag)).toBe(is)
  })
})
