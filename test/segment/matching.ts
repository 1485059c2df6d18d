import {
  compileSegment,
  parseSegment,
  type Catalog,
  type Segment,
  type SegmentProblem,
} from '../../src/segment/index.js'
import { buildRecord, type RecordOverrides } from '../../src/testing/build-record.js'

/** When and where the tests ask, unless they say otherwise. */
export const shop = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' } as const

/** The segment of a query that must be right. */
export function parsed(query: unknown, catalog?: Catalog<never>): Segment {
  const outcome = parseSegment(query, { catalog })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

/** Why a query is refused; none where it is not. */
export function problemsOf(query: unknown, catalog?: Catalog<never>): readonly SegmentProblem[] {
  const outcome = parseSegment(query, { catalog })
  return outcome.ok ? [] : outcome.problems
}

/** Each problem as its code and the text that it points at. */
export function faultsOf(query: string): string[] {
  return problemsOf(query).map(({ code, params }) => {
    const at = query.slice(Number(params?.['start']), Number(params?.['end']))
    return `${code.slice('segment.'.length)}: ${at}`
  })
}

/** Whether a customer of whom only this is known belongs to a query. */
export function matches(
  query: string,
  overrides: RecordOverrides = {},
  options: { now?: string; timeZone?: string; currency?: string } = {},
): boolean {
  return compileSegment(parsed(query), { ...shop, ...options })(buildRecord(overrides))
}
