import type { CustomerField } from '../../../customer/customer.js'
import type { JsonValue } from '../../../outcome/json.js'

/** How the cells of one kind are told by a statement as JSON, and what is read from that. `undefined`: it tells nothing. */
interface CellKind {
  readonly sql: (column: string) => string
  readonly read: (cell: JsonValue) => JsonValue | undefined
  /** the category of types of which alone the statement makes sense, by PostgreSQL's letter; any, unless given */
  readonly category?: string
}

const plain = (column: string): string => `to_jsonb(${column})`

const kinds = {
  text: { sql: plain, read: (cell) => textIn(cell) },
  email: { sql: plain, read: (cell) => textIn(textIn(cell)?.trim() ?? null) },
  // numbers are kept in many ways; blanks and brackets are never a part of one
  phone: { sql: plain, read: (cell) => textIn(textIn(cell)?.replace(/[\s().-]/g, '') ?? null) },
  number: { sql: plain, read: (cell) => (typeof cell === 'number' ? cell : undefined) },
  boolean: { sql: plain, read: (cell) => (typeof cell === 'boolean' ? cell : undefined) },
  // seconds, because the text of a moment depends on the time zone of the connection
  instant: {
    sql: (column) => `extract(epoch from ${column})`,
    read: (cell) => instantIn(cell),
    category: 'D',
  },
  list: { sql: plain, read: (cell) => listIn(cell) },
} as const satisfies Record<string, CellKind>

/** The fields that a column of the host's can hold, each with its kind. */
export const hostFields = {
  firstName: 'text',
  lastName: 'text',
  email: 'email',
  phone: 'phone',
  locale: 'text',
  note: 'text',
  source: 'text',
  tags: 'list',
  taxExemptions: 'list',
  priceLevel: 'number',
  taxExempt: 'boolean',
  createdAt: 'instant',
  updatedAt: 'instant',
} as const satisfies { readonly [Field in CustomerField]?: keyof typeof kinds }

/** A field that a column of the host's can hold. */
export type HostField = keyof typeof hostFields

/** A field that may be missing, and then is null in its column, or a placeholder. */
export type HostTextField = 'firstName' | 'lastName' | 'email' | 'phone' | 'locale' | 'note' | 'source'

/** The JSON of a cell, as SQL. */
export function cellSql(field: HostField, column: string): string {
  return kinds[hostFields[field]].sql(column)
}

/** What a cell says of a field; `undefined` where it says nothing that could be one. */
export function readCell(field: HostField, cell: JsonValue): JsonValue | undefined {
  const kind: CellKind = kinds[hostFields[field]]
  return kind.read(cell)
}

/** Whether a field can be read from a column of this category of types (`typcategory`). */
export function canHold(field: HostField, category: string): boolean {
  const kind: CellKind = kinds[hostFields[field]]
  return (kind.category ?? category) === category
}

/** Whether a field is missing by being null. */
export function isTextField(field: HostField): field is HostTextField {
  return ['text', 'email', 'phone'].includes(hostFields[field])
}

function textIn(cell: JsonValue): string | null {
  if (cell === null || cell === '') return null
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}

function listIn(cell: JsonValue): readonly string[] {
  return Array.isArray(cell) ? cell.filter((one) => typeof one === 'string') : []
}

function instantIn(cell: JsonValue): string | undefined {
  const at = new Date(Math.floor(Number(cell ?? Number.NaN) * 1000))
  const text = Number.isNaN(at.getTime()) ? '' : at.toISOString()
  // years beyond four digits are none that the library knows
  return text.length === 24 ? text : undefined
}
