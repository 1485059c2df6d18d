import type { Summary } from '../plan/change-set.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { CustomerId } from '../value/id.js'

/** How a customer ends in a bulk change: exactly one of these. */
export type BulkStatus = 'planned' | 'unchanged' | 'refused'

/** What became of one customer. Plain JSON without personal data: it can be stored. */
export interface BulkRow {
  readonly id: CustomerId
  /** planned, and with the commit of its chunk done; nothing to do; or refused with every reason */
  readonly status: BulkStatus
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** How many customers ended how. The three add up to all that were selected. */
export type BulkTally = { readonly [Status in BulkStatus]: number }

/** How many rows ended how. */
export function tallyOf(rows: readonly BulkRow[]): BulkTally {
  const tally: Record<BulkStatus, number> = { planned: 0, unchanged: 0, refused: 0 }
  for (const { status } of rows) tally[status]++
  return tally
}

/** A customer who is left as they are, with the reasons. */
export function refusedRow(id: CustomerId, problems: readonly Problem[]): BulkRow {
  return { id, status: 'refused', problems, warnings: [] }
}

/** One row in the summary of a chunk: whose, how it ended, and the codes of why. */
type RowSummary = readonly [id: CustomerId, status: BulkStatus, codes: readonly string[]]

/** What the store keeps of a chunk, so that it can be told again: ids and codes, no personal data. */
export function summaryOfBulkRows(rows: readonly BulkRow[]): readonly RowSummary[] {
  return rows.map(({ id, status, problems }) => [id, status, problems.map(({ code }) => code)])
}

/** The rows of a chunk as its summary tells them: problems with their code alone, and no warnings. */
export function bulkRowsOfSummary(summary: Summary): readonly BulkRow[] {
  return (summary['rows'] as unknown as readonly RowSummary[]).map(([id, status, codes]) => ({
    id,
    status,
    problems: codes.map((code) => problem(code)),
    warnings: [],
  }))
}
