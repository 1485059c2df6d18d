/** In what files differ: what divides cells, and what ends rows (`\n` stands for `\r\n` too). */
export interface CsvDialect {
  readonly delimiter: string
  readonly newline: '\n' | '\r'
}

/** A dialect with what ends the first line, to the letter. */
export interface DetectedDialect extends CsvDialect {
  readonly lineEnd: string
}

const DELIMITERS = [',', ';', '\t'] as const

/** A cell in quotes, whose end may be still to come: nothing that stands in it divides anything. */
const QUOTED = /(^|[,;\t\r\n])(?:"[^"]*(?:"|$))+/g

/**
 * Tells the dialect by the first line, the header: the delimiter that occurs most often, and what ends the line.
 * `null` as long as that line is not whole and there is more to come; `limit` bounds how much is waited for.
 */
export function detectDialect(text: string, limit: number, isLast: true): DetectedDialect
export function detectDialect(text: string, limit: number, isLast: boolean): DetectedDialect | null
export function detectDialect(text: string, limit: number, isLast: boolean): DetectedDialect | null {
  const head = text.slice(0, limit).replace(QUOTED, '$1""')
  const line = /[^\r\n]+/.exec(head)
  const header = line?.[0] ?? ''
  const behind = line === null ? '' : head.slice(line.index + header.length)
  // one character beyond a return tells `\r\n` from `\r`
  const isWhole = behind.length > 1 || behind === '\n'
  if (!isWhole && !isLast && text.length < limit) return null
  const lineEnd = /\r\n?|\n/.exec(head)?.[0] ?? '\r\n'
  return { delimiter: mostFrequent(header), newline: lineEnd === '\r' ? '\r' : '\n', lineEnd }
}

function mostFrequent(header: string): string {
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as string
}
