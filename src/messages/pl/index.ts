import type { Messages } from '../messages.js'
import { plEvents, plEventWords } from './events.js'
import { plMergePreview } from './merge-preview.js'
import { plPersonalData } from './personal-data.js'
import { plProblemWords } from './problem-words.js'
import { plProblems } from './problems.js'
import { plSegment } from './segment.js'

/**
 * Everything the library says, in Polish.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { explainProblem } = await import('../../outcome/explain-problem.js')
 * const problem = { code: 'privacy.retention', path: [], params: { days: 22, until: '2026-12-14' } }
 * expect(explainProblem(problem, pl)).toBe(
 *   'Dane osobowe są przechowywane 22 dni po ostatnim zamówieniu, do 2026-12-14.',
 * )
 * ```
 */
export const pl: Messages = {
  language: 'pl',
  problems: plProblems,
  problemWords: plProblemWords,
  mergePreview: plMergePreview,
  personalData: plPersonalData,
  events: plEvents,
  eventWords: plEventWords,
  segment: plSegment,
}

export type { Messages }
export type { ProblemCode } from '../problem-code.js'
