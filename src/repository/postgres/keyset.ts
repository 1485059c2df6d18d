import type { Sort, SortKey, SortPlace } from '../../customer/record-sort.js'
import type { Bind } from './search-condition.js'

/** A stretch of a sorted list along which one index leads; SQL on the customer `c`. */
export interface Stretch {
  readonly condition: string
  /** what its rows are sorted by before their ids */
  readonly value: string
  readonly order: string
}

/** A sorted list behind a place, in stretches: no index leads through all of them, and an `or` of them would be none. */
export interface Stretches {
  readonly known: readonly Stretch[]
  /** who has no value, and comes last; looked for only where a page is not full without them */
  readonly missing: Stretch | null
}

interface SortColumn {
  readonly type: 'text' | 'bigint'
  readonly name: string
  /** the column that says in which currency it is */
  readonly currency?: string
  readonly required: boolean
}

/** What `sortValue` reads, as it is stored. */
const columns: { readonly [Key in SortKey]: SortColumn } = {
  updatedAt: { type: 'text', name: 'sort_updated_at', required: true },
  createdAt: { type: 'text', name: 'sort_created_at', required: true },
  numberOfOrders: { type: 'bigint', name: 'number_of_orders', required: true },
  name: { type: 'text', name: 'sort_name', required: false },
  amountSpent: { type: 'bigint', name: 'amount_spent', currency: 'amount_spent_currency', required: false },
}

/**
 * The order of `compareRecords`, or that of ids, behind a place: whoever has the same value and a higher id, those with values
 * beyond, and those who have none.
 */
export function stretchesOf(
  sort: Sort | undefined,
  place: SortPlace | null,
  currency: string | undefined,
  bind: Bind,
): Stretches {
  const behindId = place === null ? 'true' : `c."id" > ${bind(place.id, 'text')}`
  if (sort === undefined)
    return { known: [{ condition: behindId, value: 'null', order: 'c."id"' }], missing: null }
  const column = columns[sort.by]
  const { isKnown, isMissing } = presenceOf(column, currency, bind)
  const missing = (condition: string): Stretch | null =>
    column.required
      ? null
      : { condition: `${isMissing} and ${condition}`, value: `null::${column.type}`, order: 'c."id"' }
  if (place?.value === null) return { known: [nobody(column)], missing: missing(behindId) }
  const value = `c."${column.name}"`
  const [direction, beyond] = sort.direction === 'ascending' ? ['asc', '>'] : ['desc', '<']
  const known = (condition: string, order = `${value} ${direction}, c."id"`): Stretch => ({
    condition: `${isKnown} and ${condition}`,
    value,
    order,
  })
  if (place === null) return { known: [known('true')], missing: missing('true') }
  const from = bind(place.value, column.type)
  return {
    known: [known(`${value} = ${from} and ${behindId}`, 'c."id"'), known(`${value} ${beyond} ${from}`)],
    missing: missing('true'),
  }
}

/** Behind somebody without a value is nobody who has one. */
function nobody({ type }: SortColumn): Stretch {
  return { condition: 'false', value: `null::${type}`, order: 'c."id"' }
}

/** Who has a value: an amount in another currency than the list's is none. */
function presenceOf(
  { name, currency: column }: SortColumn,
  currency: string | undefined,
  bind: Bind,
): { readonly isKnown: string; readonly isMissing: string } {
  const [isThere, isNot] = [`c."${name}" is not null`, `c."${name}" is null`]
  if (column === undefined || currency === undefined) return { isKnown: isThere, isMissing: isNot }
  const wanted = bind(currency, 'text')
  return {
    isKnown: `c."${column}" = ${wanted} and ${isThere}`,
    isMissing: `(c."${column}" is distinct from ${wanted} or ${isNot})`,
  }
}
