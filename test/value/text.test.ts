import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codePointLength,
  foldText,
  isBlank,
  isLongerThan,
  isStorable,
  presentText,
  trimmed,
} from '../../src/value/text.js'
import { attackStrings, expectLinear, unstorableTexts } from '../hostile-texts.js'

describe('codePointLength', () => {
  it.each([
    ['nothing', '', 0],
    ['ASCII', 'abc', 3],
    ['é composed', 'é', 1],
    ['e with a combining accent', 'e\u0301', 2],
    ['an emoji', '😀', 1],
    ['a family of seven code points', '👨‍👩‍👧‍👦', 7],
    ['a flag', '🇵🇱', 2],
    ['CRLF', '\r\n', 2],
    ['a lone high surrogate', '\ud83d', 1],
    ['a lone low surrogate', '\ude00', 1],
    ['two high surrogates', '\ud83d\ud83d', 2],
    ['a high surrogate before a letter', '\ud83da', 2],
    ['a letter before a low surrogate', 'a\ude00', 2],
    ['a high surrogate before the last of all units', '\ud83d\uffff', 2],
    ['surrogates the wrong way round', '\ude00\ud83d', 2],
    ['two low surrogates', '\udc00\udc00', 2],
    ['the last high surrogate before the first low one', '\udbff\udc00', 1],
    ['the first and the last pair', '\u{10000}\u{10ffff}', 2],
  ])('counts code points in %s', (_what, text, length) => {
    expect(codePointLength(text)).toBe(length)
  })

  it('counts as many as iteration yields', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => codePointLength(text) === [...text].length),
    )
  })

  it('counts as many as iteration yields where surrogates stand alone', () => {
    const units = fc
      .array(fc.integer({ min: 0xd7ff, max: 0xe001 }))
      .map((codes) => String.fromCharCode(...codes))
    fc.assert(fc.property(units, (text) => codePointLength(text) === [...text].length))
  })
})

describe('isLongerThan', () => {
  it.each([
    ['ASCII', 'a', 1],
    ['é', 'é', 1],
    ['e with a combining accent', 'e\u0301', 2],
    ['emoji', '😀', 1],
    ['CRLF', '\r\n', 2],
  ])('holds the limit of 5000 in %s', (_what, unit, length) => {
    const textOf = (count: number): string =>
      unit.repeat(Math.floor(count / length)) + 'a'.repeat(count % length)
    expect([4999, 5000, 5001].map((count) => isLongerThan(textOf(count), 5000))).toEqual([false, false, true])
  })

  it('agrees with counting', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 20 })
    fc.assert(
      fc.property(
        texts,
        fc.nat(20),
        (text, limit) => isLongerThan(text, limit) === codePointLength(text) > limit,
      ),
    )
  })
})

describe('isStorable', () => {
  it.each(unstorableTexts)('refuses %j', (text) => {
    expect(isStorable(text)).toBe(false)
  })

  it.each(['', 'Łódź', '😀', '\u200b', '\r\n\t', '\ud7ff\ue000', '\u{10000}', '__proto__'])(
    'keeps %j',
    (text) => {
      expect(isStorable(text)).toBe(true)
    },
  )

  it('agrees with the platform on surrogates', () => {
    const units = fc
      .array(fc.integer({ min: 0xd7fe, max: 0xe002 }))
      .map((codes) => String.fromCharCode(...codes))
    const isWellFormed = (text: string): boolean => !/\p{Cs}/u.test(text)
    fc.assert(fc.property(units, (text) => isStorable(text) === isWellFormed(text)))
  })
})

describe('foldText', () => {
  it.each([
    ['I', 'i'],
    ['İ', 'i\u0307'],
    ['ı', 'ı'],
    ['ß', 'ß'],
    ['ẞ', 'ß'],
    ['Σ', 'σ'],
    ['σ', 'σ'],
    ['ς', 'ς'],
    ['ΟΔΟΣ', 'οδος'],
    ['ﬁ', 'ﬁ'],
    ['ǅ', 'ǆ'],
    ['\u212a', 'k'],
    ['\u212b', 'å'],
    ['𐐀', '𐐨'],
    ['É', 'é'],
    ['E\u0301', 'é'],
    ['J\u030c', 'ǰ'],
    ['', ''],
  ])('folds %j to %j, wherever it runs', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('is the same without the short cut for what is folded already', () => {
    const unit = fc.constantFrom('a', '@', 'A', 'Z', '[', '\x7f', '\x80', 'É', '\u0301', '\u212a')
    const plainly = (text: string): string => text.normalize('NFC').toLowerCase().normalize('NFC')
    fc.assert(fc.property(fc.string({ unit }), (text) => foldText(text) === plainly(text)))
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => foldText(foldText(text)) === foldText(text)),
    )
  })

  it('is the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => foldText(text) === foldText(text.normalize('NFD')),
      ),
    )
  })

  it('changes nothing the second time for any letter with any accent that composes', () => {
    const accents = ['\u0300', '\u0307', '\u0308', '\u030a', '\u030c', '\u0323', '\u0331', '\u0345']
    const unstable = Array.from({ length: 0x2000 }, (_, code) => String.fromCharCode(code))
      .flatMap((letter) => accents.map((accent) => letter + accent))
      .filter((text) => foldText(foldText(text)) !== foldText(text))
    expect(unstable).toEqual([])
  })

  it.each(Object.entries(attackStrings))('takes linear time on %s', (_what, attack) => {
    expectLinear(foldText, attack)
  })
})

describe('trimmed', () => {
  /** Every sign that may stand at an end: blanks of all kinds, their neighbours, and what only looks blank. */
  const ends = [
    '',
    ' ',
    '\t',
    '\n',
    '\v',
    '\f',
    '\r',
    '\0',
    '\x1f',
    '!',
    '~',
    '\x7f',
    '\x85',
    '\u00a0',
    '\u1680',
  ]
  const unit = fc.constantFrom(
    ...ends,
    '\u180e',
    '\u2000',
    '\u200b',
    '\u2028',
    '\u3000',
    '\ufeff',
    'a',
    'ł',
    '😀',
  )

  it('says of any text what trim says', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 4 }), (text) => {
        expect(trimmed(text)).toBe(text.trim())
        expect(isBlank(text)).toBe(text.trim() === '')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('presentText and isBlank', () => {
  it.each([
    [null, null],
    [undefined, null],
    ['', null],
    [' \t\r\n\u00a0\u3000\ufeff', null],
    [' a b ', 'a b'],
    ['0', '0'],
    ['\u200b', '\u200b'],
  ])('reads %j as %j', (text, present) => {
    expect(presentText(text)).toBe(present)
    expect(isBlank(text)).toBe(present === null)
  })
})
