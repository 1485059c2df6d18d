import { enEvents, enEventWords } from './events.js'
import { enMergePreview } from './merge-preview.js'
import { enPersonalData } from './personal-data.js'
import { enProblemWords } from './problem-words.js'
import { enProblems } from './problems.js'
import { enSegment } from './segment.js'
import type { Messages } from '../messages.js'

/**
 * Everything the library says, in English.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { explainProblem } = await import('../../outcome/explain-problem.js')
 * const text = explainProblem({ code: 'customer.price-level', path: [], params: { least: 0, most: 10 } }, en)
 * expect(text).toBe('The price level is a whole number from 0 to 10.')
 * ```
 */
export const en: Messages = {
  language: 'en',
  problems: enProblems,
  problemWords: enProblemWords,
  mergePreview: enMergePreview,
  personalData: enPersonalData,
  events: enEvents,
  eventWords: enEventWords,
  segment: enSegment,
}

export type { Messages }
export type { ProblemCode } from '../problem-code.js'
