import type { Limits } from '../limits/limits.js'
import { nothing, type Problem } from '../outcome/problem.js'
import { textProblems, type TextProblemCode } from '../value/text-problems.js'
import { addressFieldNames, type AddressFields } from './address.js'
import { unwantedTextProblems, type UnwantedTextCode } from './unwanted-text.js'

/** Why the text of a field is refused, whatever the country. */
export type FieldProblemCode = TextProblemCode | UnwantedTextCode

/** Whether a text can be unwanted, or no store's: most are told by one look. */
const SUSPECT = /[\0<:\u2000-\uffff]|[wW]{3}/

/** What is wrong with the texts of an address. */
export function fieldProblems(
  address: AddressFields,
  { addressLine }: Pick<Limits, 'addressLine'>,
): readonly Problem<FieldProblemCode>[] {
  let found: readonly Problem<FieldProblemCode>[] = nothing
  for (const field of addressFieldNames) {
    const text = address[field]
    if (text === null || (text.length <= addressLine && !SUSPECT.test(text))) continue
    found = [...found, ...textProblems(text, addressLine, [field]), ...unwantedTextProblems(field, text)]
  }
  return found
}
