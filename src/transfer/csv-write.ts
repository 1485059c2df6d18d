import type { AddressFields, BillingDetails } from '../address/address.js'
import type { Customer } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import { invariant } from '../outcome/invariant.js'
import { decimalAmount } from '../value/money.js'
import { cellWriters } from './cell-writers.js'
import { csvFields, type CsvField, type CsvPlace } from './csv-fields.js'
import { csvFormats, headerOfField, type CsvFormatName } from './csv-formats.js'
import { guarded } from './csv-guard.js'

/** What an export writes of a record; a whole one satisfies it. */
export type CsvRecordInput = Pick<CustomerRecord, 'customer' | 'statistics'>

/** How a file of customers is written. */
export interface CsvWriteOptions {
  /** `shopify`, the large platform's current export, unless given */
  readonly format?: CsvFormatName | undefined
  /** metafields to write, each in a column of its own: by key, how its column is called */
  readonly metafields?: { readonly [key: string]: string } | undefined
  /** `raw` for machines, without guards against spreadsheets; `spreadsheet` unless given */
  readonly profile?: 'spreadsheet' | 'raw' | undefined
}

/** A record with what several columns look at found once. */
interface Sheet {
  readonly record: CsvRecordInput
  readonly customer: Customer
  readonly address: AddressFields | null
  readonly billing: BillingDetails | null
}

type Column = (sheet: Sheet) => string

/** Writes records as lines of a file, each with its line end. */
export interface LineWriter {
  header(): string
  line(record: CsvRecordInput): string
}

/** What ends a line, as in files of the large platform and by RFC 4180. */
const LINE_END = '\r\n'

/** Makes the writer of a format. */
export function lineWriter({
  format = 'shopify',
  metafields = {},
  profile = 'spreadsheet',
}: CsvWriteOptions): LineWriter {
  invariant(Object.hasOwn(csvFormats, format), 'a format of customer files is one of `csvFormats`')
  const isGuarded = profile === 'spreadsheet'
  const fields = Object.entries(csvFormats[format].columns) as readonly (readonly [string, CsvField])[]
  const extra = Object.entries(metafields)
  const columns = [
    ...fields.map(([, field]) => columnOf(csvFields[field], isGuarded)),
    ...extra.map(([field]) => columnOf({ group: 'metafields', field, cell: 'metafield' }, isGuarded)),
  ]
  const headers = [
    ...fields.map(([header]) => header),
    ...extra.map(([key, label]) => metafieldHeader(format, key, label)),
  ]
  return {
    header: () => headers.map((header) => quoted(isGuarded ? guarded(header) : header)).join(',') + LINE_END,
    line(record) {
      const sheet = toSheet(record)
      let line = quoted((columns[0] as Column)(sheet))
      for (let index = 1; index < columns.length; index++)
        line += `,${quoted((columns[index] as Column)(sheet))}`
      return line + LINE_END
    },
  }
}

/** As the large platform heads a column of a metafield; what has a column of its own there keeps it. */
function metafieldHeader(format: CsvFormatName, key: string, label: string): string {
  const own =
    key === csvFields.whatsAppMarketing.field ? headerOfField(format, 'whatsAppMarketing') : undefined
  return own ?? `${label} (customer.metafields.${key})`
}

function toSheet(record: CsvRecordInput): Sheet {
  const { customer } = record
  return {
    record,
    customer,
    address: pointed(customer.addresses, customer.defaultAddressId),
    billing: pointed(customer.billingDetails, customer.defaultBillingDetailsId),
  }
}

function pointed<A extends { readonly id: string }>(book: readonly A[], id: string | null): A | null {
  return book.find((one) => one.id === id) ?? null
}

const totals = {
  spent: ({ statistics: { amountSpent } }: CsvRecordInput) =>
    amountSpent === null ? '' : decimalAmount(amountSpent),
  orders: ({ statistics: { numberOfOrders } }: CsvRecordInput) => String(numberOfOrders),
}

/** What each group of columns looks at. */
const sources: {
  readonly [Group in CsvPlace['group']]: (field: never) => (sheet: Sheet) => unknown
} = {
  row: (field: 'id') => (sheet) => sheet.customer[field],
  customer: (field: keyof Customer) => (sheet) => sheet.customer[field],
  address: (field: keyof AddressFields) => (sheet) => sheet.address?.[field] ?? null,
  billing: (field: keyof BillingDetails) => (sheet) => sheet.billing?.[field] ?? null,
  account: (field: 'type' | 'blocked') => (sheet) => sheet.customer.account[field],
  totals: (field: keyof typeof totals) => (sheet) => totals[field](sheet.record),
  names: () => () => null,
  metafields:
    (field: string) =>
    ({ customer: { metafields } }) =>
      Object.hasOwn(metafields, field) ? metafields[field] : undefined,
}

function columnOf({ group, field, cell }: CsvPlace, isGuarded: boolean): Column {
  const read = sources[group](field as never)
  const write = cellWriters[cell] as (value: unknown, isGuarded: boolean) => string
  return (sheet) => write(read(sheet), isGuarded)
}

/** What must stand in quotes: whatever divides cells in any of the dialects that are read, quotes, and outer blanks. */
const TO_QUOTE = /[",;\t\r\n]|^\s|\s$/

/** A cell as RFC 4180 has it. */
export function quoted(text: string): string {
  return TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
