export type TokenKind = 'word' | 'symbol' | 'text' | 'date' | 'number' | 'sign' | 'unknown' | 'end'

/** A piece of the text; `start` and `end` are in UTF-16 units. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * The first row that fits decides. Dates stand before numbers (`2020-05-30`, `-30d`, `12_months_ago`), and take in what
 * only looks like one, so that it is refused as a date and not piece by piece. All in linear time.
 */
const rows: readonly (readonly [TokenKind, RegExp])[] = [
  ['word', /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}\p{M}\p{N}_-]+)*/uy],
  ['symbol', /[=<>!&|]+/y],
  // Two at once are one whose quote was doubled
  ['unknown', /(?:'(?:[^'\\]|\\[^])*'){2,}/y],
  ['text', /'(?:[^'\\]|\\[^])*'/y],
  [
    'date',
    /\d+[-/.]\d+[-/.]\d+(?:T[\d:.+Z-]*)?|\d{4}-\d\d(?!\d)|[+-]?\d+(?:\.\d+)?[\p{L}_][\p{L}\p{N}_]*(?::[\d:]*)?/iuy,
  ],
  ['number', /[+-]?\d+(?:\.\d+)?/y],
  ['sign', /[(),:]/y],
]

/** Fits everything: the wrong quotes, a text that never ends, and a run of anything else, each whole. */
const UNKNOWN = /"[^"]*"|[‘’][^‘’']*[‘’]|[“”][^“”]*[“”]|'[^]*|[^\s\p{L}\p{N}_'"‘’“”(),:=<>!&|+-]+|[^]/uy

const BLANKS = /\s*/y

/** Cuts a text into tokens, the last of which is `end`. Every text has tokens; what is none is `unknown`. */
export function lex(text: string): Token[] {
  const tokens: Token[] = []
  let at = endOf(BLANKS, text, 0)
  while (at < text.length) {
    const token = tokenAt(text, at)
    tokens.push(token)
    at = endOf(BLANKS, text, token.end)
  }
  return [...tokens, { kind: 'end', text: '', start: at, end: at }]
}

function tokenAt(text: string, start: number): Token {
  for (const [kind, pattern] of rows) {
    const end = endOf(pattern, text, start)
    if (end > start) return { kind, text: text.slice(start, end), start, end }
  }
  const end = endOf(UNKNOWN, text, start)
  return { kind: 'unknown', text: text.slice(start, end), start, end }
}

/** Where a match that begins at `start` ends; 0 where there is none. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start
  pattern.test(text)
  return pattern.lastIndex
}
