import { displayWidth, padToWidth, wrapToWidth } from './display-width.js'
import { previewColumns, type PreviewRow, type PreviewTable } from './preview-table.js'

/** How wide a column grows before it wraps, in terminal columns. */
const WIDEST = 40

/** How many lines of a cell are shown. */
const HIGHEST = 8

const GAP = '  '

/** The review for a terminal or a plain-text mail: aligned columns, long cells wrapped, very long ones cut with `…`. */
export function textTable({ title, headings, rows }: PreviewTable): string {
  const head = previewColumns.map((column) => [headings[column]])
  const body = rows.map((row) => previewColumns.map((column) => cellLines(row[column])))
  const widths = previewColumns.map((_column, index) =>
    widest([head, ...body].map((cells) => cells[index] as Lines)),
  )
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP)
  return [
    title,
    '',
    ...printRow(head, widths),
    rule,
    ...body.flatMap((cells) => printRow(cells, widths)),
    '',
  ].join('\n')
}

type Lines = readonly string[]

function cellLines(cell: PreviewRow['kept']): Lines {
  const lines = cell.flatMap((line) => wrapToWidth(line, WIDEST))
  return lines.length > HIGHEST ? [...lines.slice(0, HIGHEST - 1), '…'] : lines
}

function widest(cells: readonly Lines[]): number {
  return Math.max(...cells.flat().map(displayWidth))
}

function printRow(cells: readonly Lines[], widths: readonly number[]): string[] {
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_line, at) =>
    cells
      .map((lines, index) => padToWidth(lines[at] ?? '', widths[index] as number))
      .join(GAP)
      .trimEnd(),
  )
}
