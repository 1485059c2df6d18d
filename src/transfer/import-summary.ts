import type { Summary } from '../plan/change-set.js'
import type { CustomerId } from '../value/id.js'
import { nothing, type Problem } from '../outcome/problem.js'
import type { ImportedRow, ImportStatus } from './import-plan.js'
import { rowProblem, type ImportProblemCode } from './transfer-problem.js'

/** One row in the summary of a chunk: its number, how it ended, the id (`new:1` as planned), and the codes of why. */
export type RowSummary = readonly [
  row: number,
  status: ImportStatus,
  id: CustomerId | null,
  codes: readonly string[],
]

/**
 * What the store keeps of a chunk's rows, so that an import that is repeated can go on where it stopped: numbers, ids and
 * codes, no personal data, some 40 bytes a row. What a warning or a problem says beside its code is not kept.
 */
export function summaryOfRows(rows: readonly ImportedRow[]): readonly RowSummary[] {
  return rows.map(({ row, status, id, problems }) => [row, status, id, codesOf(problems)])
}

function codesOf(problems: readonly Problem[]): readonly string[] {
  return problems.length === 0 ? nothing : problems.map(({ code }) => code)
}

/** The rows of a chunk as its summary tells them: problems with their code and row alone, and no warnings. */
export function rowsOfSummary(summary: Summary): readonly ImportedRow[] {
  return (summary['rows'] as unknown as readonly RowSummary[]).map(([row, status, id, codes]) => ({
    row,
    status,
    id,
    problems: codes.map((code) => rowProblem(code as ImportProblemCode, row)),
    warnings: [],
  }))
}
