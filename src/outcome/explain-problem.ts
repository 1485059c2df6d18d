import { invariant } from './invariant.js'
import { formatMessage, type Message } from './message.js'
import type { Problem } from './problem.js'

/** The texts of problems in one language, by code. */
export interface ProblemMessages {
  /** BCP 47 */
  readonly language: string
  readonly problems: { readonly [code: string]: Message }
}

/**
 * Says in words what a problem is. A code without a text, such as a host's own, is given as it is.
 *
 * @example
 * ```ts @import.meta.vitest
 * const messages = { language: 'en', problems: { 'text.too-long': 'At most {limit} characters.' } }
 * const problem = { code: 'text.too-long', path: ['note'], params: { limit: 5000, length: 5001 } }
 * expect(explainProblem(problem, messages)).toBe('At most 5,000 characters.')
 * ```
 */
export function explainProblem(problem: Problem, messages: ProblemMessages): string {
  const spoken: unknown = (messages as ProblemMessages | undefined)?.problems
  invariant(
    spoken,
    'problems are explained by the messages of a language, such as `en` of clientele/messages/en',
  )
  const { language, problems } = messages
  const message = Object.hasOwn(problems, problem.code) ? problems[problem.code] : undefined
  return message === undefined ? problem.code : formatMessage(message, problem.params ?? {}, language)
}
