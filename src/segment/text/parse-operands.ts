import { isWord, next, peek, skipBrackets, take, unexpected, type Cursor } from './cursor.js'
import { isOperator, operatorValues } from '../operator.js'
import { parseItems } from './parse-items.js'
import { parseValue, valueOf } from './parse-value.js'
import { anyValue, type Wanted } from './wanted-value.js'
import type { SegmentValue } from '../segment.js'
import type { Located } from '../segment-problem.js'

/** Reads what follows an operator, as far as it can be read; `wanted` says what its values are. */
export function parseOperands(
  cursor: Cursor,
  operator: string,
  wanted: Wanted = anyValue,
): Located<SegmentValue>[] {
  const count = isOperator(operator) ? operatorValues[operator] : 0
  if (count === 'list') return parseItems(cursor, () => parseValue(cursor, wanted))
  // A function's operator, where no function is
  if (!isOperator(operator) && peek(cursor).text === '(') skipBrackets(cursor)
  if (count > 0 && isWord(peek(cursor), 'BETWEEN')) return refuseBetween(cursor, wanted)
  return parseValues(cursor, count, wanted)
}

function parseValues(cursor: Cursor, count: number, wanted: Wanted): Located<SegmentValue>[] {
  const values: Located<SegmentValue>[] = []
  while (values.length < count) {
    if (values.length > 0 && !take(cursor, 'AND')) {
      const isOtherJoint = joinsNext(cursor)
      unexpected(cursor, { expected: ['AND'], nearest: isOtherJoint ? 'AND' : null })
      if (!isOtherJoint) break
      next(cursor)
    }
    const value = parseValue(cursor, wanted)
    if (value === null) break
    values.push(value)
  }
  return values
}

/** Passes over `= BETWEEN`, of which the sign is too much. */
function refuseBetween(cursor: Cursor, wanted: Wanted): Located<SegmentValue>[] {
  unexpected(cursor, { expected: wanted().expected })
  next(cursor)
  return parseValues(cursor, 2, wanted)
}

/** Whether `OR`, `to` or a comma was typed between two values. */
function joinsNext(cursor: Cursor): boolean {
  const { kind, text } = peek(cursor)
  return (kind === 'word' || text === ',') && valueOf(peek(cursor, 1)) !== null
}
