import { isBlank } from '../value/text.js'
import { readHeader, unknownHeader, type HeaderCell } from './csv-header.js'
import { recordFeed, type CsvRecord, type RecordFault } from './csv-records.js'
import { readRow } from './csv-row.js'
import { brokenRow, type CustomerRow } from './customer-row.js'
import { rowProblem } from './transfer-problem.js'

/** Takes the text of a file in pieces and gives the rows that have become whole. */
export interface RowFeed {
  take(text: string): CustomerRow[]
  end(): CustomerRow[]
  giveUp(fault: RecordFault): CustomerRow[]
  /** whether nothing more can come, because the header was refused */
  isOver(): boolean
}

/** Reads a file's text as rows of customers: the first row that is not blank is the header. */
export function rowFeed(rowLength: number): RowFeed {
  const feed = recordFeed(rowLength)
  let columns: readonly HeaderCell[] | null = null
  let isOver = false

  function toRows(records: readonly CsvRecord[]): CustomerRow[] {
    return records.flatMap((record) => (isOver ? [] : toRow(record)))
  }

  function toRow(record: CsvRecord): CustomerRow[] {
    const { row } = record
    if ('fault' in record) {
      isOver = columns === null
      return [brokenRow(row, [rowProblem(record.fault, row, faultParams(record.fault))])]
    }
    if (columns !== null) return readLine(columns, row, record.cells)
    return record.cells.every(isBlank) ? [] : begin(row, record.cells)
  }

  function begin(row: number, cells: readonly string[]): CustomerRow[] {
    const header = readHeader(row, cells)
    isOver = !header.ok
    if (!header.ok) return [brokenRow(row, header.problems)]
    columns = header.value
    return []
  }

  function faultParams(fault: RecordFault): { limit?: number } {
    return fault === 'csv.row-too-long' ? { limit: rowLength } : {}
  }

  function end(): CustomerRow[] {
    const rows = toRows(feed.take('', true))
    return columns === null && !isOver ? [brokenRow(1, [unknownHeader(1)])] : rows
  }

  return {
    take: (text) => toRows(feed.take(text, false)),
    end,
    giveUp: (fault) => toRows(feed.giveUp(fault)),
    isOver: () => isOver,
  }
}

/** A line of nothing at all is no row; one of blank cells is, so that no line of a file is lost unsaid. */
function readLine(columns: readonly HeaderCell[], row: number, cells: readonly string[]): CustomerRow[] {
  if (cells.length === 1 && cells[0] === '') return []
  if (cells.every(isBlank)) return [brokenRow(row, [rowProblem('csv.blank-row', row)])]
  return [readRow(columns, row, cells)]
}
