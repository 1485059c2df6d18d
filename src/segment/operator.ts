/**
 * Every operator of a plain condition, by the words it is written with, and how many values follow it; lists take one or
 * more, in brackets. No operator's words begin another's, but for those of which the longer stands first.
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
  'CONTAINS ANY': 'list',
  'CONTAINS ALL': 'list',
  CONTAINS: 1,
  'NOT CONTAINS': 1,
  IN: 'list',
  'NOT IN': 'list',
} as const

/** An operator in its canonical spelling. `IN`, `NOT IN`, `CONTAINS ANY` and `CONTAINS ALL` are ours. */
export type Operator = keyof typeof operatorValues

/** An operator that takes a list: one value or more. */
export type ListOperator = {
  [Name in Operator]: (typeof operatorValues)[Name] extends 'list' ? Name : never
}[Operator]

/** The operators of a function; `NOT MATCHES` is the exact contrary. */
export type FunctionOperator = 'MATCHES' | 'NOT MATCHES'

/** The operators of a function's parameters. */
export const paramOperators = ['=', '!=', '>', '>=', '<', '<=', 'BETWEEN', 'IN', 'NOT IN'] as const

/** An operator of a function's parameter. */
export type ParamOperator = (typeof paramOperators)[number]

/** How functions are asked; the last is another spelling of the one before it. */
export const functionOperators = ['MATCHES', 'NOT MATCHES', 'NOT_MATCHES'] as const

/** Whether the text is an operator in its canonical spelling. */
export function isOperator(text: unknown): text is Operator {
  return typeof text === 'string' && Object.hasOwn(operatorValues, text)
}

/** Whether an operator takes so many values. */
export function takes(operator: Operator, count: number): boolean {
  const wanted = operatorValues[operator]
  return wanted === 'list' ? count > 0 : count === wanted
}
