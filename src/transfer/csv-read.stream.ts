import type { CsvReadOptions } from './csv-rows.js'
import { readSheet, type CsvSource } from './csv-sheet.stream.js'
import type { CustomerRow } from './customer-row.js'

/**
 * Reads a file of customers, row by row (C-5, L-5), in any of the formats, which is recognised from the header: UTF-8, or
 * UTF-16, with commas, semicolons or tabs. Columns that no format knows are reported in the file's own words, mapped by
 * the host, or kept as metafields. Memory is bounded by the longest row, time is linear in the file, whatever stands in it. Nothing throws but the
 * source itself.
 *
 * Each row comes with what is wrong with it: `csv.blank-row`, `csv.too-few-columns`, `csv.too-many-columns`, `csv.stray-quote`,
 * `csv.unclosed-quote`, `csv.row-too-long`, `csv.not-yes-or-no`, `csv.value-unknown`, `csv.not-a-whole-number`,
 * `csv.scientific-notation`, `csv.email-missing`; and the warnings `csv.columns-unknown` and `csv.code-missing`. What ends the reading is the only problem of the last row: `csv.not-utf-8` (with `params.encoding` where the file says what
 * else it is: `utf-32`, `xlsx-or-zip`, `xls`, `gzip`); or on the header's row
 * `csv.empty`, `csv.header-unknown`, `csv.column-missing`, `csv.column-repeated`, `csv.header-too-long`. Empty lines are no rows, but
 * they count in the row numbers, as in a spreadsheet.
 *
 * @example
 * ```ts @import.meta.vitest
 * const rows = []
 * for await (const row of readCustomerCsv("Email,Phone\nanna@example.com,'+48601234567\n")) rows.push(row)
 * expect(rows[0]?.row).toBe(2)
 * expect(rows[0]?.input).toEqual({ email: 'anna@example.com', phone: '+48601234567' })
 * ```
 */
export async function* readCustomerCsv(
  source: CsvSource,
  options: CsvReadOptions = {},
): AsyncGenerator<CustomerRow, void, undefined> {
  for await (const batch of readSheet(source, options)) for (const { row } of batch) yield row
}
