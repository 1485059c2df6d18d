import { ceilings } from '../limits/limits.js'
import { detectDialect } from '../transfer/csv-dialect.js'
import { encodingOf, fileReader } from '../transfer/csv-encoding.js'

/** How a file is written: what a copy has to keep, so that the same programs open it. */
export interface FileForm {
  /** `utf-8`, `utf-16le` or `utf-16be` */
  readonly encoding: string
  /** what stands in front of the header: the byte order mark, and a line such as `sep=;` */
  readonly opening: string
  readonly delimiter: string
  readonly lineEnd: string
}

/** Looks at the pieces of a file as they pass. */
export interface FormReader {
  look(piece: Uint8Array): void
  /** the form, as soon as the header has passed */
  form(): FileForm
}

/** A unit of text takes three bytes at most; no header is looked for further behind. */
const HEAD = 3 * ceilings.csvRow

const BYTE_ORDER_MARK = '\ufeff'

/** Such a line is for spreadsheets, which hide it. */
const SEPARATOR_LINE = /^sep=[,;\t](?:\r\n?|\n)/i

/** Finds out by its beginning how a file is written. */
export function formReader(): FormReader {
  let head: Uint8Array[] = []
  let length = 0
  return {
    look(piece) {
      if (length < HEAD) head.push(piece)
      length += piece.length
    },
    form() {
      const bytes = joined(head)
      // enough was seen
      head = []
      length = HEAD
      return formOf(bytes)
    },
  }
}

function formOf(bytes: Uint8Array): FileForm {
  const { text } = fileReader()(bytes, false)
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  const bare = text.slice(mark.length)
  // whatever there is of the file, its header is in it
  const { delimiter, lineEnd } = detectDialect(bare, ceilings.csvRow, true)
  const separator = SEPARATOR_LINE.exec(bare)?.[0] ?? ''
  return { encoding: encodingOf(bytes), opening: mark + separator, delimiter, lineEnd }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** A text as it is to stand in a file; what is to be UTF-8 stays text. */
export function encoded(text: string, encoding: string): string | Uint8Array {
  if (encoding === 'utf-8') return text
  const bytes = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++)
    bytes.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le')
  return new Uint8Array(bytes.buffer)
}
