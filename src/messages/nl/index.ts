import type { Messages } from '../messages.js'
import { nlEvents, nlEventWords } from './events.js'
import { nlMergePreview } from './merge-preview.js'
import { nlPersonalData } from './personal-data.js'
import { nlProblemWords } from './problem-words.js'
import { nlProblems } from './problems.js'
import { nlSegment } from './segment.js'

/**
 * Everything the library says, in Dutch.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { explainProblem } = await import('../../outcome/explain-problem.js')
 * const problem = { code: 'privacy.retention', path: [], params: { days: 22, until: '2026-12-14' } }
 * expect(explainProblem(problem, nl)).toBe(
 *   'De persoonsgegevens worden tot 22 dagen na de laatste bestelling bewaard, tot 2026-12-14.',
 * )
 * ```
 */
export const nl: Messages = {
  language: 'nl',
  problems: nlProblems,
  problemWords: nlProblemWords,
  mergePreview: nlMergePreview,
  personalData: nlPersonalData,
  events: nlEvents,
  eventWords: nlEventWords,
  segment: nlSegment,
}

export type { Messages }
export type { ProblemCode } from '../problem-code.js'
