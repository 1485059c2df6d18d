import type { Messages } from '../messages.js'
import { nbEvents, nbEventWords } from './events.js'
import { nbMergePreview } from './merge-preview.js'
import { nbPersonalData } from './personal-data.js'
import { nbProblemWords } from './problem-words.js'
import { nbProblems } from './problems.js'
import { nbSegment } from './segment.js'

/**
 * Everything the library says, in Norwegian.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { explainProblem } = await import('../../outcome/explain-problem.js')
 * const problem = { code: 'privacy.retention', path: [], params: { days: 22, until: '2026-12-14' } }
 * expect(explainProblem(problem, nb)).toBe(
 *   'Personopplysningene beholdes i 22 dager etter siste bestilling, til 2026-12-14.',
 * )
 * ```
 */
export const nb: Messages = {
  language: 'nb',
  problems: nbProblems,
  problemWords: nbProblemWords,
  mergePreview: nbMergePreview,
  personalData: nbPersonalData,
  events: nbEvents,
  eventWords: nbEventWords,
  segment: nbSegment,
}

export type { Messages }
export type { ProblemCode } from '../problem-code.js'
