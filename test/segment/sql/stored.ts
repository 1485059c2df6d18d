import type { CustomerRecord } from '../../../src/customer/record.js'
import { storedAs } from '../../../src/segment/catalog/stored-as.js'
import type { MappedDate, MappedStorage } from '../../../src/segment/sql/index.js'
import { foldText } from '../../../src/value/text.js'
import type { Money } from '../../../src/value/money.js'
import type { Table } from './database.js'

type Cells = Readonly<Record<string, unknown>>

/** A way to store one thing: columns beside the others, or a table of its own. */
export interface Stored<Value> {
  readonly storage: MappedStorage
  readonly columns?: Table['columns']
  readonly cells?: (value: Value) => Cells
  /** made of the owner's id and the value */
  readonly table?: { readonly name: string; readonly columns: Table['columns'] }
  readonly rows?: (owner: string, value: Value) => readonly Cells[]
}

/** How dates and lists are stored; everything else is stored in one way. */
export interface Style {
  readonly date: (name: string) => MappedDate
  readonly list: (name: string) => 'array' | 'json' | 'rows'
  readonly fields: 'json' | 'rows'
  readonly schema?: string
  /** birthdays and points in columns of their own, the state of accounts in other words */
  readonly isSpecial?: boolean
}

export function plainColumn(name: string, type: Table['columns'][string]): Stored<unknown> {
  return { storage: name, columns: { [name]: type }, cells: (value) => ({ [name]: value }) }
}

export function jsonColumn(name: string): Stored<unknown> {
  return { ...plainColumn(name, 'json'), storage: { json: name } }
}

export function storedMoney(name: string): Stored<Money | null> {
  return {
    storage: { column: name, currencyColumn: `${name}_currency` },
    columns: { [name]: 'whole', [`${name}_currency`]: 'text' },
    cells: (money) => ({ [name]: money?.minor ?? null, [`${name}_currency`]: money?.currency ?? null }),
  }
}

const dateColumns = {
  timestamptz: 'timestamptz',
  timestamp: 'timestamp',
  text: 'bytewise',
  milliseconds: 'whole',
  date: 'date',
} as const

export function storedDate(name: string, style: Style): Stored<string | null> {
  const as = style.date(name)
  return {
    storage: { column: name, as },
    columns: { [name]: dateColumns[as] },
    cells: (at) => ({ [name]: as === 'milliseconds' && at !== null ? Date.parse(at) : at }),
  }
}

export function storedList(
  name: string,
  key: string,
  style: Style,
  folded = false,
): Stored<readonly string[]> {
  const items = (list: readonly string[]): readonly string[] => (folded ? list.map(foldText) : list)
  const form = style.list(name)
  if (form === 'rows') {
    return {
      storage: { table: name, key: key === 'customer_id' ? key : { [key]: 'id' }, column: 'item' },
      table: { name, columns: { [key]: 'text', item: 'text' } },
      rows: (owner, list) => items(list).map((item) => ({ [key]: owner, item })),
    }
  }
  return {
    storage: form === 'array' ? { array: name } : { json: name },
    columns: { [name]: form === 'array' ? 'texts' : 'json' },
    cells: (list) => ({ [name]: items(list) }),
  }
}

export function fieldRows(name: string, schema?: string): Stored<CustomerRecord['customer']['metafields']> {
  return {
    storage: {
      table: schema === undefined ? name : [schema, name],
      key: { customer_id: 'id' },
      name: 'name',
      text: 'text',
      number: 'number',
      boolean: 'boolean',
      date: 'date',
    },
    table: {
      name,
      columns: {
        customer_id: 'text',
        name: 'text',
        text: 'text',
        number: 'decimal',
        boolean: 'boolean',
        date: 'bytewise',
      },
    },
    rows: (owner, fields) =>
      Object.entries(fields)
        .filter(([, value]) => value !== null)
        .map(([key, value]) => ({
          customer_id: owner,
          name: key,
          text: storedAs.text(value),
          number: storedAs.number(value),
          boolean: storedAs.boolean(value),
          date: storedAs.date(value),
        })),
  }
}

type Metafields = CustomerRecord['customer']['metafields']

/** Single metafields beside all others, under either of their names. */
export const specialFields: Readonly<Record<string, Stored<Metafields>>> = {
  'metafields.facts.birth_date': {
    storage: { column: 'birth_date', as: 'date', type: 'date' },
    columns: { birth_date: 'date' },
    cells: (fields) => ({ birth_date: storedAs.date(fields['facts.birth_date'] ?? null) }),
  },
  'customer.metafields.loyalty.points': {
    storage: { column: 'points', type: 'number' },
    columns: { points: 'decimal' },
    cells: (fields) => ({ points: fields['loyalty.points'] ?? null }),
  },
}

const stateWords = { ENABLED: 'in use', DISABLED: 'toString', INVITED: 'invited' } as const

/** In other words, but for one. */
export const specialState: Stored<string> = {
  storage: { column: 'state', values: stateWords },
  columns: { state: 'text' },
  cells: (state) => ({ state: stateWords[state as keyof typeof stateWords] ?? state }),
}
