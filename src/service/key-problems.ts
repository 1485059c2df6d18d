import { ceilings } from '../limits/limits.js'
import type { Problem } from '../outcome/problem.js'
import { textProblems, type TextProblemCode } from '../value/text-problems.js'

/**
 * Why no store can keep a key: `text.too-long`, `text.not-storable`. Asked before anything is asked of a store, in which it
 * would look like an answer that was lost.
 */
export function keyProblems(key: string): readonly Problem<TextProblemCode>[] {
  return textProblems(key, ceilings.key, ['key'])
}
