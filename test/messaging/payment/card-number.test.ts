import { holdsCardNumber } from 'clientele/messaging'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attackStrings, expectLinear } from '../../hostile-texts.js'
import { cardLengths, grouped, luhnNumber } from './card-numbers.js'

/** Numbers that payment providers publish for tests. */
const published = [
  '4222222222222',
  '30569309025904',
  '378282246310005',
  '371449635398431',
  '4111111111111111',
  '4242424242424242',
  '5555555555554444',
  '6011111111111117',
  '6304000000000000',
]

const changed = (digits: string): string => digits.slice(0, -1) + ((Number(digits.at(-1)) + 1) % 10)

describe('P-1 to P-3 a text that holds the number of a card', () => {
  it.each([...published, ...cardLengths.map((length) => luhnNumber(length))])('%s', (digits) => {
    expect(holdsCardNumber(digits)).toBe(true)
    expect(holdsCardNumber(changed(digits))).toBe(false)
    for (const between of [
      ' ',
      '-',
      ' - ',
      '\u00a0',
      '\u2013',
      '\u200b',
      '\t',
      '\n',
      '.',
      '/',
      '_',
      '\u00b7',
      '\u2212',
    ])
      expect(holdsCardNumber(grouped(digits, between)), JSON.stringify(between)).toBe(true)
    expect(holdsCardNumber(`pm_${digits}_x`)).toBe(true)
    expect(holdsCardNumber(`${digits}@example.com`)).toBe(true)
  })

  it.each([
    ['a date behind it', '4111 1111 1111 1111 12/27'],
    ['a code behind it', '4111 1111 1111 1111 123'],
    ['a count before it', '1 4111 1111 1111 1111'],
    ['much before it', '2026-11-22 09:30 no. 7: 4111-1111-1111-1111'],
    ['full-width digits', '４１１１１１１１１１１１１１１１'],
    ['Arabic digits', '٤١١١١١١١١١١١١١١١'],
    ['digits of two scripts', '4111 ١١١١ 1111 1111'],
    ['mathematical digits', '𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏'],
  ])('with %s', (_what, text) => {
    expect(holdsCardNumber(text)).toBe(true)
  })

  it('in the digits of any script that the engine knows', () => {
    const digits = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) =>
      /\p{Nd}/u.test(String.fromCodePoint(code)),
    )
    const number = luhnNumber(16)
    expect(digits.length % 10).toBe(0)
    for (let zero = 0; zero < digits.length; zero += 10) {
      const written = (text: string): string =>
        [...text].map((digit) => String.fromCodePoint(digits[zero + Number(digit)] as number)).join('')
      expect([zero, holdsCardNumber(written(number))]).toEqual([zero, true])
      expect([zero, holdsCardNumber(written(changed(number)))]).toEqual([zero, false])
    }
  })

  it.each([
    ['nothing', ''],
    ['no digits', 'Visa'],
    ['four digits', '4242'],
    ['twelve digits that pass', luhnNumber(12)],
    ['twenty digits that pass', luhnNumber(20)],
    ['a number that fails', '4111111111111112'],
    ['a letter in between', '41111111x11111111'],
    ['a sign in between', '4111+1111+1111+1111'],
    ['an instant', '2026-11-22T12:00:00.000Z'],
    ['a phone', '+48601234567'],
    ['a UUID', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
  ])('not: %s', (_what, text) => {
    expect(holdsCardNumber(text)).toBe(false)
  })

  it('is found wherever it stands, however it is grouped', () => {
    const number = fc
      .tuple(fc.constantFrom(...cardLengths), fc.nat(9))
      .map(([length, seed]) => luhnNumber(length, seed))
    const words = fc.stringMatching(/^[a-z/.:]{0,9}$/)
    fc.assert(
      fc.property(
        number,
        words,
        words,
        fc.constantFrom('', ' ', '-', '  '),
        (digits, before, after, between) => {
          expect(holdsCardNumber(before + grouped(digits, between) + after)).toBe(true)
        },
      ),
    )
  })

  it('any text gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => typeof holdsCardNumber(text) === 'boolean'),
    )
  })
})

describe('holdsCardNumber', () => {
  it.each(Object.entries(attackStrings))('takes linear time on %s', (_what, attack) => {
    expectLinear(holdsCardNumber, attack)
  })

  it('takes linear time on digits apart', () => {
    expectLinear(holdsCardNumber, (length) => '1 '.repeat(length / 2))
  })
})
