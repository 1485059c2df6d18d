import type { Limits } from '../limits/limits.js'
import { problem, type Problem } from '../outcome/problem.js'
import { isUnitedStates } from '../value/country.js'
import { isBlank, presentText } from '../value/text.js'
import { textProblems, type TextProblemCode } from '../value/text-problems.js'
import { addressFieldNames, toAddressFields, type AddressInput } from './address.js'
import type { MilitaryRule } from './military-rule.js'
import { isMilitaryMail } from './military/is-military-mail.js'
import { militaryAddressProblems, type MilitaryProblemCode } from './military/military-address-problems.js'

/** Why an address is refused or doubted: military rules, and those of any other address. */
export type AddressProblemCode =
  | 'address.required'
  | 'address.country-invalid'
  | TextProblemCode
  | MilitaryProblemCode

/** What is wrong with an address. */
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
 * ```ts @import.meta.vitest
 * const { policies } = await import('clientele')
 * const typed = { address1: 'Storgata 5', city: 'Tromsø', countryCode: 'Norge' }
 * const problems = addressProblems(typed, { policy: policies.shopify })
 * expect(problems).toEqual([{ code: 'address.country-invalid', path: ['countryCode'] }])
 * ```
 */
export function addressProblems(typed: AddressInput, { policy }: AddressContext): AddressProblem[] {
  const address = toAddressFields(typed)
  return [
    ...fieldProblems(address, policy.limits),
    ...(isMilitaryMail(address)
      ? militaryAddressProblems(address, policy.military.level)
      : [...missingFields(address), ...countryProblems(address)]),
  ]
}

/** What is wrong with an address on an invoice: nothing need be there, and no military rule applies. */
export function billingAddressProblems(address: AddressInput, limits: Limits): AddressProblem[] {
  return [...fieldProblems(address, limits), ...countryProblems(address)]
}

/** Whether a code is one of the military rules, which a policy may count as a warning. */
export function isMilitaryProblem(code: string): code is MilitaryProblemCode {
  return code.startsWith('military.')
}

function fieldProblems(address: AddressInput, limits: Limits): AddressProblem[] {
  return addressFieldNames.flatMap((field) => textProblems(address[field], limits.addressLine, [field]))
}

function missingFields(address: AddressInput): AddressProblem[] {
  return required
    .filter((field) => isBlank(address[field]))
    .map((field) => problem('address.required', [field], { field }))
}

function countryProblems({ countryCode }: AddressInput): AddressProblem[] {
  const country = presentText(countryCode)
  return country === null || isCountry(country) ? [] : [problem('address.country-invalid', ['countryCode'])]
}

function isCountry(typed: string): boolean {
  return /^[a-z]{2}$/i.test(typed) || isUnitedStates(typed)
}
