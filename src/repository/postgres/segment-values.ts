import type { CustomerRecord } from '../../customer/record.js'
import { segmentCatalog } from '../../segment/catalog/customer-catalog.js'
import { defaultMapping } from '../../segment/sql/default-mapping.js'
import type { MappedStorage, SegmentMapping } from '../../segment/sql/mapping.js'
import type { Instant } from '../../value/instant.js'
import type { Money } from '../../value/money.js'
import { foldText } from '../../value/text.js'

/** A column of the table of customers, and what a record is worth there; `null` is nothing. */
export interface ColumnReader {
  readonly column: string
  readonly read: Read
}

type Read = (record: CustomerRecord) => unknown

/** The attributes that a record holds by itself: what only the host's tables know has no column here. */
const stored = segmentCatalog.attributes.flatMap((row) => {
  const storage = defaultMapping.attributes[row.name]
  return row.type === 'any' || row.reads !== undefined || storage === undefined ? [] : [{ row, storage }]
})

/** Where segments find what they ask about: in the table of customers, and where the host says. */
export function mappingOf(host: Partial<SegmentMapping> = {}): SegmentMapping {
  const own = Object.fromEntries(stored.map(({ row, storage }) => [row.name, storage]))
  const metafields: MappedStorage = { json: 'metafields' }
  return { ...host, id: 'id', attributes: { ...own, metafields, ...host.attributes } }
}

/** The columns by which segments find a record: exactly what the catalog reads of it. */
export const segmentReaders: readonly ColumnReader[] = stored.flatMap(readersOf)

function readersOf({ row, storage }: (typeof stored)[number]): readonly ColumnReader[] {
  const read: Read = (record) => row.read(record, nothingRelated)
  if (typeof storage === 'string')
    return [{ column: storage, read: row.type === 'date' ? inEraOf(read) : read }]
  if ('array' in storage)
    return [{ column: storage.array, read: 'folded' in row && row.folded ? foldedOf(read) : read }]
  const { column, currencyColumn } = storage as { readonly column: string; readonly currencyColumn: string }
  const moneyOf = (record: CustomerRecord): Money | null => read(record) as Money | null
  return [
    { column, read: (record) => moneyOf(record)?.minor ?? null },
    { column: currencyColumn, read: (record) => moneyOf(record)?.currency ?? null },
  ]
}

function foldedOf(read: Read): Read {
  return (record) => (read(record) as readonly string[]).map(foldText)
}

/** PostgreSQL has no year 0; it is the year 1 BC. */
function inEraOf(read: Read): Read {
  return (record) => {
    const at = read(record) as Instant | null
    return at?.startsWith('0000') ? `0001${at.slice(4)} BC` : at
  }
}

/** No attribute among the stored ones asks for it. */
const nothingRelated = {} as never
