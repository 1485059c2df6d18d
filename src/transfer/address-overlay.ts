import { addressFieldNames, type BillingDetails } from '../address/address.js'
import type { Customer } from '../customer/customer.js'
import { presentText } from '../value/text.js'

type Pointer<Field> = Field extends 'addresses' ? 'defaultAddressId' : 'defaultBillingDetailsId'

/** What a row gives, read as a customer, and what its blanks mean. */
interface BookGiven {
  readonly draft: Customer
  readonly blank: 'keep' | 'clear'
}

/** What a file can say of an address or of invoice data: all but whom it is addressed to. */
const fileFields: readonly (keyof BillingDetails)[] = /* @__PURE__ */ allButNames()

function allButNames(): typeof fileFields {
  return [...addressFieldNames.filter((name) => name !== 'firstName' && name !== 'lastName'), 'taxId']
}

/**
 * An address is one thing: half of one beside half of another leads nowhere. One that is there already becomes the
 * default; otherwise the default is replaced, and keeps its id and whom it is addressed to. Where blanks keep what is kept, the
 * default stays as long as nothing in the row differs from it: a file need not have a column for everything.
 */
export function overlaidBook<Field extends 'addresses' | 'billingDetails'>(
  kept: Customer,
  { draft, blank }: BookGiven,
  field: Field,
  pointer: Pointer<Field>,
): Partial<Customer> {
  const [given] = draft[field] as readonly BillingDetails[]
  if (given === undefined) return {}
  const book = kept[field] as readonly BillingDetails[]
  const current = book.find(({ id }) => id === kept[pointer])
  const equal = [current, ...book].find(
    (one) => one !== undefined && agrees(one, given, one === current && blank === 'keep'),
  )
  if (equal !== undefined) return { [pointer]: equal.id }
  if (current === undefined) return { [field]: [...book, given], [pointer]: given.id }
  const { id, firstName, lastName } = current
  const phone = given.phone ?? (blank === 'keep' ? current.phone : null)
  const replaced = { ...given, id, firstName, lastName, phone }
  return { [field]: book.map((one) => (one === current ? replaced : one)) }
}

/** Whether all that a file says of an address is so already; a blank says nothing where that is asked for. */
function agrees(kept: BillingDetails, given: BillingDetails, isBlankNothing: boolean): boolean {
  return fileFields.every(
    (name) => sameText(kept[name], given[name]) || (isBlankNothing && presentText(given[name]) === null),
  )
}

function sameText(kept: string | null | undefined, given: string | null | undefined): boolean {
  return presentText(kept) === presentText(given)
}
