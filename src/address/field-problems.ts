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
  if (isPlain(address, addressLine)) return nothing
  return addressFieldNames.flatMap((field) => [
    ...textProblems(address[field], addressLine, [field]),
    ...unwantedTextProblems(field, address[field]),
  ])
}

/** Most addresses, told field by field, because every address of a file is looked at. */
function isPlain(address: AddressFields, limit: number): boolean {
  return (
    isPlainText(address.firstName, limit) &&
    isPlainText(address.lastName, limit) &&
    isPlainText(address.company, limit) &&
    isPlainText(address.address1, limit) &&
    isPlainText(address.address2, limit) &&
    isPlainText(address.city, limit) &&
    isPlainText(address.provinceCode, limit) &&
    isPlainText(address.countryCode, limit) &&
    isPlainText(address.zip, limit) &&
    isPlainText(address.phone, limit)
  )
}

function isPlainText(text: string | null, limit: number): boolean {
  return text === null || (text.length <= limit && !SUSPECT.test(text))
}
