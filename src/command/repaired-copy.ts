import { guarded } from '../transfer/csv-guard.js'
import type { CsvLayout } from '../transfer/csv-header.js'
import { quoted } from '../transfer/csv-write.js'
import { repairCells } from '../transfer/repair-cells.js'
import type { CheckedRow } from './check-file.js'
import { encoded, type FileForm } from './file-form.js'

/** Writes the rows of a file anew, repaired where nobody need be asked. */
export interface RepairedCopy {
  header(layout: CsvLayout, form: FileForm): void
  /** the lines of some rows, after the header where that was not given yet */
  linesOf(rows: readonly CheckedRow[]): string | Uint8Array
  /** whether all of the file was gone through; if not, a copy would be a part that looks like the whole */
  isWhole(): boolean
  /** how many cells were repaired, and how many rows could not be read and are not in the copy */
  count(): { readonly cells: number; readonly leftOut: number }
}

/** Begins a copy, in the encoding of the file and with what divides cells and ends lines there. */
export function repairedCopy(): RepairedCopy {
  let [cells, leftOut, pending, isCut] = [0, 0, '', false]
  let form: FileForm | null = null

  function lineOf({ sheet, candidate }: CheckedRow, own: FileForm): string {
    if (sheet.layout === null) {
      leftOut++
      isCut ||= sheet.isCutOff
      return ''
    }
    const { cells: next, repaired } = repairCells(sheet, sheet.layout, candidate)
    cells += repaired
    return line(next, own)
  }

  return {
    header({ columns }, own) {
      form = own
      pending =
        own.opening +
        line(
          columns.map(({ header }) => guarded(header)),
          own,
        )
    },
    linesOf(rows) {
      const own = form
      // before the header there is only why it cannot be read
      if (own === null) return ''
      const lines = [pending, ...rows.map((row) => lineOf(row, own))].join('')
      pending = ''
      return encoded(lines, own.encoding)
    },
    isWhole: () => form !== null && !isCut,
    count: () => ({ cells, leftOut }),
  }
}

function line(cells: readonly string[], { delimiter, lineEnd }: FileForm): string {
  return cells.map(quoted).join(delimiter) + lineEnd
}
