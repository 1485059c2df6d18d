import { nothing, problem, type Problem, type ProblemPath } from '../outcome/problem.js'
import { codePointLength, isLongerThan, isStorable } from './text.js'

/** What is wrong with any text that is kept. */
export type TextProblemCode = 'text.too-long' | 'text.not-storable'

/**
 * What is wrong with any text that is kept: too many code points, or characters that no store keeps (NUL, lone surrogates).
 *
 * Codes: `text.too-long` (`params.limit`, `params.length`), `text.not-storable`.
 */
export function textProblems(
  text: string | null | undefined,
  limit: number,
  path: ProblemPath,
): readonly Problem<TextProblemCode>[] {
  if (text === null || text === undefined) return nothing
  if (isLongerThan(text, limit))
    return [problem('text.too-long', path, { limit, length: codePointLength(text) })]
  return isStorable(text) ? nothing : [problem('text.not-storable', path)]
}
