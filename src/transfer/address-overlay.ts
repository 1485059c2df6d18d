import { addressFieldNames, type BillingDetails } from '../address/address.js'
import type { Customer } from '../customer/customer.js'
import { presentText } from '../value/text.js'

type Pointer<Field> = Field extends 'addresses' ? 'defaultAddressId' : 'defaultBillingDetailsId'

/** What a file can say of an address or of invoice data: all but whom it is addressed to. */
const fileFields: readonly (keyof BillingDetails)[] = /* @__PURE__ */ allButNames()

function allButNames(): typeof fileFields {
  return [...addressFieldNames.filter((name) => name !== 'firstName' && name !== 'lastName'), 'taxId']
}

/**
 * An address is one thing: half of one beside half of another leads nowhere. One that is there already becomes the
 * default; otherwise the default is replaced, and keeps its id and whom it is addressed to.
 */
export function overlaidBook<Field extends 'addresses' | 'billingDetails'>(
  kept: Customer,
  draft: Customer,
  field: Field,
  pointer: Pointer<Field>,
): Partial<Customer> {
  const [given] = draft[field] as readonly BillingDetails[]
  if (given === undefined) return {}
  const book = kept[field] as readonly BillingDetails[]
  const same = book.filter((one) => fileFields.every((name) => sameText(one[name], given[name])))
  const equal = same.find(({ id }) => id === kept[pointer]) ?? same[0]
  if (equal !== undefined) return { [pointer]: equal.id }
  const current = book.find(({ id }) => id === kept[pointer])
  if (current === undefined) return { [field]: [...book, given], [pointer]: given.id }
  const { id, firstName, lastName } = current
  const replaced = { ...given, id, firstName, lastName }
  return { [field]: book.map((one) => (one === current ? replaced : one)) }
}

function sameText(kept: string | null | undefined, given: string | null | undefined): boolean {
  return presentText(kept) === presentText(given)
}
