import type { Messages } from '../messages.js'
import { fiEvents, fiEventWords } from './events.js'
import { fiMergePreview } from './merge-preview.js'
import { fiPersonalData } from './personal-data.js'
import { fiProblemWords } from './problem-words.js'
import { fiProblems } from './problems.js'
import { fiSegment } from './segment.js'

/**
 * Everything the library says, in Finnish.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { explainProblem } = await import('../../outcome/explain-problem.js')
 * const problem = { code: 'privacy.retention', path: [], params: { days: 22, until: '2026-12-14' } }
 * expect(explainProblem(problem, fi)).toBe(
 *   'Henkilötietoja säilytetään 22 päivää viimeisestä tilauksesta, päivään 2026-12-14 asti.',
 * )
 * ```
 */
export const fi: Messages = {
  language: 'fi',
  problems: fiProblems,
  problemWords: fiProblemWords,
  mergePreview: fiMergePreview,
  personalData: fiPersonalData,
  events: fiEvents,
  eventWords: fiEventWords,
  segment: fiSegment,
}

export type { Messages }
export type { ProblemCode } from '../problem-code.js'
