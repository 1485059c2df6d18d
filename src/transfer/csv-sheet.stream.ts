import { invariant } from '../outcome/invariant.js'
import { rowFeed, type SheetOptions, type SheetRow } from './csv-rows.js'
import { fileReader } from './csv-encoding.js'

/** A piece of a file: text, or bytes of UTF-8. */
export type CsvChunk = string | Uint8Array

/** A file: whole, or in pieces of any size, as a file stream of Node and a web stream give them. */
export type CsvSource = CsvChunk | Iterable<CsvChunk> | AsyncIterable<CsvChunk>

/** Pieces are taken in portions of this size: a few dozen rows, whose cells live no longer than it takes to read them. */
const PORTION = 8_192

/** Reads a file as it comes, in batches of rows: a wait for each row would cost more than reading it. */
export async function* readSheet(
  source: CsvSource,
  options: SheetOptions,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  const feed = rowFeed(options)
  const decode = fileReader()
  for await (const portion of portions(source)) {
    const { text, isValid, encoding } =
      typeof portion === 'string' ? { text: portion, isValid: true, encoding: null } : decode(portion, false)
    yield feed.take(text)
    if (!isValid) return yield feed.giveUp('csv.not-utf-8', encoding)
    if (feed.isOver()) return
  }
  const { text, isValid, encoding } = decode(new Uint8Array(0), true)
  yield feed.take(text)
  yield isValid ? feed.end() : feed.giveUp('csv.not-utf-8', encoding)
}

function isInPieces(source: object | null | undefined): boolean {
  return (
    source !== null &&
    source !== undefined &&
    (Symbol.asyncIterator in Object(source) || Symbol.iterator in Object(source))
  )
}

async function* portions(source: CsvSource): AsyncGenerator<CsvChunk, void, undefined> {
  const chunks = typeof source === 'string' || ArrayBuffer.isView(source) ? [source] : source
  invariant(isInPieces(chunks), 'a CSV source is text, bytes, or a stream of them, such as `file.stream()`')
  for await (const chunk of chunks) {
    invariant(typeof chunk === 'string' || ArrayBuffer.isView(chunk), 'a CSV source must give text or bytes')
    for (let from = 0; from < chunk.length; from += PORTION)
      yield typeof chunk === 'string'
        ? chunk.slice(from, from + PORTION)
        : chunk.subarray(from, from + PORTION)
  }
}
