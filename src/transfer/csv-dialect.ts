/** In what files differ: what divides cells, and what ends rows (`\n` stands for `\r\n` too). */
export interface CsvDialect {
  readonly delimiter: string
  readonly newline: '\n' | '\r'
}

const DELIMITERS = [',', ';', '\t'] as const

/**
 * Tells the dialect by the first line, the header: the delimiter that occurs most often, and what ends the line.
 * `null` as long as that line is not whole and there is more to come; `limit` bounds how much is waited for.
 */
export function detectDialect(text: string, limit: number, isLast: boolean): CsvDialect | null {
  const head = text.slice(0, limit)
  const line = /[^\r\n]+/.exec(head)
  const header = line?.[0] ?? ''
  const behind = line === null ? '' : head.slice(line.index + header.length)
  // one character beyond a return tells `\r\n` from `\r`
  const isWhole = behind.length > 1 || behind === '\n'
  if (!isWhole && !isLast && head.length < limit) return null
  return {
    delimiter: mostFrequent(header),
    newline: /\r\n?|\n/.exec(head)?.[0] === '\r' ? '\r' : '\n',
  }
}

function mostFrequent(header: string): string {
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as string
}
