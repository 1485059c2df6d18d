import { peek, skipBrackets, take, unexpected, type Cursor } from './cursor.js'
import { isOperator, operatorValues } from '../operator.js'
import { parseItems } from './parse-items.js'
import { parseValue } from './parse-value.js'
import type { SegmentValue } from '../segment.js'
import type { Located } from '../segment-problem.js'

/** Reads what follows an operator, as far as it can be read. */
export function parseOperands(cursor: Cursor, operator: string): Located<SegmentValue>[] {
  const count = isOperator(operator) ? operatorValues[operator] : 0
  if (count === 'list') return parseItems(cursor, parseValue)
  // A function's operator, where no function is
  if (!isOperator(operator) && peek(cursor).text === '(') skipBrackets(cursor)
  return parseValues(cursor, count)
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
