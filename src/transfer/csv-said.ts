import type { AddressInput, BillingDetailsInput } from '../address/address.js'
import type { JsonValue } from '../outcome/json.js'
import { csvFields, type CsvField, type CsvPlace } from './csv-fields.js'
import { noTotals, type CustomerRow, type RowAccount, type RowInput } from './customer-row.js'

/** What the cells of a row say, `undefined` for nothing, each where its field stands in the table; those of metafields stand apart. */
export type SaidCells = (JsonValue | undefined)[]

const names: readonly CsvField[] = /* @__PURE__ */ Object.keys(csvFields) as CsvField[]
const places: readonly CsvPlace[] = /* @__PURE__ */ Object.values<CsvPlace>(csvFields)

/** Where in the table each field stands. */
const at: { readonly [Name in CsvField]: number } = /* @__PURE__ */ fieldsAt()

const addressAt: readonly number[] = /* @__PURE__ */ groupAt('address')
const billingAt: readonly number[] = /* @__PURE__ */ groupAt('billing')

function fieldsAt(): typeof at {
  return Object.fromEntries(names.map((name, index) => [name, index])) as typeof at
}

function groupAt(group: CsvPlace['group']): readonly number[] {
  return places.flatMap((place, index) => (place.group === group ? [index] : []))
}

/** Where in the table a place stands that a header names. */
export function indexOf(place: CsvPlace): number {
  return places.indexOf(place)
}

/** Cells of which none has said anything yet. */
export function nothingSaid(): SaidCells {
  return places.map(() => undefined)
}

/** The id in the shop that wrote the file. */
export function idOf(said: SaidCells): CustomerRow['id'] {
  return (said[at.id] as string | undefined) ?? null
}

export function totalsOf(said: SaidCells): CustomerRow['totals'] {
  const spent = said[at.totalSpent]
  const orders = said[at.totalOrders]
  if (spent === undefined && orders === undefined) return noTotals
  return { spent: (spent as string | undefined) ?? null, orders: (orders as string | undefined) ?? null }
}

/**
 * What a row says of a customer. Written out, so that all rows have the same fields in the same order, said or not: what goes
 * through many rows is several times as fast over objects of one shape, and those put together by key have many.
 */
export function inputOf(said: SaidCells, metafields: RowInput['metafields']): RowInput {
  return {
    firstName: said[at.firstName],
    lastName: said[at.lastName],
    email: said[at.email],
    phone: said[at.phone],
    note: said[at.note],
    tags: said[at.tags],
    taxExempt: said[at.taxExempt],
    emailMarketingConsent: said[at.emailMarketing],
    smsMarketingConsent: said[at.smsMarketing],
    source: said[at.source],
    priceLevel: said[at.priceLevel],
    account: accountOf(said),
    addresses: saysAny(said, addressAt) ? [addressOf(said)] : undefined,
    billingDetails: saysAny(said, billingAt) ? [billingDetailsOf(said)] : undefined,
    metafields,
  } as RowInput
}

function accountOf(said: SaidCells): RowAccount | undefined {
  const type = said[at.accountType]
  const blocked = said[at.accountActive]
  return type === undefined && blocked === undefined ? undefined : ({ type, blocked } as RowAccount)
}

function addressOf(said: SaidCells): AddressInput {
  return {
    company: said[at['address.company']],
    address1: said[at['address.address1']],
    address2: said[at['address.address2']],
    city: said[at['address.city']],
    provinceCode: said[at['address.provinceCode']],
    countryCode: said[at['address.countryCode']],
    zip: said[at['address.zip']],
    phone: said[at['address.phone']],
  } as AddressInput
}

function billingDetailsOf(said: SaidCells): BillingDetailsInput {
  return {
    company: said[at['billing.company']],
    taxId: said[at['billing.taxId']],
    address1: said[at['billing.address1']],
    address2: said[at['billing.address2']],
    city: said[at['billing.city']],
    provinceCode: said[at['billing.provinceCode']],
    countryCode: said[at['billing.countryCode']],
    zip: said[at['billing.zip']],
    phone: said[at['billing.phone']],
  } as BillingDetailsInput
}

function saysAny(said: SaidCells, indexes: readonly number[]): boolean {
  for (let index = 0; index < indexes.length; index++)
    if ((said[indexes[index] as number] ?? null) !== null) return true
  return false
}

/** Whether the row says an email at all. */
export function saysEmail(said: SaidCells): boolean {
  return said[at.email] !== undefined
}

/** Whether a place in words says something, and the code that says the same is not there. */
export function lacksCode(place: CsvPlace, said: SaidCells): boolean {
  const code = said[at[`address.${place.field}` as CsvField]] ?? null
  return said[indexOf(place)] !== undefined && code === null
}
