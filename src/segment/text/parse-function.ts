import { findFunction, operatorsOf } from '../catalog/find-function.js'
import type { ReadFunction, ReadParam } from '../check/read-leaf.js'
import { paramOperators } from '../operator.js'
import type { Located } from '../segment-problem.js'
import { located, next, peek, unexpected, type Cursor } from './cursor.js'
import { parseItems } from './parse-items.js'
import { parseOperands } from './parse-operands.js'
import { parseOperator } from './parse-operator.js'

/** Reads what follows `MATCHES` and the like. */
export function parseFunction(
  cursor: Cursor,
  name: Located<string>,
  operator: Located<string>,
): ReadFunction {
  const params = parseParams(cursor, name.value, parseParam)
  return { kind: 'function', name, operator, isNegated: operator.value !== 'MATCHES', params }
}

/** Reads a parameter that begins with its name. */
export type ParseParam = (cursor: Cursor, name: Located<string>, of: string) => ReadParam | null

/** Reads the parameters of a function, in either spelling. */
export function parseParams(cursor: Cursor, of: string, parse: ParseParam): ReadParam[] {
  if (peek(cursor).text === '(' && peek(cursor, 1).text === ')') {
    cursor.index += 2
    return []
  }
  return parseItems(cursor, () => {
    const token = peek(cursor)
    if (token.kind === 'word') return parse(cursor, located(token.text, next(cursor)), of)
    unexpected(cursor, { expected: findFunction(cursor.catalog, of)?.params.map(({ name }) => name) })
    return null
  })
}

function parseParam(cursor: Cursor, name: Located<string>, of: string): ReadParam {
  const row = findFunction(cursor.catalog, of)?.params.find((param) => param.name === name.value)
  const operator = parseOperator(cursor, () => (row === undefined ? paramOperators : operatorsOf(row)))
  return { name, operator, values: operator === null ? [] : parseOperands(cursor, operator.value) }
}
