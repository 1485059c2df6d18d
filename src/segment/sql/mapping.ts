import type { ComparedType } from '../catalog/value-type.js'

/** A table: its name, or its schema and its name. */
export type MappedTable = string | readonly [schema: string, table: string]

/**
 * How rows of another table name the customer: its column that equals the `id` column, or each of several columns with the
 * column that it equals, such as `{ shop: 'shop', customer_id: 'id' }`.
 */
export type MappedKey = string | { readonly [column: string]: string }

/**
 * How a column stores moments. `timestamptz` (the default of PostgreSQL), `timestamp` in UTC, `date` for calendar days
 * (text in SQLite), `text` for ISO-8601 in UTC with milliseconds (the default of SQLite; in PostgreSQL compared with
 * `collate "C"`, so its index needs that, too), `milliseconds` since 1970.
 */
export type MappedDate = 'timestamptz' | 'timestamp' | 'date' | 'text' | 'milliseconds'

/** How a column stores ids, where it is not text. */
export type MappedId = 'bigint' | 'uuid'

/** A column with one value. A column alone may be given by its name. */
export interface MappedColumn {
  readonly column: string
  readonly as?: MappedDate | MappedId | undefined
  /** for a single metafield: what the column holds */
  readonly type?: 'date' | 'number' | 'boolean' | 'text' | undefined
  /** what the column has in place of a value of the language: `{ ENABLED: 'active' }` */
  readonly values?: { readonly [value: string]: string } | undefined
}

/** Money in integer minor units, all in one currency or with a column that names it. */
export type MappedMoney =
  | { readonly column: string; readonly currency: string }
  | { readonly column: string; readonly currencyColumn: string }

/** A list as an array column (`text[]`, PostgreSQL only). Folded lists, such as tags, hold `foldText` of each. */
export interface MappedArray {
  readonly array: string
}

/** A list as a JSON array, or metafields as a JSON map by `namespace.key` (`jsonb`; text in SQLite). */
export interface MappedJson {
  readonly json: string
}

/** A list as rows of another table. Folded lists, such as tags, hold `foldText` of each. */
export interface MappedRows {
  readonly table: MappedTable
  readonly key: MappedKey
  readonly column: string
}

/**
 * Metafields as rows of another table: the `namespace.key` in the column `name`, and a column for each type, of which one
 * is filled. Dates are ISO-8601 text: instants, or calendar days.
 */
export interface MappedFields {
  readonly table: MappedTable
  readonly key: MappedKey
  readonly name: string
  readonly text?: string | undefined
  readonly number?: string | undefined
  readonly boolean?: string | undefined
  readonly date?: string | undefined
}

/** Where an attribute, or a field of an event, is stored. */
export type MappedStorage =
  | string
  | MappedColumn
  | MappedMoney
  | MappedArray
  | MappedJson
  | MappedRows
  | MappedFields

/** A table with the events that a function asks about, a row an event. */
export interface MappedHistory {
  readonly table: MappedTable
  readonly key: MappedKey
  /** the column by which other tables name the event */
  readonly id?: string | undefined
  /** by the event's fields: `at`, `amount`, `tags` … and `kind` where the table holds events of several */
  readonly fields: { readonly [field: string]: MappedStorage }
}

/**
 * Where a database keeps what segments ask about: plain data that survives JSON. Only what a segment uses must be there.
 *
 * @example
 * ```ts @import.meta.vitest
 * const mapping: SegmentMapping = {
 *   id: 'id',
 *   attributes: {
 *     last_order_date: 'last_order_at',
 *     amount_spent: { column: 'spent_cents', currency: 'EUR' },
 *     customer_tags: { table: 'customer_tags', key: 'customer_id', column: 'tag_key' },
 *   },
 *   histories: { orders: { table: 'orders', key: 'customer_id', fields: { at: 'placed_at' } } },
 * }
 * expect(JSON.parse(JSON.stringify(mapping))).toEqual(mapping)
 * ```
 */
export interface SegmentMapping {
  /** the column with the customer's id */
  readonly id: string
  /** by the attribute's name; one metafield by its full name, all others under `metafields` */
  readonly attributes: { readonly [attribute: string]: MappedStorage }
  /** by the function's name, or by the reader that it asks: `orders`, `products`, `emails` … */
  readonly histories?: { readonly [name: string]: MappedHistory } | undefined
  /** the columns with the customer's place in degrees */
  readonly location?: { readonly latitude: string; readonly longitude: string } | undefined
}

/** What a storage may hold. */
export type MappedType = ComparedType | 'any'
