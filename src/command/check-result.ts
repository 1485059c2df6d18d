import type { Problem } from '../outcome/problem.js'
import type { CsvFormatName } from '../transfer/csv-formats.js'
import type { CsvLayout } from '../transfer/csv-header.js'
import type { CheckedRow } from './check-file.js'

/** One thing that was found in a file, with the row in which. */
export interface Finding {
  readonly row: number
  readonly kind: 'problem' | 'twin' | 'warning'
  readonly problem: Problem
}

/** What a check has come to. */
export interface CheckResult {
  /** `null` where the header was refused */
  readonly format: CsvFormatName | null
  readonly rows: number
  /** rows without a problem */
  readonly good: number
  readonly withProblems: number
  /** rows whose person stands in the file before */
  readonly twins: number
  readonly findings: readonly Finding[]
  /** how many findings there were; `findings` may hold only the first of them */
  readonly found: number
  readonly repaired: { readonly cells: number; readonly leftOut: number } | null
}

/** Counts as rows come. Blank rows are told, and are nothing to mend. */
export interface CheckCount {
  header(layout: CsvLayout): void
  add(row: CheckedRow): void
  result(repaired: CheckResult['repaired']): CheckResult
}

/** Begins to count, and keeps so many findings. */
export function checkCount(keep: number): CheckCount {
  const findings: Finding[] = []
  let format: CsvFormatName | null = null
  const unknownColumns = new Set<string>()
  let [rows, withProblems, twins, found] = [0, 0, 0, 0]

  function note(kind: Finding['kind'], row: number, problems: readonly Problem[]): void {
    found += problems.length
    for (const problem of problems) if (findings.length < keep) findings.push({ row, kind, problem })
  }

  /** A column that nobody knows is unknown in every row; once is enough. */
  function isNews({ code, params }: Problem): boolean {
    if (code !== 'csv.columns-unknown') return true
    const before = unknownColumns.size
    for (const column of (params?.['columns'] ?? []) as readonly string[]) unknownColumns.add(column)
    return unknownColumns.size > before
  }

  return {
    header: (layout) => void (format = layout.format),
    add({ sheet, problems, twins: again, warnings }) {
      const { row } = sheet.row
      rows++
      const isBlank = problems.some(({ code }) => code === 'csv.blank-row')
      if (problems.length > 0 && !isBlank) withProblems++
      if (again.length > 0) twins++
      note(isBlank ? 'warning' : 'problem', row, problems)
      note('twin', row, again)
      note('warning', row, warnings.filter(isNews))
    },
    result: (repaired) => ({
      format,
      rows,
      good: rows - withProblems,
      withProblems,
      twins,
      findings,
      found,
      repaired,
    }),
  }
}
