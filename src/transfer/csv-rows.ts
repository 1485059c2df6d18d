import { ceilings } from '../limits/limits.js'
import type { ProblemParams } from '../outcome/problem.js'
import { isBlank } from '../value/text.js'
import { readHeader, type CsvLayout, type HeaderOptions } from './csv-header.js'
import { recordFeed, type CsvRecord, type RecordFault } from './csv-records.js'
import { rowReader, type RowReader } from './csv-row.js'
import { brokenRow, type CustomerRow } from './customer-row.js'
import { rowProblem } from './transfer-problem.js'

/** How a file is read. */
export interface CsvReadOptions extends HeaderOptions {
  /** how long one row may be, in UTF-16 units; 500 000 unless given */
  readonly rowLength?: number | undefined
  /** `raw` where the file was written for machines, without apostrophes as guards; `spreadsheet` unless given */
  readonly profile?: 'spreadsheet' | 'raw' | undefined
  /**
   * `clear` to read a blank cell of a name, the note, the tags, the source or a metafield, or of an address that other cells say
   * something of, as `null`, which clears it where an import is asked to; it is left out unless given
   */
  readonly blank?: 'keep' | 'clear' | undefined
}

/** How a file is read by what needs its header, too. */
export interface SheetOptions extends CsvReadOptions {
  /** is told the columns as soon as they are known, also of a file that has no row */
  readonly onHeader?: ((layout: CsvLayout) => void) | undefined
}

/** A row with its cells as they stand in the file, and the columns of the file; no cells where it could not be cut into any. */
export interface SheetRow {
  /** whether the reading ended here, and there may be more in the file */
  readonly isCutOff: boolean
  readonly row: CustomerRow
  readonly cells: readonly string[]
  readonly layout: CsvLayout | null
}

/** Takes the text of a file in pieces and gives the rows that have become whole. */
export interface RowFeed {
  take(text: string): SheetRow[]
  end(): SheetRow[]
  /** ends the reading; `encoding` is what the file is instead, where that is known */
  giveUp(fault: RecordFault, encoding: string | null): SheetRow[]
  /** whether nothing more can come, because the header was refused */
  isOver(): boolean
}

/** Reads a file's text as rows of customers: the first row that is not blank is the header. */
export function rowFeed({
  rowLength = ceilings.csvRow,
  profile,
  blank,
  onHeader,
  ...options
}: SheetOptions): RowFeed {
  const feed = recordFeed(rowLength)
  const terms = { isGuarded: profile !== 'raw', clears: blank === 'clear' }
  let file: { readonly layout: CsvLayout; readonly readRow: RowReader } | null = null
  let isOver = false
  let encoding: string | null = null

  function toRows(records: readonly CsvRecord[]): SheetRow[] {
    const rows: SheetRow[] = []
    for (const record of records) {
      const read = isOver ? null : toRow(record)
      if (read !== null) rows.push(read)
    }
    return rows
  }

  function toRow(record: CsvRecord): SheetRow | null {
    const { row } = record
    if ('fault' in record) {
      isOver = file === null || record.fault === 'csv.not-utf-8'
      return bare(isOver, brokenRow(row, [rowProblem(record.fault, row, faultParams(record.fault))]))
    }
    if (file !== null) return readLine(file, row, record.cells)
    return record.cells.every(isBlank) || isDialectLine(record.cells) ? null : begin(row, record.cells)
  }

  /** A line of nothing at all is no row; one of blank cells is, so that no line of a file is lost unsaid. */
  function readLine(
    { layout, readRow }: NonNullable<typeof file>,
    row: number,
    cells: readonly string[],
  ): SheetRow | null {
    if (cells.length === 1 && cells[0] === '') return null
    const read = cells.every(isBlank)
      ? brokenRow(row, [rowProblem('csv.blank-row', row)])
      : readRow(row, cells)
    return { isCutOff: false, row: read, cells, layout }
  }

  function begin(row: number, cells: readonly string[]): SheetRow | null {
    const header = readHeader(row, cells, options)
    isOver = !header.ok
    if (!header.ok) return bare(true, brokenRow(row, header.problems))
    file = { layout: header.value, readRow: rowReader(header.value, terms) }
    onHeader?.(header.value)
    return null
  }

  function faultParams(fault: RecordFault): ProblemParams {
    if (fault === 'csv.not-utf-8' && encoding !== null) return { encoding }
    return fault === 'csv.row-too-long' ? { limit: rowLength } : {}
  }

  function end(): SheetRow[] {
    const rows = toRows(feed.take('', true))
    // Any row but a blank one would have been the header
    return file === null && !isOver ? [bare(false, brokenRow(1, [rowProblem('csv.empty', 1)]))] : rows
  }

  return {
    take: (text) => toRows(feed.take(text, false)),
    end,
    giveUp: (fault, other) => {
      encoding = other
      return toRows(feed.giveUp(fault))
    },
    isOver: () => isOver,
  }
}

/** `sep=;` on the first line tells a spreadsheet what divides the cells; by then it has divided this one. */
function isDialectLine([first, second, ...more]: readonly string[]): boolean {
  return first?.toLowerCase() === 'sep=' && second === '' && more.length === 0
}

function bare(isCutOff: boolean, row: CustomerRow): SheetRow {
  return { isCutOff, row, cells: [], layout: null }
}
