import { isWord, next, peek, placeOf, take, unexpected, type Cursor } from './cursor.js'
import { meantBy } from './foreign-signs.js'
import { nearest } from './nearest.js'
import { parseOperands } from './parse-operands.js'
import { functionOperators, operatorValues } from '../operator.js'
import type { Located } from '../segment-problem.js'

/** Every operator of a plain condition. */
export const plainOperators: readonly string[] = Object.keys(operatorValues)

const forms = [...plainOperators, ...functionOperators].map((operator) => ({
  operator,
  words: operator.split(' '),
}))

/** Reads an operator; `null` where none stands, which is reported with those that could. */
export function parseOperator(cursor: Cursor, expected: () => readonly string[]): Located<string> | null {
  const begun = forms.filter(({ words }) => isWord(peek(cursor), words[0] as string))
  const whole = begun.find(({ words }) => fittingWords(cursor, words) === words.length)
  if (whole !== undefined) return takeOperator(cursor, whole.operator, whole.words.length)
  if (begun.length === 0) expectOperator(cursor, expected())
  else expectRest(cursor, Math.max(...begun.map(({ words }) => fittingWords(cursor, words))))
  return null
}

function expectOperator(cursor: Cursor, expected: readonly string[]): void {
  const { text } = peek(cursor)
  unexpected(cursor, { expected, nearest: meantBy(text, expected) ?? nearest(text, expected) })
}

/** Whether an operator, or the brackets of a function, stands so many places ahead. */
export function isOperatorAhead(cursor: Cursor, ahead: number): boolean {
  const { kind, text } = peek(cursor, ahead)
  if (kind === 'symbol' || text === '(') return true
  return forms.some(({ words }) => fittingWords(cursor, words, ahead) === words.length)
}

function fittingWords(cursor: Cursor, words: readonly string[], ahead = 0): number {
  const misfit = words.findIndex((word, i) => !isWord(peek(cursor, ahead + i), word))
  return misfit === -1 ? words.length : misfit
}

function takeOperator(cursor: Cursor, operator: string, words: number): Located<string> {
  const { start } = placeOf(peek(cursor))
  const { end } = placeOf(peek(cursor, words - 1))
  for (let i = 0; i < words; i++) next(cursor)
  return { value: operator, at: { path: [], start, end } }
}

/** An operator was begun: what could follow the words that are there. */
function expectRest(cursor: Cursor, words: number): void {
  const begun = forms.filter((form) => fittingWords(cursor, form.words) === words)
  for (let i = 0; i < words; i++) next(cursor)
  const expected = [...new Set(begun.map((form) => form.words[words] as string))]
  unexpected(cursor, { expected, nearest: nearest(peek(cursor).text, expected) })
  // `NOT BETWEEN` is often typed; its AND joins no condition
  if (take(cursor, 'BETWEEN')) parseOperands(cursor, 'BETWEEN')
}
