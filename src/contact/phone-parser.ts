import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { limits } from '../limits/limits.js'
import { refusal, success, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { CountryCode } from '../value/country.js'
import { isLongerThan } from '../value/text.js'
import type { E164, PhoneProblemCode } from './phone.js'

/**
 * Reads a phone number with the full numbering plans (libphonenumber). A national number needs the country.
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
  if (isLongerThan(typed, limits.phone))
    return refusal(problem('phone.too-long', ['phone'], { limit: limits.phone }))
  const number = typed.trim()
  const region = country !== null && isSupportedCountry(country) ? { defaultCountry: country } : null
  if (region === null && !number.startsWith('+'))
    return refusal(problem('phone.country-needed', ['phone'], { ask: 'country' }))
  const parsed = parsePhoneNumberFromString(number, { ...region, extract: false })
  if (!parsed?.isValid()) return refusal(problem('phone.invalid', ['phone']))
  const warnings = parsed.ext === undefined ? [] : [problem('phone.extension-dropped', ['phone'])]
  return success(parsed.number, warnings)
}
