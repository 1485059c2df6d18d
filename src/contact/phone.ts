import type { Problem } from '../outcome/problem.js'
import type { CountryCode } from '../value/country.js'
import type { Outcome } from '../outcome/outcome.js'

/** A phone number in E.164: `+48601234567`. */
export type E164 = string

/** Why a phone number is refused; `phone.extension-dropped` only warns. */
export type PhoneProblemCode =
  | 'phone.invalid'
  | 'phone.too-long'
  | 'phone.country-needed'
  | 'phone.extension-dropped'
  | 'phone.not-checked'

/**
 * Reads a number as typed; `country` resolves a national one. The core takes it as an argument, because the numbering
 * plans weigh more than everything else: `parsePhone` of `clientele/phone` is one.
 */
export type PhoneParser = (
  typed: string,
  country: CountryCode | null,
) => Outcome<E164, Problem<PhoneProblemCode>>

const E164_FORM = /^\+[1-9]\d{6,14}$/

/** Whether the text has the form of E.164. Says nothing about whether such a number can exist. */
export function isE164(text: string): boolean {
  return E164_FORM.test(text)
}
