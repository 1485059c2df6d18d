import type { CsvDialect } from './csv-dialect.js'

/** Why a record cannot be read. */
export type FrameFault = 'csv.stray-quote' | 'csv.unclosed-quote' | 'csv.row-too-long'

/**
 * What stands at a place in a text: whole records up to `end`; a faulty one; or the beginning of one whose end is still
 * to come.
 */
export type Frame =
  | { readonly kind: 'records'; readonly end: number }
  | { readonly kind: 'faulty'; readonly code: FrameFault }
  | { readonly kind: 'incomplete' }

interface FrameOptions extends CsvDialect {
  /** how long a record may be, in UTF-16 units */
  readonly limit: number
  /** whether nothing follows the text */
  readonly isLast: boolean
}

/** How far a look at the text came: the record that begins at `start` was followed up to `reach`. */
interface Look {
  readonly start: number
  readonly reach: number
  readonly found: 'end' | 'open-quote' | 'stray-quote' | 'long-record'
}

/**
 * Finds where records end, in one pass and strictly by the rule of quotes: a quoted cell ends at a quote that is not
 * doubled, and only a delimiter or the end of the row may follow. The parser behind it would go on looking after a stray
 * quote, swallow the rows that follow, and take quadratic time over blanks; so it sees only what passed here.
 */
export function nextFrame(text: string, from: number, options: FrameOptions): Frame {
  const { start, reach, found } = lookAhead(text, from, options)
  if (start > from) return { kind: 'records', end: start }
  if (reach - start > options.limit) return { kind: 'faulty', code: 'csv.row-too-long' }
  if (found === 'stray-quote') return { kind: 'faulty', code: 'csv.stray-quote' }
  if (!options.isLast) return { kind: 'incomplete' }
  return found === 'end' ? { kind: 'records', end: reach } : { kind: 'faulty', code: 'csv.unclosed-quote' }
}

function lookAhead(text: string, from: number, { delimiter, newline, limit, isLast }: FrameOptions): Look {
  let start = from
  let at = from
  let lineEnd = find(text, newline, from)
  for (;;) {
    const quote = find(text, '"', at)
    for (; lineEnd < quote; lineEnd = find(text, newline, start)) {
      if (lineEnd - start > limit) return { start, reach: lineEnd, found: 'long-record' }
      start = lineEnd + 1
    }
    if (quote === text.length) return { start, reach: quote, found: 'end' }
    at = quote + 1
    if (quote !== start && text[quote - 1] !== delimiter) continue
    const close = closingQuote(text, at)
    at = afterBlanks(text, close + 1, delimiter, newline)
    if (at >= text.length && !(isLast && close < text.length))
      return { start, reach: text.length, found: 'open-quote' }
    if (at < text.length && text[at] !== delimiter && text[at] !== newline)
      return { start, reach: at + 1, found: 'stray-quote' }
    if (lineEnd < at) lineEnd = find(text, newline, at)
  }
}

/** Where a quoted cell ends whose content begins at `from`; the text's length when that is still to come. */
function closingQuote(text: string, from: number): number {
  let quote = find(text, '"', from)
  while (text[quote + 1] === '"') quote = find(text, '"', quote + 2)
  return quote
}

/** Blanks between a closing quote and the delimiter mean nothing; the `\r` of `\r\n` is one. */
function afterBlanks(text: string, from: number, delimiter: string, newline: string): number {
  let at = from
  while (isBlank(text[at]) && text[at] !== delimiter && text[at] !== newline) at++
  return at
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\r'
}

function find(text: string, wanted: string, from: number): number {
  const index = text.indexOf(wanted, from)
  return index < 0 ? text.length : index
}
