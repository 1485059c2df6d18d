import { operatorsOf } from '../catalog/find-function.js'
import type { FunctionParam } from '../catalog/function.js'
import type { ReadFunction, ReadParam } from '../check/read-leaf.js'
import { paramOperators } from '../operator.js'
import type { Located } from '../segment-problem.js'
import { located, next, peek, unexpected, type Cursor } from './cursor.js'
import { parseItems } from './parse-items.js'
import { parseOperands } from './parse-operands.js'
import { parseOperator } from './parse-operator.js'
import { wantedValue, type WantedValue } from './wanted-value.js'

/** Reads what follows `MATCHES` and the like. */
export function parseFunction(
  cursor: Cursor,
  name: Located<string>,
  operator: Located<string>,
  rows: readonly FunctionParam[],
): ReadFunction {
  const params = parseParams(cursor, rows, parseParam)
  return { kind: 'function', name, operator, isNegated: operator.value !== 'MATCHES', params }
}

/** Reads a parameter that begins with its name. */
export type ParseParam = (
  cursor: Cursor,
  name: Located<string>,
  rows: readonly FunctionParam[],
) => ReadParam | null

/** Reads the parameters of a function, in either spelling. */
export function parseParams(cursor: Cursor, rows: readonly FunctionParam[], parse: ParseParam): ReadParam[] {
  if (peek(cursor).text === '(' && peek(cursor, 1).text === ')') {
    cursor.index += 2
    return []
  }
  return parseItems(cursor, () => {
    const token = peek(cursor)
    if (token.kind === 'word') return parse(cursor, located(token.text, next(cursor)), rows)
    unexpected(cursor, { expected: rows.map((row) => row.name) })
    return null
  })
}

function parseParam(cursor: Cursor, name: Located<string>, rows: readonly FunctionParam[]): ReadParam {
  const row = rows.find((param) => param.name === name.value)
  const operator = parseOperator(cursor, () => (row === undefined ? paramOperators : operatorsOf(row)))
  const wanted = (): WantedValue => wantedValue(row)
  return { name, operator, values: operator === null ? [] : parseOperands(cursor, operator.value, wanted) }
}
