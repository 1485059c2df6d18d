import { getCountries, getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../src/contact/phone-parser.js'
import { isE164 } from '../../src/contact/phone.js'
import {
  attackStrings,
  expectLinear,
  expectWithin,
  prototypeNames,
  unstorableTexts,
} from '../hostile-texts.js'

describe('isE164', () => {
  it.each(['+48601234567', '+12125550123', '+6834002', '+123456789012345'])('accepts %s', (text) => {
    expect(isE164(text)).toBe(true)
  })

  it.each([
    ['no plus', '48601234567'],
    ['two pluses', '++48601234567'],
    ['a zero after the plus', '+048601234567'],
    ['too few digits', '+123456'],
    ['too many digits', '+1234567890123456'],
    ['blanks', '+48 601 234 567'],
    ['a letter', '+4860123456a'],
    ['digits of another script', '+٤٨٦٠١٢٣٤٥٦٧'],
    ['a line end', '+48601234567\n'],
    ['a plus alone', '+'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(isE164(text)).toBe(false)
  })

  it.each(Object.entries(attackStrings))('takes linear time on %s', (_what, attack) => {
    expectLinear(isE164, attack)
  })
})

describe('parsePhone', () => {
  it.each([
    ['+48 601 234 567', null, '+48601234567'],
    [' +48601234567 ', null, '+48601234567'],
    ['601 234 567', 'PL', '+48601234567'],
    ['0048 601-234-567', 'PL', '+48601234567'],
    ['(212) 555-0123', 'US', '+12125550123'],
    ['+48 601 234 567', 'US', '+48601234567'],
    ['912 34 567', 'NO', '+4791234567'],
    ['+39 06 6982', null, '+39066982'],
    // with signs that nobody sees, as address books give numbers away
    ['\u202a+48601234567\u202c', null, '+48601234567'],
    ['\u202a601 234 567\u202c', 'PL', '+48601234567'],
    ['+48\u00ad601\u200b234\u2060567', null, '+48601234567'],
    // between blanks and hyphens of other widths
    ['601\u2009234\u202f567', 'PL', '+48601234567'],
    ['+48\u2011601\u2013234\u2011567', null, '+48601234567'],
    // with the plus of Japan: the code of a country is no part of a number of another one
    ['\uff0b48601234567', null, '+48601234567'],
    ['\uff0b48601234567', 'DE', '+48601234567'],
    ['\uff0b\uff14\uff18 601234567', 'JP', '+48601234567'],
    // with the code of the country in brackets
    ['(+48) 601 234 567', null, '+48601234567'],
    ['( +48 )601234567', 'US', '+48601234567'],
    ['(\uff0b48)601234567', 'DE', '+48601234567'],
    ['tel:+48601234567', 'DE', '+48601234567'],
    ['TEL:+48-601-234-567', null, '+48601234567'],
  ])('reads %j in %j as %s', (typed, country, number) => {
    expect(parsePhone(typed, country)).toEqual({ ok: true, value: number, warnings: [] })
  })

  const countryNeeded = { code: 'phone.country-needed', path: ['phone'], params: { ask: 'country' } }
  const invalid = { code: 'phone.invalid', path: ['phone'] }

  it.each([
    ['a national number without a country', '601 234 567', null, countryNeeded],
    ['a national number with a country that is none', '601 234 567', 'ATLANTIS', countryNeeded],
    ['a national number with two letters that are no country', '601 234 567', 'ZZ', countryNeeded],
    ['nothing without a country', '', null, countryNeeded],
    ['nothing', '', 'PL', invalid],
    ['too few digits', '601', 'PL', invalid],
    ['too many digits', '601 234 567 890 123', 'PL', invalid],
    ['a number of no plan', '+999 601 234 567', null, invalid],
    ['a range that does not exist', '+1 000 000 0000', null, invalid],
    ['a word', 'call me', 'PL', invalid],
    ['a number in a sentence', 'call 601 234 567 today', 'PL', invalid],
    ['a plus alone', '+', null, invalid],
    ['nothing but what nobody sees', '\u202a\u202c', 'PL', invalid],
    ['the scheme of a number and no code of a country', 'tel:601234567', 'PL', invalid],
    ["a country's code in brackets within a number", '601 (+48) 234 567', 'PL', invalid],
    ["a country's code in square brackets", '[+48] 601 234 567', 'PL', invalid],
    [
      '256 characters',
      '1'.repeat(256),
      'PL',
      { code: 'phone.too-long', path: ['phone'], params: { limit: 255 } },
    ],
  ])('refuses %s', (_what, typed, country, problem) => {
    expect(parsePhone(typed, country)).toEqual({ ok: false, problems: [problem] })
  })

  it('warns where it drops an extension, for which E.164 has no place', () => {
    expect(parsePhone('+48 601 234 567 ext. 89', null)).toEqual({
      ok: true,
      value: '+48601234567',
      warnings: [{ code: 'phone.extension-dropped', path: ['phone'] }],
    })
  })

  it('says the same of a repeated number, and nothing of it can be changed from outside', () => {
    const first = parsePhone('601 234 568 ext. 1', 'PL')
    ;(first as unknown as { warnings: unknown[] }).warnings.push('planted')
    expect(parsePhone('601 234 568 ext. 1', 'PL')).toEqual({
      ok: true,
      value: '+48601234568',
      warnings: [{ code: 'phone.extension-dropped', path: ['phone'] }],
    })
  })

  it('gives E.164 for a number of every country', () => {
    const odd = getCountries().filter((country) => {
      const outcome = parsePhone(getExampleNumber(country, examples)?.formatNational() ?? '', country)
      return !outcome.ok || !isE164(outcome.value)
    })
    expect(odd).toEqual([])
  })

  it.each([...prototypeNames, '', 'pl', 'p'.repeat(100_000)])(
    'knows no country of that name (%#)',
    (country) => {
      expect(parsePhone('601 234 567', country).ok).toBe(false)
    },
  )

  it.each(unstorableTexts)('refuses %j and never throws', (text) => {
    expect(parsePhone(`${text}601234567`, 'PL').ok && parsePhone(text, 'PL').ok).toBe(false)
  })

  it.each(Object.entries(attackStrings))(
    'takes a few milliseconds for %s, as long as a number may be',
    (_what, attack) => {
      const text = attack(254).slice(0, 255)
      expectWithin(20, () => parsePhone(text, 'PL'))
      expectWithin(20, () => parsePhone(`+${text.slice(1)}`, null))
    },
  )

  it('refuses a megabyte in a few milliseconds', () => {
    const megabyte = '1'.repeat(1_000_000)
    expectWithin(5, () => parsePhone(megabyte, 'PL'))
  })
})
