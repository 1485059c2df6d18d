import type { FunctionParam } from '../catalog/function.js'
import type { ReadFunction, ReadParam } from '../check/read-leaf.js'
import type { SegmentValue } from '../segment.js'
import { problemAt, type Located } from '../segment-problem.js'
import { atJoint, isWord, located, next, peek, placeOf, take, unexpected, type Cursor } from './cursor.js'
import { parseParams } from './parse-function.js'
import { parseItems } from './parse-items.js'
import { parseOperands } from './parse-operands.js'
import { parseValue, valueOf } from './parse-value.js'
import { quote } from './quote.js'

/** Reads the old spelling of a function: `products_purchased(tag: 'sale') = true`. */
export function parseLegacyFunction(
  cursor: Cursor,
  name: Located<string>,
  rows: readonly FunctionParam[],
): ReadFunction {
  const bracket = peek(cursor)
  const params = parseParams(cursor, rows, parseParam)
  return {
    kind: 'function',
    name,
    operator: located(bracket.text, bracket),
    isNegated: parseTruth(cursor),
    params,
  }
}

/** Reads `= true` and the like; whether it says the contrary. */
function parseTruth(cursor: Cursor): boolean {
  const isNot = isWord(peek(cursor), '!=')
  if (!isNot && !isWord(peek(cursor), '=')) {
    unexpected(cursor, { expected: ['=', '!='] })
    return false
  }
  next(cursor)
  const truth = peek(cursor)
  if (isWord(truth, 'true') || isWord(truth, 'false')) {
    next(cursor)
    return isWord(truth, 'true') === isNot
  }
  unexpected(cursor, { expected: ['true', 'false'] })
  return false
}

/** The one suffix that the old spelling has. */
const COUNT_AT_LEAST = 'count_at_least'

function parseParam(cursor: Cursor, name: Located<string>, rows: readonly FunctionParam[]): ReadParam | null {
  if (!take(cursor, ':')) {
    unexpected(cursor, { expected: [':'] })
    return null
  }
  const at = placeOf(peek(cursor))
  if (isWord(peek(cursor), 'BETWEEN')) {
    next(cursor)
    return { name, operator: { value: 'BETWEEN', at }, values: parseOperands(cursor, 'BETWEEN') }
  }
  if (name.value === COUNT_AT_LEAST && rows.some((row) => row.of === 'count')) {
    return { name: { ...name, value: 'count' }, operator: { value: '>=', at }, values: parseOne(cursor) }
  }
  // Two numbers in brackets are a point only where one is wanted
  const isPoint = rows.some((row) => row.name === name.value && row.of === 'point')
  const isList = !isPoint && peek(cursor).text === '('
  const values = isList ? parseItems(cursor, parseListed) : parseOne(cursor)
  return { name, operator: { value: values.length > 1 ? 'IN' : '=', at }, values }
}

function parseOne(cursor: Cursor): Located<SegmentValue>[] {
  const value = parseValue(cursor)
  return value === null ? [] : [value]
}

/** Templates have a bare word here, which stands for a text (ours: it is noted, not refused). */
function parseListed(cursor: Cursor): Located<SegmentValue> | null {
  const token = peek(cursor)
  if (token.kind !== 'word' || valueOf(token) !== null || atJoint(cursor)) return parseValue(cursor)
  next(cursor)
  const details = { found: token.text, read: quote(token.text) }
  cursor.assumptions.push(problemAt('segment.assumed-value', placeOf(token), details))
  return located({ type: 'text', text: token.text }, token)
}
