import { problem, type Problem } from '../outcome/problem.js'
import { textProblems } from '../value/text-problems.js'
import type { AddressContext } from './address-problems.js'
import { toAddressFields, typedText, type BillingDetailsInput } from './address.js'
import { countryCodeOf, countryProblems, type CountryProblemCode } from './country-problems.js'
import { fieldProblems, type FieldProblemCode } from './field-problems.js'

/** Why invoice data are refused or doubted. */
export type BillingDetailsProblemCode = CountryProblemCode | FieldProblemCode | 'address.tax-id-invalid'

type Found = Problem<BillingDetailsProblemCode>

/**
 * All that is wrong with invoice data as typed (E-5). No military rule applies. An address in a country that the
 * context knows is judged by its rules, as for delivery; otherwise nothing need be there. The tax id is judged by
 * `checkTaxId`, when the context has it.
 *
 * Codes: `address.tax-id-invalid`, and those of `addressProblems` but for `military.*`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { policies } = await import('clientele')
 * const { checkTaxId } = await import('clientele/tax-ids')
 * const typed = { company: 'Nowak sp. z o.o.', taxId: '526-025-02-75', countryCode: 'PL' }
 * const problems = billingDetailsProblems(typed, { policy: policies.shopify, checkTaxId })
 * expect(problems).toEqual([{ code: 'address.tax-id-invalid', path: ['taxId'] }])
 * ```
 */
export function billingDetailsProblems(typed: BillingDetailsInput, context: AddressContext): Found[] {
  const { limits } = context.policy
  const details = toAddressFields(typed)
  const taxId = typedText(typed.taxId)
  return [
    ...textProblems(taxId, limits.taxId, ['taxId']),
    ...fieldProblems(details, limits),
    ...countryProblems(details, context.countries, []),
    ...taxIdProblems(taxId, countryCodeOf(details), context),
  ]
}

function taxIdProblems(
  taxId: string | null,
  country: string | null,
  { checkTaxId }: AddressContext,
): Found[] {
  const isWrong = taxId !== null && checkTaxId?.(taxId, country) === 'invalid'
  return isWrong ? [problem('address.tax-id-invalid', ['taxId'])] : []
}
