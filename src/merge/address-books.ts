import { addressFieldNames, type Address } from '../address/address.js'
import type { AddressId, CustomerId } from '../value/id.js'
import { defaultOf } from './keepable.js'
import type { Dropped } from './merged-field.js'

/** The addresses, or the billing details, of one record. */
export interface Book<Entry extends Address> {
  readonly owner: CustomerId
  readonly entries: readonly Entry[]
  readonly standard: Entry | null
}

/** The books of all records as one (M-1). */
export interface MergedBook<Entry extends Address> {
  readonly kept: readonly Entry[]
  /** the records that gave any */
  readonly owners: readonly CustomerId[]
  /** the entries that were exactly equal to one already kept */
  readonly dropped: readonly Dropped<readonly Entry[]>[]
  /** the id under which each record's default stands now */
  readonly defaults: ReadonlyMap<CustomerId, AddressId>
}

/** The book of one record, with the entry that is its default. */
export function bookOf<Entry extends Address>(
  owner: CustomerId,
  entries: readonly Entry[],
  pointer: AddressId | null,
): Book<Entry> {
  return { owner, entries, standard: defaultOf(entries, pointer) }
}

/**
 * Keeps every entry in the order of the books: exactly equal ones once, under the first's id; an id that is already in
 * use is replaced by a new one.
 */
export function mergeBooks<Entry extends Address>(
  books: readonly Book<Entry>[],
  nextId: () => AddressId,
): MergedBook<Entry> {
  const shelf: Shelf<Entry> = { byContent: new Map(), ids: new Set() }
  const placed = books.map(({ owner, entries, standard }) => ({
    owner,
    standard,
    places: entries.map((entry) => place(entry, shelf, nextId)),
  }))
  return {
    kept: [...shelf.byContent.values()],
    owners: placed.filter(({ places }) => places.some(({ isKept }) => isKept)).map(({ owner }) => owner),
    dropped: placed
      .map(({ owner, places }) => ({
        id: owner,
        value: places.filter(({ isKept }) => !isKept).map(({ given }) => given),
      }))
      .filter(({ value }) => value.length > 0),
    defaults: new Map(
      placed.flatMap(({ owner, standard, places }) =>
        places.filter(({ given }) => given === standard).map(({ id }) => [owner, id] as const),
      ),
    ),
  }
}

interface Shelf<Entry> {
  readonly byContent: Map<string, Entry>
  readonly ids: Set<AddressId>
}

/** Where an entry of a book went: kept under an id, or equal to the one that is. */
interface Place<Entry> {
  readonly given: Entry
  readonly id: AddressId
  readonly isKept: boolean
}

function place<Entry extends Address>(
  given: Entry,
  shelf: Shelf<Entry>,
  nextId: () => AddressId,
): Place<Entry> {
  const content = contentOf(given)
  const equal = shelf.byContent.get(content)
  if (equal !== undefined) return { given, id: equal.id, isKept: false }
  const kept = shelf.ids.has(given.id) ? { ...given, id: nextId() } : given
  shelf.ids.add(kept.id)
  shelf.byContent.set(content, kept)
  return { given, id: kept.id, isKept: true }
}

/** All that an entry says, as text, so that thousands of addresses are compared in linear time. */
function contentOf(entry: Address & { readonly taxId?: string | null }): string {
  let content = part(entry.taxId)
  for (const name of addressFieldNames) content += part(entry[name])
  return content
}

/** With its length before it, so that no value runs into the next, whatever it holds. */
function part(value: string | null | undefined): string {
  return value === null || value === undefined ? '-' : `${value.length}:${value}`
}
