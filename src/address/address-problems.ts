import type { Limits } from '../limits/limits.js'
import { joined, nothing, type Problem } from '../outcome/problem.js'
import { fieldsOf, toAddressFields, type AddressInput } from './address.js'
import { countryProblems, type CountryProblemCode } from './country-problems.js'
import type { Countries } from './country.js'
import { fieldProblems, type FieldProblemCode } from './field-problems.js'
import type { MilitaryRule } from './military-rule.js'
import { isMilitaryMail } from './military/is-military-mail.js'
import { militaryAddressProblems, type MilitaryProblemCode } from './military/military-address-problems.js'
import { withRecipient, type RecipientName } from './recipient-name.js'
import type { TaxIdChecker } from './tax-id.js'

/** Why an address is refused or doubted: military rules, and those of any other address. */
export type AddressProblemCode = CountryProblemCode | FieldProblemCode | MilitaryProblemCode

/** What is wrong with an address. */
export type AddressProblem = Problem<AddressProblemCode>

/** The rules an address is judged by. A whole planner's context satisfies it. */
export interface AddressContext {
  readonly policy: { readonly limits: Limits; readonly military: MilitaryRule }
  /** `countries` of `clientele/countries`, or the host's own; without them no postal code and no province is judged */
  readonly countries?: Countries | undefined
  /** `checkTaxId` of `clientele/tax-ids`, or the host's own; without it no tax id is judged */
  readonly checkTaxId?: TaxIdChecker | undefined
  /** the customer, who is meant where the address names nobody */
  readonly name?: RecipientName | undefined
}

/**
 * All that is wrong with an address as typed, whether it refuses or warns; an empty list when nothing is.
 * US military mail is judged at the policy's level (A-2 … A-8) and before any table of provinces, all other mail by the
 * rules of its own country, when the context has them.
 *
 * Codes: `address.required` (`params.field`), `address.country-invalid`, `address.country-unknown`, `address.zip-invalid`,
 * `address.province-required`, `address.province-invalid`, `address.html-tag`, `address.emoji`, `address.url`,
 * `text.too-long`, `text.not-storable`, `military.*`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { policies } = await import('clientele')
 * const typed = { address1: 'Storgata 5', city: 'Tromsø', countryCode: 'Norge' }
 * const problems = addressProblems(typed, { policy: policies.shopify })
 * expect(problems).toEqual([{ code: 'address.country-invalid', path: ['countryCode'] }])
 * ```
 */
export function addressProblems(
  typed: AddressInput,
  { policy, countries, name = {} }: AddressContext,
): AddressProblem[] {
  const address = toAddressFields(typed)
  return [
    ...fieldProblems(address, policy.limits),
    ...(isMilitaryMail(address)
      ? militaryAddressProblems(withRecipient(address, name), policy.military.level)
      : countryProblems(address, countries)),
  ]
}

/** The part of it that holds whoever the address is for. */
export function placeProblems(
  typed: AddressInput,
  { policy, countries }: AddressContext,
): readonly AddressProblem[] {
  const address = fieldsOf(typed)
  return joined<AddressProblem>(
    fieldProblems(address, policy.limits),
    isMilitaryMail(address) ? nothing : countryProblems(address, countries),
  )
}

/** The part of it that hangs on whom the address is for: military mail must name somebody. */
export function militaryMailProblems(
  typed: AddressInput,
  { policy, name = {} }: AddressContext,
): readonly AddressProblem[] {
  return isMilitaryMail(typed)
    ? militaryAddressProblems(withRecipient(typed, name), policy.military.level)
    : nothing
}

/** Whether a code is one of the military rules, which a policy may count as a warning. */
export function isMilitaryProblem(code: string): code is MilitaryProblemCode {
  return code.startsWith('military.')
}
