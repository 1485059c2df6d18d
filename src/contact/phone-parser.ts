import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { limits } from '../limits/limits.js'
import { refusal, success, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { CountryCode } from '../value/country.js'
import { isLongerThan, trimmed } from '../value/text.js'
import { rememberReadings } from './phone-memo.js'
import { readPlainNumber } from './phone-plans.js'
import { tidiedNumber } from './phone-text.js'
import type { E164, PhoneProblemCode } from './phone.js'

interface PhoneReading {
  readonly number: E164
  readonly hasExtension: boolean
}

/** So many readings are remembered at least, and twice as many at most: some hundred kilobytes. */
const REMEMBERED = 2_000

const countryNeeded: Problem<PhoneProblemCode> = problem('phone.country-needed', ['phone'], {
  ask: 'country',
})
const invalid: Problem<PhoneProblemCode> = problem('phone.invalid', ['phone'])

/**
 * Reads a phone number with the full numbering plans (libphonenumber). A national number needs the country; its code may stand
 * in brackets, behind a plus of full width, among signs that nobody sees. Of numbers that are not plain, the last few thousand
 * different ones are remembered in this process, because a customer file repeats them.
 *
 * Codes: `phone.too-long` (`params.limit`), `phone.country-needed` (`params.ask`), `phone.invalid`; as a warning
 * `phone.extension-dropped`, for E.164 has no place for one.
 *
 * @example
 * ```ts @import.meta.vitest
 * const outcome = parsePhone('601 234 567', 'PL')
 * expect(outcome.ok && outcome.value).toBe('+48601234567')
 * ```
 */
export function parsePhone(
  typed: string,
  country: CountryCode | null,
): Outcome<E164, Problem<PhoneProblemCode>> {
  // what a row holds may be a number, or null: nobody can tell its leading zeros, or there is none
  if (typeof typed !== 'string') return refusal(invalid)
  if (isLongerThan(typed, limits.phone))
    return refusal(problem('phone.too-long', ['phone'], { limit: limits.phone }))
  const number = trimmed(typed)
  const plain = readPlainNumber(number, country)
  if (plain === false) return refusal(invalid)
  if (plain !== null) return success(plain)
  // what has not two letters is no country, and must not be remembered: a hostile one may be long
  const reading = readRemembered(tidiedNumber(number), country?.length === 2 ? country : null)
  if ('code' in reading) return refusal(reading)
  return success(reading.number, reading.hasExtension ? [problem('phone.extension-dropped', ['phone'])] : [])
}

const readRemembered = rememberReadings(read, REMEMBERED)

function read(number: string, country: CountryCode | null): PhoneReading | Problem<PhoneProblemCode> {
  const region = country !== null && isSupportedCountry(country) ? { defaultCountry: country } : null
  if (region === null && !number.startsWith('+')) return countryNeeded
  const parsed = parsePhoneNumberFromString(number, { ...region, extract: false })
  if (!parsed?.isValid()) return invalid
  return { number: parsed.number, hasExtension: parsed.ext !== undefined }
}
