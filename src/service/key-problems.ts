import { ceilings } from '../limits/limits.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { ShapeProblemCode } from '../outcome/shape-problems.schema.js'
import { textProblems, type TextProblemCode } from '../value/text-problems.js'

/**
 * Why no store can keep a key: `text.too-long`, `text.not-storable`. Asked before anything is asked of a store, in which it
 * would look like an answer that was lost. An empty key is a field that nobody has filled, and so is `null`: one wish would be taken
 * for another (`shape.invalid-value`, `shape.wrong-type`).
 */
export function keyProblems(key: unknown): readonly Problem<TextProblemCode | ShapeProblemCode>[] {
  if (typeof key !== 'string') return [problem('shape.wrong-type', ['key'], { expected: 'string' })]
  return key === '' ? [problem('shape.invalid-value', ['key'])] : textProblems(key, ceilings.key, ['key'])
}
