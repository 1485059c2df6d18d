import { atJoint, located, next, peek, skipBrackets, unexpected, type Cursor } from './cursor.js'
import { isDayName } from '../date-literal.js'
import type { Token } from './lex.js'
import { quote, unquote } from './quote.js'
import type { SegmentValue } from '../segment.js'
import type { Located, WantedKind } from '../segment-problem.js'
import { anyValue, type Wanted, type WantedValue } from './wanted-value.js'

// Of single ones, in which quotes are doubled, or the last belongs to the text
const WRONG_QUOTES = /^(["'‘’“”])([^]*)["'‘’“”]$/

const SOME_VALUE: readonly WantedKind[] = ['value']

/** Reads one value; `null` where none stands, which is reported. A word, a list or wrong quotes are passed over. */
export function parseValue(cursor: Cursor, wanted: Wanted = anyValue): Located<SegmentValue> | null {
  const token = peek(cursor)
  const value = valueOf(token)
  if (value !== null) return located(value, next(cursor))
  const point = parsePoint(cursor)
  if (point !== null) return point
  if (atJoint(cursor) || token.text === ',') unexpected(cursor, { expected: SOME_VALUE })
  else passOver(cursor, token, wanted())
  return null
}

/** Two numbers in brackets. */
function parsePoint(cursor: Cursor): Located<SegmentValue> | null {
  const [open, latitude, comma, longitude, close] = [0, 1, 2, 3, 4].map((ahead) => peek(cursor, ahead))
  const isPoint =
    open?.text === '(' &&
    latitude?.kind === 'number' &&
    comma?.text === ',' &&
    longitude?.kind === 'number' &&
    close?.text === ')'
  if (!isPoint) return null
  cursor.index += 5
  const at = { path: [], start: open.start, end: close.end } as const
  return { value: { type: 'point', text: `(${latitude.text}, ${longitude.text})` }, at }
}

function passOver(cursor: Cursor, { kind, text }: Token, { expected, nearest }: WantedValue): void {
  const quoted = meantQuotes(text)
  const isWord = kind === 'word'
  unexpected(cursor, { expected: isWord ? expected : SOME_VALUE, nearest: isWord ? nearest(text) : quoted })
  if (isWord || quoted !== null) next(cursor)
  // As of a function that is none here
  if (peek(cursor).text === '(') skipBrackets(cursor)
}

/** A text in the wrong quotes as it should be written, or `null`. */
function meantQuotes(text: string): string | null {
  const [, opening, inner] = WRONG_QUOTES.exec(text) ?? []
  if (inner === undefined) return null
  return quote(opening === "'" ? inner.replaceAll("''", "'") : inner)
}

/** The value that a token is, or `null`. */
export function valueOf({ kind, text }: Token): SegmentValue | null {
  if (kind === 'text') return { type: 'text', text: unquote(text) }
  if (kind === 'number' || kind === 'date') return { type: kind, text }
  return kind === 'word' ? valueOfWord(text) : null
}

function valueOfWord(text: string): SegmentValue | null {
  if (isDayName(text)) return { type: 'date', text }
  const lower = text.toLowerCase()
  return lower === 'true' || lower === 'false' ? { type: 'boolean', text: lower } : null
}
