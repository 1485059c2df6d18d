import type { CustomerRecord } from '../../customer/record.js'
import { segmentCatalog } from '../../segment/catalog/customer-catalog.js'
import { defaultMapping } from '../../segment/sql/default-mapping.js'
import type { MappedStorage, SegmentMapping } from '../../segment/sql/mapping.js'
import type { Instant } from '../../value/instant.js'
import type { Money } from '../../value/money.js'
import { foldText } from '../../value/text.js'

/** What an attribute is worth, as the columns that hold it. */
type Cells = { [column: string]: unknown }

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

/** Fills the columns by which segments find a record: exactly what the catalog reads of it, but for what is `null`. */
export function fillSegmentValues(cells: Cells, record: CustomerRecord): void {
  for (const write of writers) write(cells, record)
}

type Write = (cells: Cells, record: CustomerRecord) => void

const writers: readonly Write[] = stored.map(writerOf)

function writerOf({ row, storage }: (typeof stored)[number]): Write {
  if (typeof storage === 'string') {
    const cellOf = row.type === 'date' ? inEra : (value: unknown) => value
    return (cells, record) => {
      const value = row.read(record, nothingRelated)
      if (value !== null) cells[storage] = cellOf(value as Instant)
    }
  }
  if ('array' in storage) {
    const isFolded = 'folded' in row && row.folded
    return (cells, record) => {
      const list = row.read(record, nothingRelated) as readonly string[]
      cells[storage.array] = isFolded ? list.map(foldText) : list
    }
  }
  const { column, currencyColumn } = storage as { readonly column: string; readonly currencyColumn: string }
  return (cells, record) => {
    const money = row.read(record, nothingRelated) as Money | null
    if (money === null) return
    cells[column] = money.minor
    cells[currencyColumn] = money.currency
  }
}

/** No attribute among the stored ones asks for it. */
const nothingRelated = {} as never

/** PostgreSQL has no year 0; it is the year 1 BC. */
function inEra(at: Instant): string {
  return at.startsWith('0000') ? `0001${at.slice(4)} BC` : at
}
