import type { AddressFields } from '../address/address.js'
import type { ProblemPath } from '../outcome/problem.js'
import type { CellKind } from './cell-readers.js'
import type { CustomerRow, RowInput } from './customer-row.js'

/** A column of a file: its header, where in a row its cells go, and how they are read. */
export type CsvColumn = Place & { readonly header: string; readonly cell: CellKind }

type Place =
  | { readonly group: 'row'; readonly field: 'id' }
  | { readonly group: 'customer'; readonly field: Exclude<keyof RowInput, 'addresses'> }
  | { readonly group: 'address'; readonly field: keyof AddressFields }
  | { readonly group: 'totals'; readonly field: keyof CustomerRow['totals'] }

/** The current export of the large platform, column for column in its order; files may leave out any but `Email` (C-5). */
export const exportColumns = [
  { header: 'Customer ID', group: 'row', field: 'id', cell: 'number' },
  { header: 'First Name', group: 'customer', field: 'firstName', cell: 'words' },
  { header: 'Last Name', group: 'customer', field: 'lastName', cell: 'words' },
  { header: 'Email', group: 'customer', field: 'email', cell: 'words' },
  { header: 'Accepts Email Marketing', group: 'customer', field: 'emailMarketingConsent', cell: 'consent' },
  { header: 'Default Address Company', group: 'address', field: 'company', cell: 'words' },
  { header: 'Default Address Address1', group: 'address', field: 'address1', cell: 'words' },
  { header: 'Default Address Address2', group: 'address', field: 'address2', cell: 'words' },
  { header: 'Default Address City', group: 'address', field: 'city', cell: 'words' },
  { header: 'Default Address Province Code', group: 'address', field: 'provinceCode', cell: 'words' },
  { header: 'Default Address Country Code', group: 'address', field: 'countryCode', cell: 'words' },
  { header: 'Default Address Zip', group: 'address', field: 'zip', cell: 'number' },
  { header: 'Default Address Phone', group: 'address', field: 'phone', cell: 'number' },
  { header: 'Phone', group: 'customer', field: 'phone', cell: 'number' },
  { header: 'Accepts SMS Marketing', group: 'customer', field: 'smsMarketingConsent', cell: 'consent' },
  { header: 'Total Spent', group: 'totals', field: 'spent', cell: 'code' },
  { header: 'Total Orders', group: 'totals', field: 'orders', cell: 'code' },
  { header: 'Note', group: 'customer', field: 'note', cell: 'words' },
  { header: 'Tax Exempt', group: 'customer', field: 'taxExempt', cell: 'yes-no' },
  { header: 'Tags', group: 'customer', field: 'tags', cell: 'tags' },
] as const satisfies readonly CsvColumn[]

/** The one column that must be there; its cells may be blank. */
export const requiredHeader = 'Email' satisfies (typeof exportColumns)[number]['header']

/** Where in a row's customer the cells of a column go, as paths of problems say it. */
export function pathOf({ group, field }: Pick<CsvColumn, 'group' | 'field'>): ProblemPath {
  return group === 'address' ? ['addresses', 0, field] : group === 'totals' ? ['totals', field] : [field]
}

const places = exportColumns.map((column) => ({ header: column.header, path: pathOf(column) }))

/** The header of the column that a problem of a customer comes from, if it comes from one. */
export function headerAt(path: ProblemPath): string | undefined {
  return places.find((place) => place.path.every((step, index) => step === path[index]))?.header
}
