import type * as z from 'zod'
import { unlessProblems, type Outcome } from './outcome.js'
import { problem, type Problem, type ProblemParams } from './problem.js'

/** What is wrong with the shape of what comes in: names, types and ceilings. */
export type ShapeProblemCode =
  | 'shape.wrong-type'
  | 'shape.unknown-field'
  | 'shape.too-long'
  | 'shape.invalid-value'

/** What `params.expected` of `shape.wrong-type` names: what zod calls the types that are used here. */
export type ShapeKind = 'string' | 'number' | 'int' | 'boolean' | 'array' | 'object'

type Issue = z.core.$ZodIssue

/** What each kind of issue becomes; whatever is not here is an invalid value. */
const kinds: {
  readonly [Kind in Issue['code']]?: (issue: Issue) => [ShapeProblemCode, (ProblemParams | undefined)?]
} = {
  invalid_type: (issue) => [
    'shape.wrong-type',
    { expected: (issue as z.core.$ZodIssueInvalidType).expected },
  ],
  unrecognized_keys: (issue) => [
    'shape.unknown-field',
    { count: (issue as z.core.$ZodIssueUnrecognizedKeys).keys.length },
  ],
  too_big: (issue) => ['shape.too-long', { limit: Number((issue as z.core.$ZodIssueTooBig).maximum) }],
  invalid_value: (issue) => ['shape.invalid-value', allowed((issue as z.core.$ZodIssueInvalidValue).values)],
  // an older zod does not say of which kinds there could be one
  invalid_union: (issue) => ['shape.invalid-value', allowed((issue as { readonly options?: Words }).options)],
}

type Words = readonly unknown[]

/** The words that are allowed come from the schema, so nothing in them is anybody's data. */
function allowed(words: Words | undefined): ProblemParams | undefined {
  return words === undefined ? undefined : { allowed: words.map(String) }
}

/**
 * Turns what a schema found into problems. Values and unknown names are left out: they may be personal data.
 *
 * Codes: `shape.wrong-type` (`params.expected`), `shape.unknown-field` (`params.count`), `shape.too-long` (`params.limit`),
 * `shape.invalid-value` (`params.allowed` where it must be one of some words).
 */
export function shapeProblems(error: z.ZodError): Problem<ShapeProblemCode>[] {
  return error.issues.map((issue) => {
    const [code, params] = kinds[issue.code]?.(issue) ?? ['shape.invalid-value']
    return problem(code, issue.path as (string | number)[], params)
  })
}

/** Checks names, types and ceilings, and nothing else. What comes out is a copy, but for what a schema hands through. */
export function checkShape<T>(schema: z.ZodType<T>, input: unknown): Outcome<T, Problem<ShapeProblemCode>> {
  const result = schema.safeParse(input)
  return unlessProblems(result.success ? [] : shapeProblems(result.error), () => result.data as T)
}
