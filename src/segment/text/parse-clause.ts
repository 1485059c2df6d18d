import { atJoint, located, next, peek, skipBrackets, take, unexpected, type Cursor } from './cursor.js'
import { isOperator, operatorValues, takes } from '../operator.js'
import { parseOperator } from './parse-operator.js'
import { parseValue } from './parse-value.js'
import type { SegmentClause, SegmentValue } from '../segment.js'
import type { Located } from '../segment-problem.js'

/**
 * Reads one condition, which begins with a word; `null` where it is not whole, which is reported. What could be read of it
 * is kept to be checked all the same, so that a query's problems are told all at once.
 */
export function parseClause(cursor: Cursor): SegmentClause | null {
  const name = next(cursor)
  const attribute = located(name.text, name)
  const operator = peek(cursor).text === '(' ? parseCall(cursor, name.text) : parseOperator(cursor, name.text)
  const values = operator === null ? [] : parseOperands(cursor, operator.value)
  cursor.clauses.push({ attribute, operator, values })
  if (operator === null || !isOperator(operator.value)) return null
  if (!takes(operator.value, values.length)) return null
  return {
    kind: 'clause',
    attribute: attribute.value,
    operator: operator.value,
    values: values.map(({ value }) => value),
  }
}

/** Reads what follows an operator, as far as it can be read. */
function parseOperands(cursor: Cursor, operator: string): Located<SegmentValue>[] {
  if (isOperator(operator) && operatorValues[operator] !== 'list')
    return parseValues(cursor, operatorValues[operator])
  if (peek(cursor).text === '(') skipBrackets(cursor)
  return []
}

function parseValues(cursor: Cursor, count: number): Located<SegmentValue>[] {
  const values: Located<SegmentValue>[] = []
  while (values.length < count) {
    if (values.length > 0 && !take(cursor, 'AND')) {
      unexpected(cursor, { expected: ['AND'] })
      break
    }
    const value = parseValue(cursor)
    if (value === null) break
    values.push(value)
  }
  return values
}

/** Passes over the old spelling of a function, `name(…) = true`, as a whole: its brackets stand where an operator should. */
function parseCall(cursor: Cursor, name: string): Located<string> {
  const bracket = peek(cursor)
  skipBrackets(cursor)
  const operator = atJoint(cursor) ? null : parseOperator(cursor, name)
  if (operator !== null) parseOperands(cursor, operator.value)
  return located(bracket.text, bracket)
}
