import { isBlankAddress, toAddressFields } from '../../address/address.js'
import type { BillingDetailsInput } from '../../address/address.js'
import type { CustomerInput } from '../../customer/customer-input.js'
import { ceilings } from '../../limits/limits.js'
import { problem, type Problem } from '../../outcome/problem.js'
import { isPlainMap } from '../../value/plain-map.js'
import { isBlank, presentText } from '../../value/text.js'
import type { ActivityPerson } from './activity.js'
import type { ActivityProblemCode } from './activity-problem.js'

/** What could be read of a person, and what could not. */
export interface PersonReading {
  readonly input: CustomerInput
  readonly warnings: readonly Problem<ActivityProblemCode>[]
}

/** Reads one field; `undefined` where it holds what no such field can. */
type Read = (value: unknown) => unknown

const readers: { readonly [Field in keyof Required<ActivityPerson>]: Read } = {
  firstName: readText,
  lastName: readText,
  email: readText,
  phone: readText,
  locale: readText,
  source: readText,
  addresses: (book) => readBook(book, toAddressFields),
  billingDetails: (book) =>
    readBook(book, (entry) => ({
      ...toAddressFields(entry),
      taxId: presentText(typeof entry.taxId === 'string' ? entry.taxId : null),
    })),
}

/** Reads what a webhook says of a person field by field: what is no text or no address is left out, with a warning. */
export function readPerson(person: unknown): PersonReading {
  if (person === undefined || person === null) return { input: {}, warnings: [] }
  if (!isPlainMap(person)) return { input: {}, warnings: [ignored([])] }
  const fields = Object.entries<Read>(readers).map(([field, read]) => [field, read(person[field])] as const)
  return {
    input: Object.fromEntries(fields),
    warnings: fields.filter(([, value]) => value === undefined).map(([field]) => ignored([field])),
  }
}

function ignored(path: readonly string[]): Problem<ActivityProblemCode> {
  return problem('activity.value-ignored', ['person', ...path])
}

function readText(value: unknown): unknown {
  if (value === null || value === undefined) return null
  return typeof value === 'string' && value.length <= ceilings.text ? value : undefined
}

/** The entries that say something, so that each stands where its draft will stand. */
function readBook(
  book: unknown,
  readEntry: (entry: BillingDetailsInput) => BillingDetailsInput,
): readonly BillingDetailsInput[] | undefined {
  if (book === null || book === undefined) return []
  if (!Array.isArray(book) || book.length > ceilings.activityAddresses || !book.every(isPlainMap))
    return undefined
  return book
    .map((entry) => readEntry(entry as BillingDetailsInput))
    .filter((entry) => !isBlankAddress(entry) || !isBlank(entry.taxId))
}
