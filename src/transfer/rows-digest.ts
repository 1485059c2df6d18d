import type { BillingDetailsInput } from '../address/address.js'
import { fingerprint } from '../value/fingerprint.js'
import type { CustomerRow } from './customer-row.js'

/**
 * What tells the rows of a chunk from others: all that an import reads of them. Field by field and without the names, because
 * these would be most of what there is to look at.
 */
export function rowsDigest(rows: readonly CustomerRow[]): string {
  return fingerprint(rows.map(wordsOf))
}

/** Stands where nothing is said, which is other than `null`: a number that no JSON can hold. */
const NOTHING = Number.NaN

function inPlace(words: readonly unknown[]): readonly unknown[] {
  return words.map((word) => (word === undefined ? NOTHING : word))
}

function wordsOf({
  row,
  id,
  input,
  totals,
  unknown,
  problems,
  warnings,
  format,
  headers,
}: CustomerRow): readonly unknown[] {
  return inPlace([
    row,
    id,
    input.firstName,
    input.lastName,
    input.email,
    input.phone,
    input.note,
    input.tags,
    input.taxExempt,
    input.emailMarketingConsent?.state,
    input.smsMarketingConsent?.state,
    input.source,
    input.priceLevel,
    input.account,
    input.addresses?.map(addressWords),
    input.billingDetails?.map(addressWords),
    input.metafields,
    totals.spent,
    totals.orders,
    // of most rows empty lists
    unknown,
    problems,
    warnings,
    format,
    headers,
  ])
}

function addressWords(address: BillingDetailsInput): readonly unknown[] {
  return inPlace([
    address.firstName,
    address.lastName,
    address.company,
    address.address1,
    address.address2,
    address.city,
    address.provinceCode,
    address.countryCode,
    address.zip,
    address.phone,
    address.taxId,
  ])
}
