import type { AddressInput, BillingDetailsInput } from '../address/address.js'
import type { Account } from '../customer/account.js'
import type { CustomerInput } from '../customer/customer-input.js'
import type { Problem } from '../outcome/problem.js'
import type { CsvFormatName } from './csv-formats.js'
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

/** What a file says of an account: its type (C-7), and whether it is blocked (C-8); never a password, never an invitation. */
export interface RowAccount {
  readonly type?: Account['type'] | undefined
  readonly blocked?: boolean | undefined
}

/** What a row can say of a customer, as typed. A file holds one address and one set of invoice data, the default ones. */
export interface RowInput
  extends Pick<
    CustomerInput,
    | 'firstName'
    | 'lastName'
    | 'email'
    | 'phone'
    | 'note'
    | 'taxExempt'
    | 'source'
    | 'priceLevel'
    | 'metafields'
  > {
  readonly emailMarketingConsent?: RowConsent | undefined
  readonly smsMarketingConsent?: RowConsent | undefined
  readonly tags?: readonly string[] | null | undefined
  readonly account?: RowAccount | undefined
  readonly addresses?: readonly AddressInput[] | undefined
  readonly billingDetails?: readonly BillingDetailsInput[] | undefined
}

/** One row of a customer file, read but not yet judged: plain data that survives JSON. */
export interface CustomerRow {
  /** as a spreadsheet shows it: the header is row 1, blank rows count */
  readonly row: number
  /** the customer's id in the shop that wrote the file */
  readonly id: string | null
  /** what the cells say; a blank cell says nothing and is `undefined`, or `null` where it is to clear what is kept */
  readonly input: RowInput
  /** what the file says of orders, word for word; an import never counts it */
  readonly totals: { readonly spent: string | null; readonly orders: string | null }
  /** the cells that are not blank and belong to no known column */
  readonly unknown: readonly UnknownCell[]
  /** why the row cannot be taken over; then `input` is not whole */
  readonly problems: readonly CsvProblem[]
  readonly warnings: readonly Problem[]
  /** the file's format, where it is not the large platform's current one */
  readonly format?: CsvFormatName | undefined
  /** the file's own headers, by field, of the columns that the host has mapped */
  readonly headers?: { readonly [field: string]: string } | undefined
}

/** A row of which nothing can be read. */
export function brokenRow(row: number, problems: readonly CsvProblem[]): CustomerRow {
  return { row, id: null, input: {}, totals: noTotals, unknown: [], problems, warnings: [] }
}

export const noTotals: CustomerRow['totals'] = { spent: null, orders: null }
