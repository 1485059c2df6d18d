import { type ErasureFate, erasureTable } from '../../src/privacy/erasure-table.js'
import { codes, table } from './markdown.js'

/** What each fate means; a new one does not compile without. */
const fates: Readonly<Record<ErasureFate, string>> = {
  emptied: 'emptied: nothing, or no entries',
  neutral: 'a value that identifies nobody takes its place',
  'business-only': 'only what the policy lists as business data (`erasure.businessMetafields`)',
  kept: 'stays: with the statistics it identifies nobody',
}

/** The table in docs/erasure-and-data-requests.md: each field of a customer under what an erasure makes of it. */
export function erasurePart(): string {
  return table(
    ['after an erasure', 'fields'],
    Object.entries(fates).map(([fate, meaning]) => [meaning, codes(fieldsOf(fate))]),
  )
}

const fieldsOf = (fate: string): string[] =>
  Object.entries(erasureTable).flatMap(([field, row]) => (row.fate === fate ? [field] : []))
