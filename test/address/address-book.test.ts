import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toAddressFields, type Address, type BillingDetails } from '../../src/address/address.js'
import {
  addAddress,
  editAddress,
  removeAddress,
  setDefaultAddress,
  type AddressBook,
} from '../../src/address/address-book.js'
import type { Outcome } from '../../src/outcome/outcome.js'

const at = (id: string, city: string = id): Address => ({ ...toAddressFields({ city }), id })
const billed = (id: string, taxId: string | null): BillingDetails => ({ ...at(id, 'Oslo'), taxId })
const none: AddressBook = { addresses: [], defaultAddressId: null }
const three: AddressBook = { addresses: [at('a'), at('b'), at('c')], defaultAddressId: 'b' }
const idsOf = (outcome: Outcome<AddressBook>): unknown =>
  outcome.ok
    ? [outcome.value.addresses.map(({ id }) => id).join(''), outcome.value.defaultAddressId]
    : outcome.problems
const refused = (code: string, id: string): unknown => [{ code, path: [], params: { id } }]

describe('an address book (E-4, E-5)', () => {
  it('makes the first address the default', () => {
    expect(idsOf(addAddress(none, at('a')))).toEqual(['a', 'a'])
    expect(idsOf(addAddress(none, at('a'), { asDefault: false }))).toEqual(['a', 'a'])
  })

  it('leaves the default where a later address is added, unless it is asked for', () => {
    expect(idsOf(addAddress(three, at('d')))).toEqual(['abcd', 'b'])
    expect(idsOf(addAddress(three, at('d'), { asDefault: true }))).toEqual(['abcd', 'd'])
  })

  it('puts right a default that is not there', () => {
    expect(idsOf(addAddress({ ...three, defaultAddressId: 'x' }, at('d')))).toEqual(['abcd', 'd'])
  })

  it('refuses an exact duplicate, and names the one that is there', () => {
    expect(idsOf(addAddress(three, at('d', 'c')))).toEqual(refused('address.duplicate', 'c'))
    expect(idsOf(addAddress(three, at('d', 'C')))).toEqual(['abcd', 'b'])
    expect(idsOf(editAddress(three, 'a', { city: 'b' }))).toEqual(refused('address.duplicate', 'b'))
  })

  it('refuses an id that is there', () => {
    expect(idsOf(addAddress(three, at('a', 'x')))).toEqual(refused('address.id-repeated', 'a'))
  })

  it('says all at once', () => {
    expect(idsOf(addAddress(three, at('a')))).toMatchObject([
      { code: 'address.id-repeated' },
      { code: 'address.duplicate' },
    ])
  })

  it('tells invoice data apart by the tax id too', () => {
    const book = { addresses: [billed('a', '1'), billed('b', null)], defaultAddressId: 'a' }
    expect(idsOf(addAddress(book, billed('c', '2')))).toEqual(['abc', 'a'])
    expect(idsOf(addAddress(book, billed('c', '1')))).toEqual(refused('address.duplicate', 'a'))
    expect(idsOf(addAddress(book, billed('c', null)))).toEqual(refused('address.duplicate', 'b'))
    expect(idsOf(editAddress(book, 'b', { taxId: '1' }))).toEqual(refused('address.duplicate', 'a'))
  })

  it('changes an address in its place and keeps its id', () => {
    const outcome = editAddress(three, 'b', { city: 'x', ...({ id: 'y' } as object) })
    expect(outcome.ok && outcome.value).toEqual({ ...three, addresses: [at('a'), at('b', 'x'), at('c')] })
    expect(idsOf(editAddress(three, 'b', {}))).toEqual(['abc', 'b'])
  })

  it.each([
    ['a', ['bc', 'b']],
    ['b', ['ac', 'c']],
    ['c', ['ab', 'b']],
  ])('removes %s, and promotes the next where it was the default', (id, left) => {
    expect(idsOf(removeAddress(three, id))).toEqual(left)
  })

  it('promotes the first behind the last, and nobody where nobody is left', () => {
    expect(idsOf(removeAddress({ ...three, defaultAddressId: 'c' }, 'c'))).toEqual(['ab', 'a'])
    expect(idsOf(removeAddress({ addresses: [at('a')], defaultAddressId: 'a' }, 'a'))).toEqual(['', null])
  })

  it('sets the default', () => {
    expect(idsOf(setDefaultAddress(three, 'c'))).toEqual(['abc', 'c'])
  })

  it.each(['x', '', '__proto__', 'constructor'])('refuses the unknown id %j', (id) => {
    const outcomes = [editAddress(three, id, {}), removeAddress(three, id), setDefaultAddress(three, id)]
    expect(outcomes.map(idsOf)).toEqual(outcomes.map(() => refused('address.unknown', id)))
  })

  it('has a default exactly when it has an address, no duplicates, and leaves the old book alone', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd')
    type Step = (book: AddressBook) => Outcome<AddressBook>
    const step = fc.oneof(
      fc.tuple(id, id, fc.boolean()).map(
        ([one, city, asDefault]): Step =>
          (book) =>
            addAddress(book, at(one, city), { asDefault }),
      ),
      fc.tuple(id, id).map(
        ([one, city]): Step =>
          (book) =>
            editAddress(book, one, { city }),
      ),
      id.map(
        (one): Step =>
          (book) =>
            removeAddress(book, one),
      ),
      id.map(
        (one): Step =>
          (book) =>
            setDefaultAddress(book, one),
      ),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let book = none
        for (const run of steps) {
          const before = structuredClone(book)
          const outcome = run(book)
          expect(book).toEqual(before)
          book = outcome.ok ? outcome.value : book
          const ids = book.addresses.map((address) => address.id)
          const isRight =
            ids.length === 0 ? book.defaultAddressId === null : ids.includes(book.defaultAddressId ?? '')
          expect(isRight).toBe(true)
          expect(new Set(book.addresses.map(({ city }) => city)).size).toBe(ids.length)
        }
      }),
    )
  })
})
