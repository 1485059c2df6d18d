import type { Sort, SortKey, SortPlace } from '../../customer/record-sort.js'
import type { Bind } from './search-condition.js'

/** How a list is sorted, and where it goes on; SQL on the customer `c`. */
export interface Keyset {
  readonly order: string
  /** whether a row comes after a place */
  readonly after: (place: SortPlace) => string
}

interface SortColumn {
  readonly type: 'text' | 'bigint'
  readonly column: (currency: string | undefined, bind: Bind) => string
  readonly required: boolean
}

const plain = (name: string) => (): string => `c."${name}"`

/** What `sortValue` reads, as it is stored. */
const columns: { readonly [Key in SortKey]: SortColumn } = {
  updatedAt: { type: 'text', column: plain('sort_updated_at'), required: true },
  createdAt: { type: 'text', column: plain('sort_created_at'), required: true },
  numberOfOrders: { type: 'bigint', column: plain('number_of_orders'), required: true },
  name: { type: 'text', column: plain('sort_name'), required: false },
  amountSpent: {
    type: 'bigint',
    required: false,
    column: (currency, bind) =>
      currency === undefined
        ? 'c."amount_spent"'
        : `case when c."amount_spent_currency" = ${bind(currency, 'text')} then c."amount_spent" end`,
  },
}

/** The order of `compareRecords`, or that of ids: those without a value come last, and of equal ones the lower id first. */
export function keysetOf(sort: Sort | undefined, currency: string | undefined, bind: Bind): Keyset {
  if (sort === undefined) return { order: 'c."id"', after: ({ id }) => `c."id" > ${bind(id, 'text')}` }
  const { type, required, column } = columns[sort.by]
  const value = column(currency, bind)
  const [direction, beyond] =
    sort.direction === 'ascending' ? (['asc', '>'] as const) : (['desc', '<'] as const)
  const nulls = required ? '' : ' nulls last'
  const missing = required ? '' : ` or ${value} is null`
  return {
    order: `${value} ${direction}${nulls}, c."id"`,
    after: (place) => {
      const id = bind(place.id, 'text')
      if (place.value === null) return `(${value} is null and c."id" > ${id})`
      const from = bind(place.value, type)
      // the first half alone leads into the index
      return `(${value} ${beyond}= ${from}${missing}) and (${value} ${beyond} ${from} or c."id" > ${id}${missing})`
    },
  }
}
