/// <reference path="./csv-papaparse.d.ts" />
import Papa from 'papaparse'
import type { CsvDialect } from './csv-dialect.js'

/**
 * The cells of whole, rightly quoted records. Where `\n` ends a row, the `\r` of `\r\n` goes too; so the last cell of a row
 * never ends in a return of its own.
 */
export function splitCells(
  records: string,
  { delimiter, newline }: CsvDialect,
): readonly (readonly string[])[] {
  const text = records.endsWith(newline) ? records : records + newline
  const rows = new Papa.Parser({ delimiter, newline }).parse(text, 0, true).data
  return newline === '\n' ? rows.map(withoutReturn) : rows
}

function withoutReturn(cells: readonly string[]): readonly string[] {
  const last = cells.at(-1) as string
  return last.endsWith('\r') ? [...cells.slice(0, -1), last.slice(0, -1)] : cells
}
