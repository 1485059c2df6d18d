import { findAttribute } from '../catalog/find-attribute.js'
import { findFunction } from '../catalog/find-function.js'
import { operatorsByType } from '../catalog/value-type.js'
import { nodeOf, type ReadLeaf } from '../check/read-leaf.js'
import { functionOperators } from '../operator.js'
import type { SegmentNode } from '../segment.js'
import { located, next, peek, unexpected, type Cursor } from './cursor.js'
import type { Token } from './lex.js'
import { callNames, parseCall } from './parse-call.js'
import { parseFunction } from './parse-function.js'
import { parseOperands } from './parse-operands.js'
import { parseOperator, plainOperators } from './parse-operator.js'
import { orPresence, wantedValue, type WantedValue } from './wanted-value.js'

/**
 * Reads one condition, which begins with a word. What could be read of one that is not whole is kept to be checked all the
 * same, so that a query's problems are told all at once.
 */
export function parseClause(cursor: Cursor): SegmentNode {
  const name = next(cursor)
  const leaf = peek(cursor).text === '(' ? parseCall(cursor, name) : parseComparison(cursor, name)
  if (leaf === null) return NOTHING
  cursor.leaves.push(leaf)
  return nodeOf(leaf)
}

/** Stands where nothing could be read; never part of an answer, because then there is a problem. */
export const NOTHING: SegmentNode = { kind: 'all' }

function parseComparison(cursor: Cursor, name: Token): ReadLeaf | null {
  if (callNames.includes(name.text)) {
    unexpected(cursor, { expected: ['('] })
    return null
  }
  const attribute = located(name.text, name)
  const operator = parseOperator(cursor, () => expectedOperators(cursor, name.text))
  const row = findFunction(cursor.catalog, name.text)
  // Any other name is refused for such an operator, or as unknown
  if (row !== null && operator !== null && isFunctionOperator(operator.value)) {
    return parseFunction(cursor, attribute, operator, row.params)
  }
  const values =
    operator === null
      ? []
      : parseOperands(cursor, operator.value, () => wantedBeside(cursor, name.text, operator.value))
  return { kind: 'clause', attribute, operator, values }
}

function wantedBeside({ catalog }: Cursor, name: string, operator: string): WantedValue {
  return orPresence(wantedValue(findAttribute(catalog, name)?.row), operator)
}

function isFunctionOperator(operator: string): boolean {
  return (functionOperators as readonly string[]).includes(operator)
}

function expectedOperators({ catalog }: Cursor, name: string): readonly string[] {
  if (findFunction(catalog, name) !== null) return functionOperators.slice(0, 2)
  const row = findAttribute(catalog, name)?.row
  return row === undefined ? plainOperators : (row.operators ?? operatorsByType[row.type])
}
