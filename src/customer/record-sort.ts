import { compareCodePoints } from '../value/code-point-order.js'
import { foldText, presentText } from '../value/text.js'
import type { CustomerRecord } from './record.js'

/** What a list of customers is sorted by (L-2), and the name. */
export type SortKey = 'updatedAt' | 'createdAt' | 'amountSpent' | 'numberOfOrders' | 'name'

/** How a list of customers is sorted. */
export interface Sort {
  readonly by: SortKey
  readonly direction: 'ascending' | 'descending'
}

/** What records are compared by: text by its code points, amounts in minor units; `null` is missing. */
export type SortValue = string | number | null

/** As much of a record as sorting reads. */
export type SortedRecord = Pick<CustomerRecord, 'customer' | 'statistics'>

type SortReader = (record: SortedRecord, currency: string | undefined) => SortValue

/** A row a key. */
const readers: { readonly [Key in SortKey]: SortReader } = {
  updatedAt: ({ customer }) => customer.updatedAt,
  createdAt: ({ customer }) => customer.createdAt,
  amountSpent: ({ statistics: { amountSpent } }, currency) =>
    amountSpent === null || (currency !== undefined && amountSpent.currency !== currency)
      ? null
      : amountSpent.minor,
  numberOfOrders: ({ statistics }) => statistics.numberOfOrders,
  name: ({ customer: { firstName, lastName } }) => {
    const names = [presentText(lastName), presentText(firstName)].filter((name) => name !== null)
    return names.length === 0 ? null : foldText(names.join(' '))
  },
}

/** Everything a list can be sorted by. */
export const sortKeys: readonly SortKey[] = Object.keys(readers) as SortKey[]

/**
 * What a record counts for in a list sorted by `by` (L-2), or `null` where it has none: the last name and then the first, folded
 * like every text that is compared; an amount in minor units, in `currency` where one is given, because amounts in two cannot be
 * compared.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('../testing/build-record.js')
 * const record = buildRecord({ statistics: { amountSpent: { minor: 4000, currency: 'EUR' } } })
 * expect([sortValue(record, 'name'), sortValue(record, 'amountSpent', 'SEK')]).toEqual(['nowak anna', null])
 * ```
 */
export function sortValue(record: SortedRecord, by: SortKey, currency?: string): SortValue {
  return readers[by](record, currency)
}

/**
 * Makes the order of a sorted list (L-2). Whoever has no value comes last in both directions; of equal ones the lower id comes
 * first, in both directions. Ids and texts compare by their code points.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('../testing/build-record.js')
 * const records = [3, null, 5].map((minor, index) =>
 *   buildRecord({
 *     customer: { id: String(index) },
 *     statistics: { amountSpent: minor === null ? null : { minor, currency: 'EUR' } },
 *   }),
 * )
 * const sorted = records.toSorted(compareRecords({ by: 'amountSpent', direction: 'descending' }))
 * expect(sorted.map(({ customer }) => customer.id)).toEqual(['2', '0', '1'])
 * ```
 */
export function compareRecords(
  { by, direction }: Sort,
  currency?: string,
): (one: SortedRecord, other: SortedRecord) => number {
  const comparePlaces = comparePlacesIn(direction)
  const placeOf = (record: SortedRecord): SortPlace => ({
    value: sortValue(record, by, currency),
    id: record.customer.id,
  })
  return (one, other) => comparePlaces(placeOf(one), placeOf(other))
}

/** Where a record stands in a sorted list: whatever is added, changed or ended, the place stays one. */
export interface SortPlace {
  readonly value: SortValue
  readonly id: string
}

/** Makes the order of places in a sorted list; that of `compareRecords`. */
export function comparePlacesIn(direction: Sort['direction']): (one: SortPlace, other: SortPlace) => number {
  const sign = direction === 'ascending' ? 1 : -1
  return (one, other) => compareValues(one.value, other.value, sign) || compareCodePoints(one.id, other.id)
}

function compareValues(one: SortValue, other: SortValue, sign: 1 | -1): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  if (typeof one === 'number' && typeof other === 'number') return sign * (one - other)
  return sign * compareCodePoints(String(one), String(other))
}
