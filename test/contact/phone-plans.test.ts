import fc from 'fast-check'
import {
  type CountryCode,
  getCountries,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, it } from 'vitest'
import { readPlainNumber } from '../../src/contact/phone-plans.js'

describe('readPlainNumber', () => {
  it.each([
    ['+48601234567', null, '+48601234567'],
    ['+48 (601) 234-567', 'NO', '+48601234567'],
    ['601.234.567', 'PL', '+48601234567'],
    ['212 555 0123', 'US', '+12125550123'],
    // a country whose numbers are told by how they begin
    ['+47 406 12 345', null, '+4740612345'],
    ['406 12 345', 'NO', '+4740612345'],
    // a calling code of one digit, of two, of three
    ['+1 212 555 0123', null, '+12125550123'],
    ['+372 5123 4567', null, '+37251234567'],
  ])('reads %j in %j', (typed, country, number) => {
    expect(readPlainNumber(typed, country)).toBe(number)
  })

  it.each([
    ['an extension', '+48 601 234 567 x8', null],
    ['a range that does not exist', '+1 000 000 0000', null],
    ['a calling code that nobody has', '+999 601 234 567', null],
    ['no calling code', '+0', null],
    ['more digits than any number has', `+48${'6'.repeat(200)}`, null],
    ['a national number of no country', '601 234 567', null],
    ['a country that is none', '601 234 567', 'ATLANTIS'],
    ['a country that shares the code of another', '204 234 5678', 'CA'],
    ['a number of the greater country, typed in one that shares its code', '212 555 0123', 'CA'],
    ['the prefix of a call abroad', '0048 601 234 567', 'DE'],
    ['what may be the prefix of a call abroad', '0080 051 7671', 'PA'],
    ['the calling code without its sign', '48 601 234 567', 'PL'],
    ['what may be the calling code', '48 123 45 67', 'PL'],
    ['the prefix of a region', '030 123456', 'DE'],
    ['what may be the prefix of a region', '800 12345', 'LT'],
    ['what may be the prefix of a region abroad', '+7 812 345 67 89', null],
    ['a number that begins like those of another country of the calling code', '+47 79 02 12 34', null],
    ['the same, typed at home in the greater one', '79 02 12 34', 'NO'],
  ])('leaves %s to libphonenumber', (_what, typed, country) => {
    expect(readPlainNumber(typed, country)).toBe(null)
  })

  it.each<[string, string, CountryCode | null]>([
    ['of a length that no number of the country has', '601 234 567 890', 'PL'],
    ['the same with the calling code', '+48 601 234 567 890', null],
    ['too short for any', '60', 'PL'],
    ['of no digits', '( )', 'PL'],
    ['too long by one', '600 000 005', 'NO'],
  ])('knows that what is %s is no number', (_what, typed, country) => {
    expect(readPlainNumber(typed, country)).toBe(false)
    const home = country === null ? {} : { defaultCountry: country }
    const parsed = parsePhoneNumberFromString(typed, { ...home, extract: false })
    expect(parsed?.isValid() ?? false).toBe(false)
  })

  it.each([
    ['the prefix of a call abroad', '00601', 'PL'],
    ['the calling code without its sign', '4860', 'PL'],
    ['the prefix of a region', '0601234567890123', 'DE'],
  ])('says nothing of a number of no length with %s before it', (_what, typed, country) => {
    expect(readPlainNumber(typed, country)).toBe(null)
  })

  it('takes a length that only another country of the calling code has for one that may be', () => {
    // those of the United States have 10 digits, some of Canada, of the same code, 7
    expect(readPlainNumber('+1 310 4567', null)).toBe(null)
    expect(readPlainNumber('+1 310 456 78', null)).toBe(false)
  })

  const countries = getCountries()
  const country = fc.constantFrom(...countries)
  const digits = (least: number, most: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: least, maxLength: most })
  const example = fc
    .tuple(country, fc.constantFrom('number', 'nationalNumber', 'national'), fc.nat(12), digits(0, 3))
    .map(([of, form, at, put]) => {
      const number = getExampleNumber(of, examples)
      const text = String(form === 'national' ? number?.formatNational() : number?.[form as 'number'])
      return [text.slice(0, at) + put + text.slice(at + put.length), of] as const
    })

  it('never says other than libphonenumber, of numbers that are nearly those of any country', () => {
    fc.assert(
      fc.property(
        example,
        fc.constantFrom('', '', '0', '00', '1', '+'),
        country,
        fc.boolean(),
        (...drawn) => {
          const [[text, own], before, other, isAbroad] = drawn
          const typed = before + text
          const from = isAbroad ? other : own
          const plain = readPlainNumber(typed, from)
          if (plain === null) return
          const parsed = parsePhoneNumberFromString(typed, { defaultCountry: from, extract: false })
          if (plain === false) expect(parsed?.isValid() ?? false).toBe(false)
          else expect([parsed?.number, parsed?.isValid(), parsed?.ext]).toEqual([plain, true, undefined])
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('reads an example of most countries', () => {
    const read = countries.filter((of) =>
      readPlainNumber(String(getExampleNumber(of, examples)?.number), null),
    )
    expect(read.length).toBeGreaterThan(countries.length * 0.75)
  })
})
