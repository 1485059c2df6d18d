import { lineWriter, type CsvRecordInput, type CsvWriteOptions } from './csv-write.js'

/** Lines are handed on in pieces of about this many UTF-16 units. */
const PIECE = 65_536

/**
 * Writes any number of customers as a file (L-5), in pieces of text, in constant memory: the current export of the large
 * platform, its import template or any other of the formats. Every cell that a spreadsheet would take for a formula has one
 * apostrophe in front, and so have ids, phones and postal codes; `readCustomerCsv` takes exactly that one off again, so that a
 * shop's own export changes nothing when it is imported. A file holds one address and one set of invoice data, the default ones.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('../testing/build-record.js')
 * const record = buildRecord({ customer: { firstName: '=1+1', email: 'anna@example.com' } })
 * let file = ''
 * for await (const piece of writeCustomerCsv([record], { format: 'shopify-template' })) file += piece
 * expect(file).toContain(`'=1+1`)
 * ```
 */
export async function* writeCustomerCsv(
  records: Iterable<CsvRecordInput> | AsyncIterable<CsvRecordInput>,
  options: CsvWriteOptions = {},
): AsyncGenerator<string, void, undefined> {
  const writer = lineWriter(options)
  let piece = writer.header()
  const give = (): string => {
    const whole = piece
    piece = ''
    return whole
  }
  if (Symbol.asyncIterator in records) {
    for await (const record of records) {
      piece += writer.line(record)
      if (piece.length >= PIECE) yield give()
    }
  } else {
    // without a wait for each of them, which would cost more than writing it
    for (const record of records) {
      piece += writer.line(record)
      if (piece.length >= PIECE) yield give()
    }
  }
  yield piece
}
