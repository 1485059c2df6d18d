import type { CustomerRecord } from '../../customer/record.js'
import type { JsonValue } from '../../outcome/json.js'
import { segmentCatalog } from '../../segment/catalog/customer-catalog.js'
import { defaultMapping } from '../../segment/sql/default-mapping.js'
import type { MappedStorage, SegmentMapping } from '../../segment/sql/mapping.js'
import type { Instant } from '../../value/instant.js'
import type { Money } from '../../value/money.js'
import { foldText } from '../../value/text.js'

/** What an attribute is worth, as the columns that hold it. */
type Cells = Readonly<Record<string, JsonValue>>

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
export function segmentValues(record: CustomerRecord): Cells {
  return Object.assign({}, ...stored.map(({ row, storage }) => cellsOf(storage, row, record))) as Cells
}

function cellsOf(storage: MappedStorage, row: (typeof stored)[number]['row'], record: CustomerRecord): Cells {
  const value = row.read(record, nothingRelated)
  if (typeof storage === 'string')
    return { [storage]: row.type === 'date' ? inEra(value as Instant | null) : (value as JsonValue) }
  if ('array' in storage) {
    const list = value as readonly string[]
    return { [storage.array]: 'folded' in row && row.folded ? list.map(foldText) : list }
  }
  const { column, currencyColumn } = storage as { readonly column: string; readonly currencyColumn: string }
  const money = value as Money | null
  return { [column]: money?.minor ?? null, [currencyColumn]: money?.currency ?? null }
}

/** No attribute among the stored ones asks for it. */
const nothingRelated = {} as never

/** PostgreSQL has no year 0; it is the year 1 BC. */
function inEra(at: Instant | null): string | null {
  return at?.startsWith('0000') === true ? `0001${at.slice(4)} BC` : at
}
