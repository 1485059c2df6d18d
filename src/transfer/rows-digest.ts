import type { BillingDetailsInput } from '../address/address.js'
import { fingerprinter, type Fingerprinter } from '../value/fingerprint.js'
import type { CustomerRow, RowInput } from './customer-row.js'

type Take = Fingerprinter['take']

/**
 * What tells the rows of a chunk from others: all that an import reads of them. Field by field, each in its place and without the
 * names, because these would be most of what there is to look at.
 */
export function rowsDigest(rows: readonly CustomerRow[]): string {
  const { take, result } = fingerprinter()
  for (const row of rows) takeRow(row, take)
  return result()
}

function takeRow(
  { row, id, input, totals, unknown, problems, warnings, format, headers }: CustomerRow,
  take: Take,
): void {
  take(row)
  take(id)
  takeInput(input, take)
  take(totals.spent)
  take(totals.orders)
  // of most rows empty lists
  take(unknown)
  take(problems)
  take(warnings)
  take(format)
  take(headers)
}

function takeInput(input: RowInput, take: Take): void {
  take(input.firstName)
  take(input.lastName)
  take(input.email)
  take(input.phone)
  take(input.note)
  take(input.tags)
  take(input.taxExempt)
  take(input.emailMarketingConsent?.state)
  take(input.smsMarketingConsent?.state)
  take(input.source)
  take(input.priceLevel)
  take(input.account)
  takeBook(input.addresses, take)
  takeBook(input.billingDetails, take)
  take(input.metafields)
}

/** How many, and then each: so no two books run together. */
function takeBook(book: readonly BillingDetailsInput[] | undefined, take: Take): void {
  take(book?.length)
  for (const address of book ?? []) takeAddress(address, take)
}

function takeAddress(address: BillingDetailsInput, take: Take): void {
  take(address.firstName)
  take(address.lastName)
  take(address.company)
  take(address.address1)
  take(address.address2)
  take(address.city)
  take(address.provinceCode)
  take(address.countryCode)
  take(address.zip)
  take(address.phone)
  take(address.taxId)
}
