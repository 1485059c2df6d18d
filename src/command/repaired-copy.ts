import { quoted } from '../transfer/csv-write.js'
import { repairCells } from '../transfer/repair-cells.js'
import type { CsvLayout } from '../transfer/csv-header.js'
import type { CheckedRow } from './check-file.js'

/** Writes the rows of a file anew, repaired where nobody need be asked. */
export interface RepairedCopy {
  header(layout: CsvLayout): void
  /** the lines of some rows, after the header where that was not given yet */
  linesOf(rows: readonly CheckedRow[]): string
  /** how many cells were repaired, and how many rows could not be read and are not in the copy */
  count(): { readonly cells: number; readonly leftOut: number }
}

/** Begins a copy. It is UTF-8 with commas, whatever the file was. */
export function repairedCopy(): RepairedCopy {
  let [cells, leftOut, pending] = [0, 0, '']

  function lineOf({ sheet, candidate }: CheckedRow): string {
    if (sheet.layout === null) {
      leftOut++
      return ''
    }
    const { cells: next, repaired } = repairCells(sheet, sheet.layout, candidate)
    cells += repaired
    return line(next)
  }

  return {
    header: ({ columns }) => void (pending = line(columns.map(({ header }) => header))),
    linesOf(rows) {
      const lines = [pending, ...rows.map(lineOf)].join('')
      pending = ''
      return lines
    },
    count: () => ({ cells, leftOut }),
  }
}

function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}
