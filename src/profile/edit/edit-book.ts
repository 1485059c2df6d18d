import {
  addAddress,
  editAddress,
  removeAddress,
  setDefaultAddress,
  type AddressBook,
} from '../../address/address-book.js'
import { isBlankAddress, type Address } from '../../address/address.js'
import type { BillingDetails, BillingDetailsInput } from '../../address/address.js'
import type { Customer } from '../../customer/customer.js'
import { ceilings } from '../../limits/limits.js'
import { refusal, type Outcome } from '../../outcome/outcome.js'
import { problem, under, type Problem } from '../../outcome/problem.js'
import { touchOf } from '../../plan/touch.js'
import type { AddressId } from '../../value/id.js'
import { readPhone } from '../../contact/read-phone.js'
import { isBlankBillingDetails, typedAddress, typedBillingDetails, typedFields } from '../typed-address.js'
import type { BookEdit } from './customer-edit.js'
import type { Draft, EditedPart, EditGround } from './edited-part.js'

/** The two books of a customer: delivery addresses (E-4), whose phones are read as a courier's, and invoice data (E-5). */
export const books = {
  addresses: {
    pointer: 'defaultAddressId',
    typed: typedAddress,
    isBlank: isBlankAddress,
    readsPhones: true,
  },
  billingDetails: {
    pointer: 'defaultBillingDetailsId',
    typed: typedBillingDetails,
    isBlank: isBlankBillingDetails,
    readsPhones: false,
  },
} as const

export type BookField = keyof typeof books
type Book = AddressBook
type Path = readonly string[]

/** What one change makes of a book: of which address, which paths it names, what came of it, what is doubtful. */
interface Step {
  readonly id: AddressId
  readonly names: readonly Path[]
  readonly outcome: Outcome<Book>
  readonly doubts?: readonly Problem[]
}

type Op = BookEdit<BillingDetailsInput>
type Ground = EditGround & { readonly field: BookField }

/**
 * One row a kind of change. Which address is the default hangs on which are there: one that goes makes room, and one that comes
 * may be the next in line.
 */
const steps: {
  readonly [Type in Op['type']]: (book: Book, op: Extract<Op, { type: Type }>, ground: Ground) => Step
} = {
  add: (book, { address, asDefault = false }, ground) => {
    const { field, nextId } = ground
    const id = nextId()
    const { fields, doubts } = readFields(address, null, ground)
    const names = [[field, id], [books[field].pointer]]
    const outcome = orBlank({ id, ...fields } as Address, field, (added) =>
      addAddress(book, added, { asDefault }),
    )
    return { id, names, outcome, doubts }
  },
  edit: (book, { id, changes }, ground) => {
    const { field } = ground
    const kept = book.addresses.find((address) => address.id === id) ?? null
    const { fields, doubts } = readFields(changes, kept, ground)
    const names = Object.keys(fields).map((name) => [field, id, name])
    const outcome =
      kept === null
        ? editAddress(book, id, fields)
        : orBlank({ ...kept, ...fields }, field, () => editAddress(book, id, fields))
    return { id, names, outcome, doubts }
  },
  remove: (book, { id }, { field }) => ({
    id,
    names: [[field, id], [books[field].pointer]],
    outcome: removeAddress(book, id),
  }),
  default: (book, { id }, { field }) => ({
    id,
    names: [[books[field].pointer]],
    outcome: setDefaultAddress(book, id),
  }),
}

