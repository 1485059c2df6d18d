import fc from 'fast-check'
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { CountryCode } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../src/contact/phone-parser.js'
import { tidiedNumber } from '../../src/contact/phone-text.js'

const countries = [
  ...([
    'PL',
    'NO',
    'US',
    'CA',
    'GB',
    'DE',
    'FR',
    'IT',
    'ES',
    'JP',
    'IN',
    'BR',
    'AU',
    'UA',
    'CN',
    'MX',
  ] as const),
  ...(['AR', 'KZ', 'RU', 'SG', 'ZA', 'SM', 'VA', 'JE', 'AC', 'TA'] as const),
]

/** What the plain library says of a number that is written as it reads them: which, and whether it has an extension, or nothing. */
function plainly(typed: string, country: CountryCode | null): unknown {
  const parsed = parsePhoneNumberFromString(tidiedNumber(typed), {
    ...(country === null ? {} : { defaultCountry: country }),
    extract: false,
  })
  return parsed?.isValid() ? { number: parsed.number, hasExtension: parsed.ext !== undefined } : null
}

function ours(typed: string, country: CountryCode | null): unknown {
  const outcome = parsePhone(typed, country)
  return outcome.ok ? { number: outcome.value, hasExtension: outcome.warnings.length > 0 } : null
}

const country = fc.constantFrom(...countries)
const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: least, maxLength: most })

/** An example of the country with its last digits changed: about half of them exist. */
const nearExample = fc
  .tuple(country, digits(0, 6), fc.constantFrom('national', 'international', 'E.164'))
  .map(([of, tail, form]) => {
    const example = getExampleNumber(of, examples)
    const base =
      form === 'E.164'
        ? example?.number
        : form === 'national'
          ? example?.formatNational()
          : example?.formatInternational()
    return `${(base ?? '').slice(0, (base ?? '').length - tail.length)}${tail}`
  })

const signs = fc.constantFrom(
  ...'0123456789+-() .,;#*x/~\t\u00a0\u200b\uff0b\uff11\u0661'.split(''),
  'ext',
  'tel:',
  ';ext=',
  'a',
  '00',
)
const garbage = fc.oneof(
  fc.string({ unit: signs, maxLength: 24 }),
  fc.string({ unit: 'binary', maxLength: 24 }),
  digits(0, 20),
  digits(0, 16).map((text) => `+${text}`),
)
const extended = fc
  .tuple(nearExample, fc.constantFrom(' ext. 89', ' x7', ';ext=12', '#5'))
  .map((parts) => parts.join(''))
const before = fc.constantFrom('', '', '', ' ', '\t', '\u00a0', 'tel:', '＋', '+', '00', '\u202a', '(+48) ')
const after = fc.constantFrom('', ' ', '\t', '\u00a0')
const anyNumber = fc
  .tuple(before, fc.oneof(nearExample, extended, garbage), after)
  .map((parts) => parts.join(''))

describe('parsePhone', () => {
  it('says of every number, the first time and again, what libphonenumber says with all its metadata', () => {
    fc.assert(
      fc.property(anyNumber, fc.option(country), (typed, where) => {
        const expected = plainly(typed, where)
        expect([ours(typed, where), ours(typed, where)]).toEqual([expected, expected])
      }),
      { numRuns: 10_000 },
    )
  })

  it('asks for the country only where none is given, and never where the number names its own', () => {
    fc.assert(
      fc.property(anyNumber, fc.option(country), (typed, where) => {
        const outcome = parsePhone(typed, where)
        const asks = !outcome.ok && outcome.problems.some(({ code }) => code === 'phone.country-needed')
        if (where !== null || typed.trim().startsWith('+')) expect(asks).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  it('tries numbers that exist and numbers that do not, of many countries', () => {
    const samples = fc.sample(fc.tuple(anyNumber, country), { numRuns: 4_000, seed: 1 })
    const real = samples.filter(([typed, where]) => plainly(typed, where) !== null)
    expect(new Set(real.map(([, where]) => where)).size).toBeGreaterThanOrEqual(12)
    expect(real.length).toBeGreaterThan(400)
    expect(samples.length - real.length).toBeGreaterThan(400)
  })

  it('knows no country of other than two letters', () => {
    expect(getCountries().filter(({ length }) => length !== 2)).toEqual([])
  })
})
