import type { CustomerRecord } from '../../../src/customer/record.js'
import type { Attribute } from '../../../src/segment/catalog/catalog.js'
import { segmentCatalog } from '../../../src/segment/index.js'
import type { MappedHistory, SegmentMapping } from '../../../src/segment/sql/index.js'
import type { DatabaseName, Table } from './database.js'
import { historyTables } from './history-layout.js'
import { relatedOf, type Person } from './people.js'
import {
  fieldRows,
  jsonColumn,
  plainColumn,
  specialFields,
  specialState,
  storedDate,
  storedList,
  storedMoney,
  type Stored,
  type Style,
} from './stored.js'

/** The same people in tables of one kind, and the mapping for them. */
export interface Layout {
  readonly mapping: SegmentMapping
  readonly tables: readonly Table[]
}

/** As few tables as there can be, with arrays and JSON; and as many, with dates stored in other ways. */
export const styles: Readonly<Record<DatabaseName, readonly Style[]>> = {
  postgres: [
    {
      date: () => 'timestamptz',
      list: (name) => (name === 'customer_countries' ? 'json' : 'array'),
      fields: 'json',
    },
    {
      date: (name) => oneOf(name, ['text', 'milliseconds', 'timestamp']),
      list: () => 'rows',
      fields: 'rows',
      schema: 'public',
      isSpecial: true,
    },
  ],
  sqlite: [
    { date: () => 'text', list: () => 'json', fields: 'json', isSpecial: true },
    { date: (name) => oneOf(name, ['milliseconds', 'text']), list: () => 'rows', fields: 'rows' },
  ],
}

function oneOf<Value>(name: string, values: readonly Value[]): Value {
  return values[name.length % values.length] as Value
}

export function layoutOf(people: readonly Person[], style: Style): Layout {
  const related = relatedOf(people)
  const metafields = (person: Person): unknown => person.record.customer.metafields
  const stored = [
    ...segmentCatalog.attributes.map((row) => ({
      name: row.name,
      read: row.type === 'any' ? metafields : (person: Person) => row.read(person.record, related),
      ...storedAttribute(row, style),
    })),
    ...Object.entries(style.isSpecial === true ? specialFields : {}).map(([name, field]) => ({
      name,
      read: metafields,
      ...field,
    })),
  ]
  const ownTables = stored.flatMap(({ read, table, rows }) =>
    table === undefined
      ? []
      : [{ ...table, rows: people.flatMap((person) => rows?.(person.id, read(person) as never) ?? []) }],
  )
  const customers: Table = {
    name: 'customers',
    columns: Object.assign(
      { id: 'text', latitude: 'decimal', longitude: 'decimal' },
      ...stored.map(({ columns }) => columns ?? {}),
    ) as Table['columns'],
    rows: people.map((person) =>
      Object.assign(
        { id: person.id, ...person.history.location },
        ...stored.map(({ cells, read }) => cells?.(read(person) as never) ?? {}),
      ),
    ),
  }
  const histories = historyTables(people, style)
  return {
    mapping: {
      id: 'id',
      attributes: Object.fromEntries(stored.map(({ name, storage }) => [name, storage])),
      histories: Object.fromEntries(histories.map(({ name, mapping }) => [name, mapping])) as Record<
        string,
        MappedHistory
      >,
      location: { latitude: 'latitude', longitude: 'longitude' },
    },
    tables: [customers, ...ownTables, ...histories.flatMap(({ tables }) => tables)],
  }
}

function storedAttribute(row: Attribute<CustomerRecord>, style: Style): Stored<never> {
  if (row.name === 'customer_account_status' && style.isSpecial === true) return specialState
  if (row.type === 'any')
    return style.fields === 'json' ? jsonColumn(row.name) : fieldRows(row.name, style.schema)
  if (row.type === 'list') return storedList(row.name, 'customer_id', style, row.folded)
  if (row.type === 'date') return storedDate(row.name, style)
  if (row.type === 'money') return storedMoney(row.name)
  const types = {
    text: 'text',
    enum: 'text',
    integer: 'whole',
    number: 'decimal',
    boolean: 'boolean',
  } as const
  return plainColumn(row.name, types[row.type])
}
