import { invariant } from '../../../outcome/invariant.js'
import { tablesOf, type TableNames, type Tables } from '../tables.js'
import { cellSql, hostFields, type HostField } from './host-fields.js'
import type { HostCustomers } from './host-customers.js'

/** The host's table as statements name it: of the row `h`, where nothing else is said. */
export interface HostTable {
  readonly customers: HostCustomers
  readonly tables: Tables
  readonly name: string
  readonly columns: readonly (readonly [field: HostField, column: string])[]
  /** the id as the library knows it */
  readonly id: string
  readonly inShop: string
  /** what the fields say, as one JSON object, and a digest of it */
  readonly cells: string
  readonly digest: string
  /** a text id as the column has it, and whether it can be one */
  readonly asId: (text: string) => string
  readonly isId: (text: string) => string
  /** whether a column of this category of types (`typcategory`) holds such ids */
  readonly canHoldIds: (category: string) => boolean
}

/** What PostgreSQL calls things; the quotes around it keep it a name. */
const NAME = /^[A-Za-z_][A-Za-z0-9_$]{0,62}$/

/** How ids of each type are written, and the category of its column. */
const idForms = {
  text: { form: '', category: 'S' },
  uuid: { form: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', category: 'U' },
  bigint: { form: '^(0|[1-9][0-9]{0,17})$', category: 'N' },
} as const

/** Checks a mapping, and names what statements say of it. */
export function hostTableOf(customers: HostCustomers, names: TableNames): HostTable {
  const { schema, table, id, shop, idType = 'text' } = customers
  const columns = Object.entries(customers.columns) as [HostField, string][]
  const strange = columns.map(([field]) => field).filter((field) => !Object.hasOwn(hostFields, field))
  const known = Object.keys(hostFields).join(', ')
  invariant(
    strange.length === 0,
    `no column can hold ${strange.join(', ')} of a customer; there are columns for ${known}`,
  )
  const all = columns.map(([field, column]) => [field, quoted(column)] as const)
  invariant(Object.hasOwn(idForms, idType), 'idType of the customers of the host is text, uuid or bigint')
  const cells = all.map(([field, column]) => `'${field}', ${cellSql(field, `h.${column}`)}`).join(', ')
  const json = `jsonb_build_object(${cells})`
  return {
    customers,
    tables: tablesOf(names),
    name: schema === undefined ? quoted(table) : `${quoted(schema)}.${quoted(table)}`,
    columns: all,
    id: `h.${quoted(id)}`,
    inShop: shop === undefined ? 'true' : `h.${quoted(shop)}::text = $1::text`,
    cells: json,
    digest: `encode(sha256(convert_to(${json}::text, 'UTF8')), 'hex')`,
    asId: (text) => (idType === 'text' ? text : `(${text})::${idType}`),
    isId: (text) => (idType === 'text' ? 'true' : `${text} ~ '${idForms[idType].form}'`),
    canHoldIds: (category) => category === idForms[idType].category,
  }
}

/** A name from outside as it may stand in a statement. */
export function quoted(name: string): string {
  invariant(NAME.test(name), `a table or column of the host is named by letters, digits, _ and $: ${name}`)
  return `"${name}"`
}
