import { invariant } from './invariant.js'
import { explainProblem, type ProblemMessages } from './explain-problem.js'
import type { Problem, ProblemPath } from './problem.js'

/** An issue in the form of Standard Schema v1, which form libraries show beside the field that its path names. */
export interface StandardIssue {
  readonly message: string
  readonly path: ProblemPath
}

/**
 * Says problems in words, in the form that form libraries take: the `issues` of Standard Schema v1. They come in the order of the
 * problems, one each, and so hold no personal data either.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { militaryAddressProblems } = await import('../address/military/military-address-problems.js')
 * const { en } = await import('../messages/en/index.js')
 * const address = {
 *   firstName: 'Sam', lastName: 'Hill',
 *   address1: 'BOX 1', city: 'APO', provinceCode: 'AE', zip: '09012', countryCode: 'US',
 * }
 * expect(toStandardIssues(militaryAddressProblems(address, 'merchant'), en)).toEqual([
 *   { message: 'An APO address needs a PSC number.', path: ['address1'] },
 * ])
 * ```
 */
export function toStandardIssues(
  problems: readonly Problem[],
  messages: ProblemMessages,
): readonly StandardIssue[] {
  invariant(Array.isArray(problems), 'issues are made of the `problems` of an outcome')
  return problems.map((problem) => ({ message: explainProblem(problem, messages), path: problem.path }))
}
