import type { Limits } from '../limits/limits.js'
import type { Problem } from '../outcome/problem.js'
import { textProblems, type TextProblemCode } from '../value/text-problems.js'
import { addressFieldNames, type AddressFields } from './address.js'
import { unwantedTextProblems, type UnwantedTextCode } from './unwanted-text.js'

/** Why the text of a field is refused, whatever the country. */
export type FieldProblemCode = TextProblemCode | UnwantedTextCode

/** What is wrong with the texts of an address. */
export function fieldProblems(
  address: AddressFields,
  { addressLine }: Pick<Limits, 'addressLine'>,
): Problem<FieldProblemCode>[] {
  return addressFieldNames.flatMap((field) => {
    const text = address[field]
    if (text === null) return []
    return [...textProblems(text, addressLine, [field]), ...unwantedTextProblems(field, text)]
  })
}
