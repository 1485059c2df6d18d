import type { JsonValue } from './json.js'

/** Where a problem lies, from the outside in: `['addresses', 0, 'zip']`. Empty where it concerns the whole. */
export type ProblemPath = readonly (string | number)[]

/** What a problem's code needs to be explained: limits, counts, ids. Never personal data. */
export type ProblemParams = { readonly [name: string]: JsonValue }

/**
 * One reason why something was refused, or one warning: a code, a path, parameters; no prose and no personal data.
 *
 * `explainProblem(problem, messages)` turns it into a sentence in the reader's language.
 */
export interface Problem<Code extends string = string> {
  readonly code: Code
  readonly path: ProblemPath
  readonly params?: ProblemParams
}

/** Makes a problem; `params` is left out when there are none, so that problems compare as data. */
export function problem<const Code extends string>(
  code: Code,
  path: ProblemPath = [],
  params?: ProblemParams,
): Problem<Code> {
  return params === undefined ? { code, path } : { code, path, params }
}

/** The same problem, seen from one level further out: its path is prefixed. */
export function under<P extends Problem>(prefix: ProblemPath, inner: P): P {
  return { ...inner, path: [...prefix, ...inner.path] }
}
