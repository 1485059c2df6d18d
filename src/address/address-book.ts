import { refusal, unlessProblems, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { AddressId } from '../value/id.js'
import { isSameAddress, type Address, type BillingDetails } from './address.js'

/** Why a change of an address book is refused. */
export type AddressBookProblemCode = 'address.duplicate' | 'address.unknown' | 'address.id-repeated'

/** Delivery addresses or sets of invoice data, and which of them is filled in first. A customer is one. */
export interface AddressBook<A extends Address = Address> {
  readonly addresses: readonly A[]
  readonly defaultAddressId: AddressId | null
}

/** The book after a change, or why there is none. */
export type AddressBookOutcome<A extends Address> = Outcome<AddressBook<A>, Problem<AddressBookProblemCode>>

/**
 * Adds an address at the end; the first becomes the default (E-4, E-5), a later one if that is asked for.
 *
 * Codes: `address.duplicate` (`params.id`, of the equal address), `address.id-repeated` (`params.id`).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { addressSchema } = await import('clientele')
 * const address = addressSchema.parse({ id: 'a1', address1: 'Storgata 5', city: 'Oslo', countryCode: 'NO' })
 * const outcome = addAddress({ addresses: [], defaultAddressId: null }, address)
 * expect(outcome.ok && outcome.value.defaultAddressId).toBe('a1')
 * ```
 */
export function addAddress<A extends Address>(
  book: AddressBook<A>,
  address: A,
  { asDefault = false }: { readonly asDefault?: boolean | undefined } = {},
): AddressBookOutcome<A> {
  const { addresses, defaultAddressId } = book
  const problems = [...takenIds(book, address.id), ...duplicates(addresses, address)]
  return unlessProblems(problems, () => ({
    addresses: [...addresses, address],
    defaultAddressId: asDefault || !isDefaultThere(book) ? address.id : defaultAddressId,
  }))
}

/**
 * Changes fields of an address; its id, its place and the default stay (E-4, E-5).
 *
 * Codes: `address.unknown` (`params.id`), `address.duplicate` (`params.id`, of the other address that it would equal).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { addressSchema } = await import('clientele')
 * const book = { addresses: [addressSchema.parse({ id: 'a1', city: 'Oslo' })], defaultAddressId: 'a1' }
 * const outcome = editAddress(book, 'a1', { city: 'Bergen' })
 * expect(outcome.ok && outcome.value.addresses[0]?.city).toBe('Bergen')
 * ```
 */
export function editAddress<A extends Address>(
  { addresses, defaultAddressId }: AddressBook<A>,
  id: AddressId,
  changes: Partial<Omit<A, 'id'>>,
): AddressBookOutcome<A> {
  const before = addresses.find((address) => address.id === id)
  if (before === undefined) return refusal(unknownId(id))
  const after: A = { ...before, ...changes, id }
  const others = addresses.filter((address) => address.id !== id)
  return unlessProblems(duplicates(others, after), () => ({
    addresses: addresses.map((address) => (address.id === id ? after : address)),
    defaultAddressId,
  }))
}

/**
 * Removes an address; if it was the default, the next one becomes it, behind the last the first again (E-4, E-5).
 *
 * Codes: `address.unknown` (`params.id`).
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(removeAddress({ addresses: [], defaultAddressId: null }, 'a1').ok).toBe(false)
 * ```
 */
export function removeAddress<A extends Address>(
  { addresses, defaultAddressId }: AddressBook<A>,
  id: AddressId,
): AddressBookOutcome<A> {
  const at = addresses.findIndex((address) => address.id === id)
  return unlessProblems(at < 0 ? [unknownId(id)] : [], () => {
    const rest = addresses.filter((_address, index) => index !== at)
    const next = (rest[at] ?? rest[0])?.id ?? null
    return { addresses: rest, defaultAddressId: defaultAddressId === id ? next : defaultAddressId }
  })
}

/**
 * Makes an address the default (E-4, E-5).
 *
 * Codes: `address.unknown` (`params.id`).
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(setDefaultAddress({ addresses: [], defaultAddressId: null }, 'a1').ok).toBe(false)
 * ```
 */
export function setDefaultAddress<A extends Address>(
  { addresses }: AddressBook<A>,
  id: AddressId,
): AddressBookOutcome<A> {
  const isThere = addresses.some((address) => address.id === id)
  return unlessProblems(isThere ? [] : [unknownId(id)], () => ({ addresses, defaultAddressId: id }))
}

function unknownId(id: AddressId): Problem<AddressBookProblemCode> {
  return problem('address.unknown', [], { id })
}

function takenIds({ addresses }: AddressBook, id: AddressId): Problem<AddressBookProblemCode>[] {
  return addresses.some((address) => address.id === id) ? [problem('address.id-repeated', [], { id })] : []
}

function duplicates(addresses: readonly Address[], wanted: Address): Problem<AddressBookProblemCode>[] {
  const equal = addresses.find(
    (address) => isSameAddress(address, wanted) && taxIdOf(address) === taxIdOf(wanted),
  )
  return equal === undefined ? [] : [problem('address.duplicate', [], { id: equal.id })]
}

function taxIdOf(address: Partial<BillingDetails>): string | null {
  return address.taxId ?? null
}

function isDefaultThere({ addresses, defaultAddressId }: AddressBook): boolean {
  return addresses.some(({ id }) => id === defaultAddressId)
}
