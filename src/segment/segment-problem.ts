import { problem, type Problem, type ProblemParams, type ProblemPath } from '../outcome/problem.js'
import { isStorable } from '../value/text.js'

/** The codes of what is assumed, not refused. */
export const assumptionCodes = [
  'segment.assumed-date',
  'segment.assumed-value',
  'segment.assumed-type',
] as const

/**
 * What was assumed where sources disagree or a query leaves something open; each comes as a warning.
 *
 * `assumed-date`: a quoted date is read as a date. `assumed-value`: an alias, or a region without its country, is read as
 * `read`. `assumed-type`: a metafield is compared as the type `read`, that of the value beside it.
 */
export type SegmentAssumptionCode = (typeof assumptionCodes)[number]

/** Why a query is refused, and what was assumed in one that is not. */
export type SegmentProblemCode =
  | 'segment.unexpected'
  | 'segment.unknown-attribute'
  | 'segment.unknown-value'
  | 'segment.operator-not-allowed'
  | 'segment.bad-date'
  | 'segment.too-long'
  | 'segment.too-deep'
  | 'segment.too-large'
  | 'segment.cycle'
  | SegmentAssumptionCode

/** A problem or an assumption of a query. */
export type SegmentProblem = Problem<SegmentProblemCode>

/** Where something stands: from `start` up to `end` in UTF-16 units of a text, or under a path of a tree. */
export type Place =
  | { readonly path: readonly []; readonly start: number; readonly end: number }
  | { readonly path: ProblemPath }

/** Something that was read, and where it stood. */
export interface Located<T> {
  readonly value: T
  readonly at: Place
}

/** A kind of thing that is expected, where it is not known how that is typed. */
export type WantedKind = 'attribute' | 'value' | 'text' | 'number' | 'whole number' | 'number from 0'

export interface ProblemDetails {
  /** what stood there; the user's own text, shortened */
  readonly found?: string | undefined
  /** what could stand there: as it is typed (`AND`, `>=`), or in lower case what kind of thing (`WantedKind`) */
  readonly expected?: readonly string[] | undefined
  /** the known name that is most alike */
  readonly nearest?: string | null | undefined
  /** as what it was read */
  readonly read?: string | undefined
  readonly limit?: number | undefined
}

/** Makes a problem of this room; details that are missing are left out. */
export function problemAt<const Code extends SegmentProblemCode>(
  code: Code,
  place: Place,
  details: ProblemDetails,
): Problem<Code> {
  const { path, ...span } = place
  const { found, ...rest } = details
  const params = { ...span, ...(found === undefined ? {} : { found: excerpt(found) }), ...rest }
  const known = Object.entries(params).filter(([, value]) => value !== undefined && value !== null)
  return problem(code, path, Object.fromEntries(known) as ProblemParams)
}

const FOUND_LENGTH = 40

/** The beginning of a text, in what every store can keep. */
function excerpt(text: string): string {
  if (text.length <= FOUND_LENGTH && isStorable(text)) return text
  const beginning = [...text.slice(0, FOUND_LENGTH * 2)].slice(0, FOUND_LENGTH).join('')
  return beginning.replace(/[\p{Surrogate}\0]/gu, '\uFFFD')
}
