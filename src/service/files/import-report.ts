import type { Problem } from '../../outcome/problem.js'
import type { ImportedRow, ImportTally } from '../../transfer/import-plan.js'
import type { CustomerId } from '../../value/id.js'

/** What became of a file: every row that was reached has ended in exactly one of the five, and they add up to `rows`. */
export interface ImportReport {
  readonly rows: number
  readonly tally: ImportTally
  /** the rows that were refused, with every reason; of a chunk imported before, each reason's code and row */
  readonly refused: readonly ImportedRow[]
  /**
   * why the import ended before the file did: `import.too-many-refused`, `csv.not-utf-8` or what is wrong with the header; `null` where
   * it did not
   */
  readonly stopped: Problem | null
  /** whether nothing was written, because only a dry run was asked for */
  readonly isDryRun: boolean
}

/** How far an import has come. */
export type ImportProgress = Pick<ImportReport, 'rows' | 'tally'>

/** What an import has come to so far. */
export interface ImportCount {
  rows: number
  readonly tally: { -readonly [Status in keyof ImportTally]: number }
  readonly refused: ImportedRow[]
  /** by id, the row that wrote it: the last row of a person wins in the whole file */
  readonly earlier: Map<CustomerId, number>
}

/** Where an import begins. */
export function emptyCount(): ImportCount {
  const tally = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 }
  return { rows: 0, tally, refused: [], earlier: new Map() }
}

/** Counts one row that has ended. */
export function countRow(count: ImportCount, outcome: ImportedRow): void {
  const { id, row, status } = outcome
  count.rows++
  count.tally[status]++
  if (status === 'refused') count.refused.push(outcome)
  if (id !== null && (status === 'created' || status === 'updated')) count.earlier.set(id, row)
}
