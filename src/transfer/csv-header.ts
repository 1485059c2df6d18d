import { ceilings } from '../limits/limits.js'
import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import { isLongerThan } from '../value/text.js'
import { exportColumns, requiredHeader, type CsvColumn } from './columns.js'
import { rowProblem, type CsvProblem } from './transfer-problem.js'

/** One column of a file: the known one that its header names, or what the file calls it. */
export type HeaderCell =
  | { readonly header: string; readonly known: CsvColumn }
  | { readonly header: string; readonly known: null }

/** Headers must match letter for letter: a guess at a column could put data where it does not belong. */
const columnByHeader: ReadonlyMap<string, CsvColumn> = new Map(
  exportColumns.map((column) => [column.header, column]),
)

/**
 * Recognises the columns of a file by its first row.
 *
 * Codes: `csv.header-unknown` with `params.expected`, `csv.column-missing`, `csv.column-repeated`, `csv.header-too-long`.
 */
export function readHeader(
  row: number,
  cells: readonly string[],
): Outcome<readonly HeaderCell[], CsvProblem> {
  const columns = cells.map((cell) => toHeaderCell(cell.trim()))
  return unlessProblems(headerProblems(row, columns), () => columns)
}

/** What is said of a file without any header that is known. */
export function unknownHeader(row: number): CsvProblem {
  return rowProblem('csv.header-unknown', row, { expected: exportColumns.map(({ header }) => header) })
}

function toHeaderCell(header: string): HeaderCell {
  return { header, known: columnByHeader.get(header) ?? null }
}

function headerProblems(row: number, columns: readonly HeaderCell[]): CsvProblem[] {
  const known = columns.flatMap((column) => (column.known === null ? [] : [column.header]))
  if (known.length === 0) return [unknownHeader(row)]
  const limit = ceilings.csvHeader
  return [
    ...(known.includes(requiredHeader)
      ? []
      : [rowProblem('csv.column-missing', row, { column: requiredHeader })]),
    ...known
      .filter((header, index) => known.indexOf(header) !== index)
      .map((header) => rowProblem('csv.column-repeated', row, { column: header })),
    ...(columns.some(({ header }) => isLongerThan(header, limit))
      ? [rowProblem('csv.header-too-long', row, { limit })]
      : []),
  ]
}
