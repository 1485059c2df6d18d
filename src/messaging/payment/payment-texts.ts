import { problem, type Problem, type ProblemPath } from '../../outcome/problem.js'
import { textProblems } from '../../value/text-problems.js'
import { holdsCardNumber } from './card-number.js'

/**
 * What is wrong with any text in a value, at any depth, so that no field can be forgotten: too long, not storable, or the number of
 * a card, which has no place here (P-1 to P-3).
 */
export function paymentTextProblems(value: unknown, limit: number, path: ProblemPath): readonly Problem[] {
  if (typeof value === 'string') return problemsOf(value, limit, path)
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value))
    return value.flatMap((inner, index) => paymentTextProblems(inner, limit, [...path, index]))
  return Object.entries(value).flatMap(([name, inner]) => paymentTextProblems(inner, limit, [...path, name]))
}

function problemsOf(text: string, limit: number, path: ProblemPath): readonly Problem[] {
  const problems = textProblems(text, limit, path)
  // a text that is too long is not read any further
  if (problems.length > 0) return problems
  return holdsCardNumber(text) ? [problem('payment.card-number', path)] : []
}