/** Changes a book, and which of it is the default. One that is over the ceiling already may lose entries, and is refused any more. */
export function editBook(ground: EditGround, field: BookField, ops: readonly Op[]): EditedPart {
  const { draft, context, nextId } = ground
  const { pointer } = books[field]
  const before = bookOf(draft, field)
  const { book, paths, problems, warnings } = carryOut(sound(before), ops, { draft, context, nextId, field })
  if (book.defaultAddressId !== before.defaultAddressId) addPath(paths, [pointer])
  draft[field] = book.addresses as BillingDetails[]
  draft[pointer] = book.defaultAddressId
  const named = [...paths.values()]
  const isOver = book.addresses.length > Math.max(ceilings.list, before.addresses.length)
  return {
    fields: [field, pointer],
    touches: named.map((path) => touchOf(path, valueIn(before, path), valueIn(book, path))),
    narrow: (customer) => narrowBook(customer, field, new Set(named.map(([, id]) => id))),
    problems: isOver ? [...problems, problem('shape.too-long', [field], { limit: ceilings.list })] : problems,
    warnings,
  }
}

interface Changed {
  readonly book: Book
  readonly paths: Map<string, Path>
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** Carries the changes out, one after the other; what is wrong with any is said under its address's id. */
function carryOut(start: Book, ops: readonly Op[], ground: Ground): Changed {
  const paths = new Map<string, Path>()
  const [problems, warnings]: [Problem[], Problem[]] = [[], []]
  let book = start
  for (const op of ops) {
    const step = steps[op.type] as (book: Book, op: Op, ground: Ground) => Step
    const { id, names, outcome, doubts = [] } = step(book, op, ground)
    for (const path of names) addPath(paths, path)
    for (const one of doubts) warnings.push(under([ground.field, id], one))
    if (outcome.ok) book = outcome.value
    else for (const one of outcome.problems) problems.push(under([ground.field, id], one))
  }
  return { book, paths, problems, warnings }
}

/** No two paths of a book have the same key, because no name of a field holds a blank. */
function addPath(paths: Map<string, Path>, path: Path): void {
  const [, id = '', name = ''] = path
  paths.set(`${name} ${id}`, path)
}

function bookOf(customer: Customer, field: BookField): Book {
  return { addresses: customer[field], defaultAddressId: customer[books[field].pointer] }
}

/** Where there is any, one is the default (E-4): a pointer that leads nowhere is put right with the first change. */
function sound({ addresses, defaultAddressId }: Book): Book {
  const isRight = addresses.some(({ id }) => id === defaultAddressId)
  return { addresses, defaultAddressId: isRight ? defaultAddressId : (addresses[0]?.id ?? null) }
}

/** Leaves the entries with these ids, with a default among them, so that only they are judged. */
function narrowBook(customer: Draft, field: BookField, ids: ReadonlySet<string | undefined>): void {
  const entries = customer[field].filter(({ id }) => ids.has(id))
  customer[field] = entries as BillingDetails[]
  customer[books[field].pointer] = entries[0]?.id ?? null
}

function valueIn({ addresses, defaultAddressId }: Book, [, id, name]: Path): unknown {
  if (id === undefined) return defaultAddressId
  const entry = addresses.find((address) => address.id === id) ?? null
  return entry === null || name === undefined ? entry : entry[name as keyof Address]
}

/** An address that says nothing is none. */
function orBlank(
  address: Address,
  field: BookField,
  change: (address: Address) => Outcome<Book>,
): Outcome<Book> {
  return books[field].isBlank(address) ? refusal(problem('edit.address-blank')) : change(address)
}

/** The fields that are named, as they are kept; a phone is read by the address's own country, else the shop's. */
function readFields(
  input: BillingDetailsInput,
  kept: Address | null,
  { field, context }: Ground,
): { readonly fields: Partial<Address>; readonly doubts: readonly Problem[] } {
  const { typed, readsPhones } = books[field]
  const fields = kept === null ? typed(input) : typedFields(input)
  const { phone = null, countryCode } = fields
  if (!readsPhones || phone === null) return { fields, doubts: [] }
  const country = countryCode ?? kept?.countryCode ?? context.shop.country
  const { value, problems, warnings } = readPhone(phone, country, context.parsePhone)
  return { fields: { ...fields, phone: value ?? phone }, doubts: [...problems, ...warnings] }
}
