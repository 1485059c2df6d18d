import { inWords, type Words } from './in-words.js'
import { invariant } from './invariant.js'
import { formatMessage, type Message, type MessageParams } from './message.js'
import type { Problem, ProblemParams } from './problem.js'

/** The texts of problems in one language, by code. */
export interface ProblemMessages {
  /** BCP 47 */
  readonly language: string
  readonly problems: { readonly [code: string]: Message }
  /** the words for what parameters say in codes, by the name of the parameter */
  readonly problemWords?: { readonly [param: string]: Words } | undefined
}

/**
 * Says in words what a problem is. A code without a text, and what a parameter names without a word for it, such as a host's
 * own, are given as they are.
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
  const { language, problems, problemWords } = messages
  const message = Object.hasOwn(problems, problem.code) ? problems[problem.code] : undefined
  return message === undefined
    ? problem.code
    : formatMessage(message, paramsInWords(problem.params ?? {}, problemWords), language)
}

function paramsInWords(params: ProblemParams, words: ProblemMessages['problemWords'] = {}): MessageParams {
  const said = Object.entries(params).map(([name, value]) => [
    name,
    Object.hasOwn(words, name) ? inWords(value, words[name] as Words) : value,
  ])
  return Object.fromEntries(said) as MessageParams
}
