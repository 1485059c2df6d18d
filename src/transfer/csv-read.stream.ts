import { invariant } from '../outcome/invariant.js'
import { rowFeed, type CsvReadOptions } from './csv-rows.js'
import { fileReader } from './csv-encoding.js'
import type { CustomerRow } from './customer-row.js'

/** A piece of a file: text, or bytes of UTF-8. */
export type CsvChunk = string | Uint8Array

/** A file: whole, or in pieces of any size, as a file stream of Node and a web stream give them. */
export type CsvSource = CsvChunk | Iterable<CsvChunk> | AsyncIterable<CsvChunk>

/** Pieces are taken in portions of this size, so that a whole file in one piece is not read at once. */
const PORTION = 65_536

/**
 * Reads a file of customers, row by row (C-5, L-5), in any of the formats, which is recognised from the header: UTF-8, or UTF-16
 * with its mark, with commas, semicolons or tabs. Columns that no format knows are reported in the file's own words, mapped by
 * the host, or kept as metafields. Memory is bounded by the longest row, time is linear in the file, whatever stands in it. Nothing throws but the
 * source itself.
 *
 * Each row comes with what is wrong with it: `csv.blank-row`, `csv.too-few-columns`, `csv.too-many-columns`, `csv.stray-quote`,
 * `csv.unclosed-quote`, `csv.row-too-long`, `csv.not-yes-or-no`, `csv.value-unknown`, `csv.not-a-whole-number`,
 * `csv.scientific-notation`, `csv.email-missing`; and the warnings `csv.columns-unknown` and `csv.code-missing`. What ends the reading is the only problem of the last row: `csv.not-utf-8` (with `params.encoding` where the file says what
 * else it is: `utf-32`, `xlsx-or-zip`, `xls`, `gzip`); or on the header's row
 * `csv.header-unknown`, `csv.column-missing`, `csv.column-repeated`, `csv.header-too-long`. Empty lines are no rows, but
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
  const feed = rowFeed(options)
  const decode = fileReader()
  for await (const portion of portions(source)) {
    const { text, isValid, encoding } =
      typeof portion === 'string' ? { text: portion, isValid: true, encoding: null } : decode(portion, false)
    yield* feed.take(text)
    if (!isValid) return yield* feed.giveUp('csv.not-utf-8', encoding)
    if (feed.isOver()) return
  }
  const { text, isValid, encoding } = decode(new Uint8Array(0), true)
  yield* feed.take(text)
  yield* isValid ? feed.end() : feed.giveUp('csv.not-utf-8', encoding)
}

async function* portions(source: CsvSource): AsyncGenerator<CsvChunk, void, undefined> {
  const chunks = typeof source === 'string' || ArrayBuffer.isView(source) ? [source] : source
  for await (const chunk of chunks) {
    invariant(typeof chunk === 'string' || ArrayBuffer.isView(chunk), 'a CSV source must give text or bytes')
    for (let from = 0; from < chunk.length; from += PORTION)
      yield typeof chunk === 'string'
        ? chunk.slice(from, from + PORTION)
        : chunk.subarray(from, from + PORTION)
  }
}
