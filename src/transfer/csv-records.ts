import { splitCells } from './csv-cells.js'
import { detectDialect, type CsvDialect } from './csv-dialect.js'
import { nextFrame, type FrameFault } from './csv-frame.js'

export type RecordFault = FrameFault | 'csv.not-utf-8'

/** One record of a file, the header and blank ones included: its cells as they stand, or why there are none. */
export type CsvRecord =
  | { readonly row: number; readonly cells: readonly string[] }
  | { readonly row: number; readonly fault: RecordFault }

/** Takes a text in pieces of any size and gives the records that have become whole. */
export interface RecordFeed {
  take(text: string, isLast: boolean): CsvRecord[]
  /** Says that nothing more can be read, in place of the next record. */
  giveUp(fault: RecordFault): CsvRecord[]
}

/** Some programs put one in front of the one that is there. */
const BYTE_ORDER_MARKS = /^\ufeff+/

/**
 * Divides a text into records of at most `limit` UTF-16 units. Keeps no more than the record it is in, looks at a long
 * one again only when there is twice as much of it, and goes on behind the first line of a faulty one.
 */
export function recordFeed(limit: number): RecordFeed {
  let pending = ''
  let enough = 0
  let row = 0
  let isSkipping = false
  let dialect: CsvDialect | null = null

  function take(text: string, isLast: boolean): CsvRecord[] {
    pending += text
    if (pending.length < enough && !isLast) return []
    dialect ??= begin(isLast)
    const records = dialect === null ? [] : cut(dialect, isLast)
    enough = pending.length * 2
    return records
  }

  function begin(isLast: boolean): CsvDialect | null {
    const text = pending.replace(BYTE_ORDER_MARKS, '')
    const found = detectDialect(text, limit, isLast)
    if (found !== null) pending = text
    return found
  }

  function cut(own: CsvDialect, isLast: boolean): CsvRecord[] {
    const records: CsvRecord[] = []
    let from = isSkipping ? behindLine(0, own) : 0
    while (from < pending.length) {
      const frame = nextFrame(pending, from, { ...own, limit, isLast })
      if (frame.kind === 'incomplete') break
      if (frame.kind === 'faulty') {
        records.push({ row: ++row, fault: frame.code })
        from = behindLine(from, own)
      } else {
        for (const cells of splitCells(pending.slice(from, frame.end), own))
          records.push({ row: ++row, cells })
        from = frame.end
      }
    }
    pending = pending.slice(from)
    return records
  }

  /** Where the next line begins; when it has yet to come, what there is of this one is passed over. */
  function behindLine(from: number, { newline }: CsvDialect): number {
    const end = pending.indexOf(newline, from)
    isSkipping = end < 0
    return isSkipping ? pending.length : end + 1
  }

  function giveUp(fault: RecordFault): CsvRecord[] {
    enough = 0
    return [...take('', false), { row: row + 1, fault }]
  }

  return { take, giveUp }
}
