import type { Limits } from '../limits/limits.js'
import { problem, type Problem } from '../outcome/problem.js'
import { isUnitedStates } from '../value/country.js'
import { isBlank } from '../value/text.js'
import { textProblems, type TextProblemCode } from '../value/text-problems.js'
import { addressFieldNames, type AddressInput } from './address.js'
import type { MilitaryRule } from './military-rule.js'
import { isMilitaryMail } from './military/is-military-mail.js'
import { militaryAddressProblems, type MilitaryProblemCode } from './military/military-address-problems.js'

export type AddressProblemCode =
  | 'address.required'
  | 'address.country-invalid'
  | TextProblemCode
  | MilitaryProblemCode

export type AddressProblem = Problem<AddressProblemCode>

/** The rules an address is judged by. A whole planner's context satisfies it. */
export interface AddressContext {
  readonly policy: { readonly limits: Limits; readonly military: MilitaryRule }
}

/** Without which nothing can be delivered anywhere (ours; the sources require none). */
const required = ['address1', 'city', 'countryCode'] as const satisfies readonly (keyof AddressInput)[]

/**
 * All that is wrong with an address as typed, whether it refuses or warns; an empty list when nothing is.
 * US military mail is judged at the policy's level (A-2 … A-8).
 *
 * Codes: `address.required`, `address.country-invalid`, `text.too-long`, `text.not-storable`, `military.*`.
 *
 * @example
 * ```ts
 * addressProblems({ address1: 'PSC 3', city: 'APO', provinceCode: 'AP', countryCode: 'US' }, context)
 * ```
 */
export function addressProblems(address: AddressInput, { policy }: AddressContext): AddressProblem[] {
  return [
    ...addressFieldNames.flatMap((field) => textProblems(address[field], policy.limits.addressLine, [field])),
    ...(isMilitaryMail(address)
      ? militaryAddressProblems(address, policy.military.level)
      : civilianProblems(address)),
  ]
}

/** Whether a code is one of the military rules, which a policy may count as a warning. */
export function isMilitaryProblem(code: string): code is MilitaryProblemCode {
  return code.startsWith('military.')
}

function civilianProblems(address: AddressInput): AddressProblem[] {
  const { countryCode } = address
  return [
    ...required
      .filter((field) => isBlank(address[field]))
      .map((field) => problem('address.required', [field], { field })),
    ...(isBlank(countryCode) || isCountry(countryCode as string)
      ? []
      : [problem('address.country-invalid', ['countryCode'])]),
  ]
}

function isCountry(typed: string): boolean {
  return /^[a-z]{2}$/i.test(typed.trim()) || isUnitedStates(typed)
}
