import type { ProblemPath } from '../outcome/problem.js'
import { fieldAt } from './csv-fields.js'
import { headerOfField } from './csv-formats.js'
import type { CustomerRow } from './customer-row.js'

/** The header of the column that a problem of a row's customer comes from, as the row's file has it. */
export function headerAt(
  path: ProblemPath,
  { format = 'shopify', headers = {} }: Pick<CustomerRow, 'format' | 'headers'>,
): string | undefined {
  const field = fieldAt(path)
  return field === undefined ? undefined : (headers[field] ?? headerOfField(format, field))
}

/** The same where something must be said: a field that the file's format has no column for goes by its own name. */
export function columnAt(field: string, row: Pick<CustomerRow, 'format' | 'headers'>): string {
  return headerAt([field], row) ?? field
}
