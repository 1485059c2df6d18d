import type { Catalog } from '../catalog/catalog.js'
import type { ReadLeaf } from '../check/read-leaf.js'
import { lex, type Token } from './lex.js'
import { problemAt, type Located, type ProblemDetails, type SegmentProblem } from '../segment-problem.js'

/** Where the reading of a text stands, and what it has found so far. */
export interface Cursor {
  readonly tokens: readonly Token[]
  readonly catalog: Catalog<never>
  readonly problems: SegmentProblem[]
  readonly assumptions: SegmentProblem[]
  readonly leaves: ReadLeaf[]
  index: number
  /** how many brackets and `NOT`s are open */
  depth: number
  /** the token that was reported last, so that none is reported twice */
  reported: number
}

export function cursorOn(text: string, catalog: Catalog<never>): Cursor {
  return {
    tokens: lex(text),
    catalog,
    problems: [],
    assumptions: [],
    leaves: [],
    index: 0,
    depth: 0,
    reported: -1,
  }
}

/** The token so many places ahead; at the end, the end. */
export function peek({ tokens, index }: Cursor, ahead = 0): Token {
  return tokens[Math.min(index + ahead, tokens.length - 1)] as Token
}

/** Takes a token. Nobody takes the end: it opens nothing, and no word or value is written like it. */
export function next(cursor: Cursor): Token {
  const token = peek(cursor)
  cursor.index++
  return token
}

/** Whether a token is a word or a sign of the language, in any case. Letters outside ASCII never become one. */
export function isWord(token: Token, word: string): boolean {
  return token.text.length === word.length && token.text.toLowerCase() === word.toLowerCase()
}

/** Takes the word if it is there. */
export function take(cursor: Cursor, word: string): boolean {
  const isThere = isWord(peek(cursor), word)
  if (isThere) next(cursor)
  return isThere
}

/** Whether a list of conditions ends here: at a closing bracket, or the end. */
export function atClose(cursor: Cursor): boolean {
  const { kind, text } = peek(cursor)
  return kind === 'end' || text === ')'
}

/** Refuses the token that stands here, once. */
export function unexpected(cursor: Cursor, details: Omit<ProblemDetails, 'found'>): void {
  if (cursor.reported === cursor.index) return
  cursor.reported = cursor.index
  const token = peek(cursor)
  cursor.problems.push(problemAt('segment.unexpected', placeOf(token), { found: token.text, ...details }))
}

export function placeOf({ start, end }: Token): { path: readonly []; start: number; end: number } {
  return { path: [], start, end }
}

export function located<T>(value: T, token: Token): Located<T> {
  return { value, at: placeOf(token) }
}

/** Passes over a bracket with all that is in it. */
export function skipBrackets(cursor: Cursor): void {
  let open = 0
  do {
    const { text } = next(cursor)
    if (text === '(') open++
    if (text === ')') open--
  } while (open > 0 && peek(cursor).kind !== 'end')
  if (open > 0) unexpected(cursor, { expected: [')'] })
}

/** Whether the next condition may be joined here, or the list ends. */
export function atJoint(cursor: Cursor): boolean {
  return atClose(cursor) || isWord(peek(cursor), 'AND') || isWord(peek(cursor), 'OR')
}

/** Passes over what cannot be understood, up to where the next condition may be joined. */
export function skipToJoint(cursor: Cursor): void {
  while (!atJoint(cursor)) {
    if (peek(cursor).text === '(') skipBrackets(cursor)
    else next(cursor)
  }
}
