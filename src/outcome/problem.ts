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

/** What is found of the entries of a list, one after the other. Of most there is nothing, and then nothing is made. */
export function foundIn<T, P extends Problem>(
  list: readonly T[],
  findsIn: (entry: T, index: number) => readonly P[],
): readonly P[] {
  let all: P[] | null = null
  for (let index = 0; index < list.length; index++)
    for (const one of findsIn(list[index] as T, index)) (all ??= []).push(one)
  return all ?? nothing
}

/** Two lists of problems as one. */
export function joined<P extends Problem>(some: readonly P[], others: readonly P[]): readonly P[] {
  if (some.length === 0) return others
  return others.length === 0 ? some : [...some, ...others]
}

/** One for all that is in order: rules look at dozens of things of every customer. */
export const nothing: readonly never[] = []

/** The same problem, seen from one level further out: its path is prefixed. */
export function under<P extends Problem>(prefix: ProblemPath, inner: P): P {
  return { ...inner, path: [...prefix, ...inner.path] }
}
