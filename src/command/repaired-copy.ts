import { quoted } from '../transfer/csv-write.js'
import { repairCells } from '../transfer/repair-cells.js'
import type { CheckedRow } from './check-file.js'

/** Writes the rows of a file anew, repaired where nobody need be asked. */
export interface RepairedCopy {
  /** the lines of some rows, after the header where they are the first */
  linesOf(rows: readonly CheckedRow[]): string
  /** how many cells were repaired, and how many rows could not be read and are not in the copy */
  count(): { readonly cells: number; readonly leftOut: number }
}

/** Begins a copy. It is UTF-8 with commas, whatever the file was. */
export function repairedCopy(): RepairedCopy {
  let [cells, leftOut, isBegun] = [0, 0, false]

  function lineOf({ sheet, candidate }: CheckedRow): string {
    if (sheet.layout === null) {
      leftOut++
      return ''
    }
    const header = isBegun ? '' : line(sheet.layout.columns.map((column) => column.header))
    isBegun = true
    const { cells: next, repaired } = repairCells(sheet, sheet.layout, candidate)
    cells += repaired
    return header + line(next)
  }

  return { linesOf: (rows) => rows.map(lineOf).join(''), count: () => ({ cells, leftOut }) }
}

function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}
