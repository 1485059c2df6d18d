import { segmentLimits } from '../../limits/segment-limits.js'
import type { Catalog } from '../catalog/catalog.js'
import type { ReadLeaf } from '../check/read-leaf.js'
import {
  atJoint,
  cursorOn,
  isWord,
  next,
  peek,
  placeOf,
  skipToJoint,
  take,
  unexpected,
  type Cursor,
} from './cursor.js'
import { meantBy } from './foreign-signs.js'
import { isOperatorAhead } from './parse-operator.js'
import type { Token } from './lex.js'
import { NOTHING, parseClause } from './parse-clause.js'
import type { SegmentNode } from '../segment.js'
import { problemAt, type SegmentProblem, type WantedKind } from '../segment-problem.js'

/** What a text or a tree was read as: every leaf that could be made out, and the tree where nothing is wrong with its form. */
export interface Reading {
  readonly root: SegmentNode | null
  readonly leaves: readonly ReadLeaf[]
  /** what was assumed while it was read */
  readonly assumptions: readonly SegmentProblem[]
  readonly problems: readonly SegmentProblem[]
}

const CLAUSE_START = ['attribute' satisfies WantedKind, 'NOT', '(']
const JOINTS = ['AND', 'OR']
const CLOSED = [...JOINTS, ')']

/**
 * Reads a text by its grammar. After something that cannot be understood it goes on at the next `AND`, `OR` or closing
 * bracket, so that all problems are found. Recursion is bounded by the limit on depth.
 */
export function parse(text: string, catalog: Catalog<never>): Reading {
  const cursor = cursorOn(text, catalog)
  const root = parseList(cursor, 'end')
  const { assumptions, leaves, problems } = cursor
  return { root: problems.length > 0 ? null : root, leaves, assumptions, problems }
}

/** Reads conditions up to what closes them. */
function parseList(cursor: Cursor, closing: ')' | 'end'): SegmentNode {
  const isClosed = (): boolean => peek(cursor).kind === 'end' || peek(cursor).text === closing
  const node = parseOr(cursor)
  while (!isClosed()) {
    refuse(cursor, closing === ')' ? CLOSED : JOINTS)
    resume(cursor)
    if (!isClosed()) parseOr(cursor)
  }
  return node
}

/** Refuses the token that stands here, with what it means elsewhere. */
function refuse(cursor: Cursor, expected: readonly string[]): void {
  unexpected(cursor, { expected, nearest: meantBy(peek(cursor).text, expected) })
}

/** Goes on after something unexpected: past stray brackets, at once where a condition follows, or at the next joint. */
function resume(cursor: Cursor): void {
  while (take(cursor, ')'));
  if (isForeignJoint(cursor)) next(cursor)
  if (!beginsCondition(cursor)) skipToJoint(cursor)
  if (!take(cursor, 'AND')) take(cursor, 'OR')
}

/** Whether a condition begins here, as after a forgotten `AND`. */
function beginsCondition(cursor: Cursor): boolean {
  const token = peek(cursor)
  return token.text === '(' || isWord(token, 'NOT') || isComparisonAhead(cursor, 0)
}

/** Whether a comma, `&&` or the like stands here, and a condition follows. */
function isForeignJoint(cursor: Cursor): boolean {
  const { kind, text } = peek(cursor)
  const isSign = kind === 'symbol' || kind === 'unknown' || text === ','
  return isSign && isComparisonAhead(cursor, 1)
}

/** Whether a name and an operator stand so many places ahead; a word of an operator is no name. */
function isComparisonAhead(cursor: Cursor, ahead: number): boolean {
  const isName = peek(cursor, ahead).kind === 'word' && !isOperatorAhead(cursor, ahead)
  return isName && isOperatorAhead(cursor, ahead + 1)
}

function parseOr(cursor: Cursor): SegmentNode {
  return parseChain(cursor, 'or', parseAnd)
}

function parseAnd(cursor: Cursor): SegmentNode {
  return parseChain(cursor, 'and', parseUnary)
}

function parseChain(
  cursor: Cursor,
  kind: 'and' | 'or',
  parsePart: (cursor: Cursor) => SegmentNode,
): SegmentNode {
  const first = parsePart(cursor)
  const nodes = [first]
  while (take(cursor, kind)) nodes.push(parsePart(cursor))
  return nodes.length === 1 ? first : { kind, nodes }
}

function parseUnary(cursor: Cursor): SegmentNode {
  if (isWord(peek(cursor), 'NOT')) return nested(cursor, () => ({ kind: 'not', node: parseUnary(cursor) }))
  if (peek(cursor).text === '(') return nested(cursor, parseBrackets)
  if (peek(cursor).kind === 'word' && !atJoint(cursor)) return parseClause(cursor)
  refuse(cursor, CLAUSE_START)
  return NOTHING
}

function parseBrackets(cursor: Cursor): SegmentNode {
  const node = parseList(cursor, ')')
  if (!take(cursor, ')')) refuse(cursor, CLOSED)
  return node
}

/** Takes what opens a level, and reads on one level down, or not at all where that is too deep. */
function nested(cursor: Cursor, read: (cursor: Cursor) => SegmentNode): SegmentNode {
  const opening = next(cursor)
  if (cursor.depth === segmentLimits.depth) return stop(cursor, opening)
  cursor.depth++
  const node = read(cursor)
  cursor.depth--
  return node
}

function stop(cursor: Cursor, at: Token): SegmentNode {
  cursor.problems.push(problemAt('segment.too-deep', placeOf(at), { limit: segmentLimits.depth }))
  cursor.index = cursor.tokens.length - 1
  cursor.reported = cursor.index
  return NOTHING
}
