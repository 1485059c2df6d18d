import type { Problem } from './problem.js'

/** What was asked for, with the warnings that came with it. */
export interface Success<T> {
  readonly ok: true
  readonly value: T
  readonly warnings: readonly Problem[]
}

/** Why it was refused: all problems at once, at least one. */
export interface Refusal<P extends Problem = Problem> {
  readonly ok: false
  readonly problems: readonly [P, ...P[]]
}

/**
 * The answer of everything that can be refused. Refusals are data and never thrown.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { parseCustomer } = await import('clientele')
 * const outcome = parseCustomer({ id: '7', email: 'anna@example.com' })
 * if (outcome.ok) expect(outcome.value.email).toBe('anna@example.com')
 * else expect(outcome.problems.map(({ path }) => path)).toEqual([['createdAt'], ['updatedAt']])
 * ```
 */
export type Outcome<T, P extends Problem = Problem> = Success<T> | Refusal<P>

/** A success, with its warnings. */
export function success<T>(value: T, warnings: readonly Problem[] = []): Success<T> {
  return { ok: true, value, warnings }
}

/** A refusal with one problem or more. */
export function refusal<P extends Problem>(first: P, ...rest: readonly P[]): Refusal<P> {
  return { ok: false, problems: [first, ...rest] }
}

/** Refuses when there is any problem, and otherwise computes the value: check first, then compute. */
export function unlessProblems<T, P extends Problem>(
  problems: readonly P[],
  compute: () => T,
  warnings: readonly Problem[] = [],
): Outcome<T, P> {
  const [first] = problems
  if (first === undefined) return success(compute(), warnings)
  // an array and not a call with so many arguments: there may be more problems than a stack holds
  return { ok: false, problems: [first, ...problems.slice(1)] }
}
