import { addressFieldNames, type BillingDetails, type BillingDetailsInput } from '../address/address.js'
import type { Customer } from '../customer/customer.js'
import { presentText } from '../value/text.js'
import type { RowInput } from './customer-row.js'

type Pointer<Field> = Field extends 'addresses' ? 'defaultAddressId' : 'defaultBillingDetailsId'

/** What a row gives, as typed and read as a customer, and what its blanks mean. */
interface BookGiven {
  readonly input: Pick<RowInput, 'addresses' | 'billingDetails'>
  readonly draft: Customer
  readonly blank: 'keep' | 'clear'
}

type FileField = Exclude<keyof BillingDetails, 'id' | 'firstName' | 'lastName'>

/** What a file can say of an address or of invoice data: all but whom it is addressed to. */
const fileFields: readonly FileField[] = /* @__PURE__ */ allButNames()

function allButNames(): typeof fileFields {
  return [...addressFieldNames.filter((name) => name !== 'firstName' && name !== 'lastName'), 'taxId']
}

/**
 * An address is one thing: half of one beside half of another leads nowhere. One that is there already becomes the
 * default; otherwise the default is replaced, and keeps its id and whom it is addressed to. It stays as long as nothing in the row
 * differs from it: a file need not have a column for everything, and a column that is not there clears nothing.
 */
export function overlaidBook<Field extends 'addresses' | 'billingDetails'>(
  kept: Customer,
  { input, draft, blank }: BookGiven,
  field: Field,
  pointer: Pointer<Field>,
): Partial<Customer> {
  const [given] = draft[field] as readonly BillingDetails[]
  if (given === undefined) return {}
  const book = kept[field] as readonly BillingDetails[]
  const current = book.find(({ id }) => id === kept[pointer])
  const [said] = input[field] as readonly [BillingDetailsInput]
  const isSilent = (name: FileField): boolean =>
    presentText(given[name]) === null && (blank === 'keep' || said[name] === undefined)
  const equal = [current, ...book].find(
    (one) => one !== undefined && agrees(one, given, one === current ? isSilent : never),
  )
  if (equal !== undefined) return { [pointer]: equal.id }
  if (current === undefined) return { [field]: [...book, given], [pointer]: given.id }
  const { id, firstName, lastName } = current
  const phone = isSilent('phone') ? current.phone : given.phone
  const replaced = { ...given, id, firstName, lastName, phone }
  return { [field]: book.map((one) => (one === current ? replaced : one)) }
}

/** Whether all that a file says of an address is so already. */
function agrees(
  kept: BillingDetails,
  given: BillingDetails,
  isSilent: (name: FileField) => boolean,
): boolean {
  return fileFields.every((name) => sameText(kept[name], given[name]) || isSilent(name))
}

function never(): boolean {
  return false
}

function sameText(kept: string | null | undefined, given: string | null | undefined): boolean {
  return presentText(kept) === presentText(given)
}
