import type { JsonValue } from '../outcome/json.js'
import { isBlank } from '../value/text.js'
import { cellReaders, type CellReader } from './cell-readers.js'
import { pathOf, type CsvColumn } from './columns.js'
import type { HeaderCell } from './csv-header.js'
import { brokenRow, noTotals, type CustomerRow, type UnknownCell } from './customer-row.js'
import { rowProblem, type CsvProblem } from './transfer-problem.js'

type Group = { [field: string]: JsonValue }
type Groups = Record<CsvColumn['group'], Group>

/** What has been read of a row so far. Its keys come from the table of columns, never from the file. */
interface Reading {
  readonly groups: Groups
  readonly unknown: UnknownCell[]
  readonly problems: CsvProblem[]
}

/** Reads the cells of one row by the columns of its file. */
export function readRow(columns: readonly HeaderCell[], row: number, cells: readonly string[]): CustomerRow {
  const mismatch = countProblem(columns, row, cells)
  if (mismatch !== null) return brokenRow(row, [mismatch])
  const reading: Reading = {
    groups: { row: {}, customer: {}, address: {}, totals: {} },
    unknown: [],
    problems: [],
  }
  columns.forEach((column, index) => readCell(reading, column, row, cells[index] as string))
  return toRow(row, reading)
}

/**
 * A row has as many cells as the header. One too many stands for a comma that nobody quoted, which shifts all cells after it,
 * even where the last of them is blank; one too few may have lost something.
 */
function countProblem(
  columns: readonly HeaderCell[],
  row: number,
  cells: readonly string[],
): CsvProblem | null {
  if (cells.length === columns.length) return null
  const code = cells.length < columns.length ? 'csv.too-few-columns' : 'csv.too-many-columns'
  return rowProblem(code, row, { expected: columns.length, found: cells.length })
}

function readCell(reading: Reading, { header, known }: HeaderCell, row: number, text: string): void {
  if (isBlank(text)) return
  if (known === null) {
    reading.unknown.push({ header, text })
    return
  }
  const read: CellReader = cellReaders[known.cell]
  const cell = read(text.trim())
  if ('value' in cell) reading.groups[known.group][known.field] = cell.value
  else reading.problems.push(rowProblem(cell.code, row, { column: header, ...cell.params }, pathOf(known)))
}

function toRow(row: number, { groups, unknown, problems }: Reading): CustomerRow {
  const { id = null } = groups.row as { id?: string }
  const addresses = Object.keys(groups.address).length === 0 ? {} : { addresses: [groups.address] }
  return {
    row,
    id,
    input: { ...groups.customer, ...addresses },
    totals: { ...noTotals, ...groups.totals },
    unknown,
    problems,
    warnings: unknownWarnings(row, unknown),
  }
}

/** Nothing is dropped silently: what has no home is named by the header that it has in the file. */
function unknownWarnings(row: number, unknown: readonly UnknownCell[]): CsvProblem[] {
  const columns = unknown.map(({ header }) => header)
  return columns.length === 0 ? [] : [rowProblem('csv.columns-unknown', row, { columns })]
}
