/**
 * Every operator of a plain condition, by the words it is written with, and how many values follow it.
 * No operator's words begin another's.
 */
export const operatorValues = {
  '=': 1,
  '!=': 1,
  '>': 1,
  '>=': 1,
  '<': 1,
  '<=': 1,
  BETWEEN: 2,
  'IS NULL': 0,
  'IS NOT NULL': 0,
  CONTAINS: 1,
  'NOT CONTAINS': 1,
} as const

/** An operator in its canonical spelling. */
export type Operator = keyof typeof operatorValues

/** What is followed by brackets: understood, so that it gives one clear problem, but part of no clause. */
export const bracketOperators = ['MATCHES', 'NOT MATCHES', 'NOT_MATCHES', 'IN', 'NOT IN'] as const

export type BracketOperator = (typeof bracketOperators)[number]

/** Whether the text is an operator in its canonical spelling. */
export function isOperator(text: unknown): text is Operator {
  return typeof text === 'string' && Object.hasOwn(operatorValues, text)
}
