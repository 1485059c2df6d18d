import type { AddressFields, BillingDetailsInput } from '../address/address.js'
import type { ProblemPath } from '../outcome/problem.js'
import type { CellKind } from './cell-readers.js'
import type { CustomerRow, RowAccount, RowInput } from './customer-row.js'

/** Where in a row the cells of a column go, and how they are read and written. */
export type CsvPlace = Home & { readonly cell: CellKind }

type PlainField = Exclude<keyof RowInput, 'addresses' | 'billingDetails' | 'account' | 'metafields'>

type Home =
  | { readonly group: 'row'; readonly field: 'id' }
  | { readonly group: 'customer'; readonly field: PlainField }
  | { readonly group: 'address'; readonly field: keyof AddressFields }
  | { readonly group: 'billing'; readonly field: keyof BillingDetailsInput }
  | { readonly group: 'account'; readonly field: keyof RowAccount }
  | { readonly group: 'totals'; readonly field: keyof CustomerRow['totals'] }
  /** says in words what another column says as a code; without the code it says nothing */
  | { readonly group: 'names'; readonly field: 'provinceCode' | 'countryCode' }
  | { readonly group: 'metafields'; readonly field: string }

/** Everything that a column of a customer file can be about, under the names by which a host maps columns of its own. */
export const csvFields = {
  id: { group: 'row', field: 'id', cell: 'number' },
  firstName: { group: 'customer', field: 'firstName', cell: 'words' },
  lastName: { group: 'customer', field: 'lastName', cell: 'words' },
  email: { group: 'customer', field: 'email', cell: 'words' },
  phone: { group: 'customer', field: 'phone', cell: 'number' },
  note: { group: 'customer', field: 'note', cell: 'words' },
  tags: { group: 'customer', field: 'tags', cell: 'tags' },
  taxExempt: { group: 'customer', field: 'taxExempt', cell: 'yes-no' },
  emailMarketing: { group: 'customer', field: 'emailMarketingConsent', cell: 'consent' },
  smsMarketing: { group: 'customer', field: 'smsMarketingConsent', cell: 'consent' },
  source: { group: 'customer', field: 'source', cell: 'words' },
  priceLevel: { group: 'customer', field: 'priceLevel', cell: 'whole-number' },
  accountType: { group: 'account', field: 'type', cell: 'account-type' },
  accountActive: { group: 'account', field: 'blocked', cell: 'active' },
  'address.company': { group: 'address', field: 'company', cell: 'words' },
  'address.address1': { group: 'address', field: 'address1', cell: 'words' },
  'address.address2': { group: 'address', field: 'address2', cell: 'words' },
  'address.city': { group: 'address', field: 'city', cell: 'words' },
  'address.provinceCode': { group: 'address', field: 'provinceCode', cell: 'words' },
  'address.provinceName': { group: 'names', field: 'provinceCode', cell: 'words' },
  'address.countryCode': { group: 'address', field: 'countryCode', cell: 'words' },
  'address.countryName': { group: 'names', field: 'countryCode', cell: 'words' },
  'address.zip': { group: 'address', field: 'zip', cell: 'number' },
  'address.phone': { group: 'address', field: 'phone', cell: 'number' },
  'billing.company': { group: 'billing', field: 'company', cell: 'words' },
  'billing.taxId': { group: 'billing', field: 'taxId', cell: 'number' },
  'billing.address1': { group: 'billing', field: 'address1', cell: 'words' },
  'billing.address2': { group: 'billing', field: 'address2', cell: 'words' },
  'billing.city': { group: 'billing', field: 'city', cell: 'words' },
  'billing.provinceCode': { group: 'billing', field: 'provinceCode', cell: 'words' },
  'billing.countryCode': { group: 'billing', field: 'countryCode', cell: 'words' },
  'billing.zip': { group: 'billing', field: 'zip', cell: 'number' },
  'billing.phone': { group: 'billing', field: 'phone', cell: 'number' },
  totalSpent: { group: 'totals', field: 'spent', cell: 'amount' },
  totalOrders: { group: 'totals', field: 'orders', cell: 'amount' },
  whatsAppMarketing: { group: 'metafields', field: 'marketing.whatsapp', cell: 'metafield' },
} as const satisfies { readonly [name: string]: CsvPlace }

/** What a column of a customer file can be about. */
export type CsvField = keyof typeof csvFields

/** Where in a row's customer the cells of a column go, as paths of problems say it. */
export function pathOf({ group, field }: Pick<CsvPlace, 'group' | 'field'>): ProblemPath {
  return [...prefixes[group], field]
}

const prefixes: { readonly [Group in CsvPlace['group']]: ProblemPath } = {
  row: [],
  customer: [],
  address: ['addresses', 0],
  billing: ['billingDetails', 0],
  account: ['account'],
  totals: ['totals'],
  names: ['addresses', 0],
  metafields: ['metafields'],
}

interface FieldPath {
  readonly name: CsvField
  readonly path: ProblemPath
}

/** By their first step: of every row with a doubtful cell the column is looked for. */
const paths: ReadonlyMap<unknown, readonly FieldPath[]> = /* @__PURE__ */ fieldPaths()

function fieldPaths(): typeof paths {
  const byStep = new Map<unknown, FieldPath[]>()
  for (const [name, place] of Object.entries(csvFields as { readonly [name: string]: CsvPlace })) {
    if (place.group === 'names') continue
    const path = pathOf(place)
    byStep.set(path[0], [...(byStep.get(path[0]) ?? []), { name: name as CsvField, path }])
  }
  return byStep
}

/** The field that a problem of a customer comes from, if it comes from one. */
export function fieldAt(path: ProblemPath): CsvField | undefined {
  return paths.get(path[0])?.find((one) => one.path.every((step, index) => step === path[index]))?.name
}
