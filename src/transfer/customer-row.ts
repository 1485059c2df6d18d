import type { AddressInput } from '../address/address.js'
import type { CustomerInput } from '../customer/customer-input.js'
import type { Problem } from '../outcome/problem.js'
import type { CsvProblem } from './transfer-problem.js'

/** A cell of a column that has no home, in the file's own words. */
export interface UnknownCell {
  readonly header: string
  readonly text: string
}

/** What a file says of consent: yes or no, and not how it was given. */
export interface RowConsent {
  readonly state: 'SUBSCRIBED' | 'NOT_SUBSCRIBED'
}

/** What a row can say of a customer, as typed. A file holds one address, the default one. */
export interface RowInput
  extends Pick<CustomerInput, 'firstName' | 'lastName' | 'email' | 'phone' | 'note' | 'tags' | 'taxExempt'> {
  readonly emailMarketingConsent?: RowConsent | undefined
  readonly smsMarketingConsent?: RowConsent | undefined
  readonly addresses?: readonly AddressInput[] | undefined
}

/** One row of a customer file, read but not yet judged: plain data that survives JSON. */
export interface CustomerRow {
  /** as a spreadsheet shows it: the header is row 1, blank rows count */
  readonly row: number
  /** the customer's id in the shop that wrote the file */
  readonly id: string | null
  /** what the cells say; a blank cell says nothing and is left out */
  readonly input: RowInput
  /** what the file says of orders, word for word; an import never counts it */
  readonly totals: { readonly spent: string | null; readonly orders: string | null }
  /** the cells that are not blank and belong to no known column */
  readonly unknown: readonly UnknownCell[]
  /** why the row cannot be taken over; then `input` is not whole */
  readonly problems: readonly CsvProblem[]
  readonly warnings: readonly Problem[]
}

/** A row of which nothing can be read. */
export function brokenRow(row: number, problems: readonly CsvProblem[]): CustomerRow {
  return { row, id: null, input: {}, totals: noTotals, unknown: [], problems, warnings: [] }
}

export const noTotals: CustomerRow['totals'] = { spent: null, orders: null }
