import { enMergePreview } from './en-merge-preview.js'
import { enProblems } from './en-problems.js'
import type { Messages } from './messages.js'

/**
 * Everything the library says, in English.
 *
 * @example
 * ```ts
 * import { explainProblem } from 'clientele'
 * import { en } from 'clientele/messages/en'
 * explainProblem({ code: 'customer.nobody', path: [] }, en) // 'A first name, last name, email or phone is needed.'
 * ```
 */
export const en: Messages = { language: 'en', problems: enProblems, mergePreview: enMergePreview }

export type { Messages }
