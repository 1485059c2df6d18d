import { parsePhoneNumberFromString, type CountryCode as PhoneCountry } from 'libphonenumber-js/max'
import { refusal, success, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { CountryCode } from '../value/country.js'
import { isLongerThan } from '../value/text.js'
import { limits } from '../limits/limits.js'
import type { E164, PhoneProblemCode } from './phone.js'

/**
 * Reads a phone number with the full numbering plans (libphonenumber). A national number needs the country.
 *
 * Codes: `phone.too-long`, `phone.country-needed`, `phone.invalid`.
 *
 * @example
 * ```ts
 * const outcome = parsePhone('601 234 567', 'PL')
 * if (outcome.ok) outcome.value // '+48601234567'
 * ```
 */
export function parsePhone(
  typed: string,
  country: CountryCode | null,
): Outcome<E164, Problem<PhoneProblemCode>> {
  if (isLongerThan(typed, limits.phone))
    return refusal(problem('phone.too-long', ['phone'], { limit: limits.phone }))
  const isInternational = /^\s{0,9}\+/.test(typed)
  if (country === null && !isInternational)
    return refusal(problem('phone.country-needed', ['phone'], { ask: 'country' }))
  const parsed = parsePhoneNumberFromString(typed, {
    ...(country === null ? {} : { defaultCountry: country as string as PhoneCountry }),
    extract: false,
  })
  return parsed?.isValid() ? success(parsed.number) : refusal(problem('phone.invalid', ['phone']))
}
