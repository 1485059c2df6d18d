import {
  compileSegment,
  parseSegment,
  type Catalog,
  type Related,
  type Segment,
  type SegmentProblem,
} from '../../src/segment/index.js'
import type { CustomerHistory } from '../../src/testing/arbitrary-history.js'
import { buildRecord, type RecordOverrides } from '../../src/testing/build-record.js'

/** When and where the tests ask, unless they say otherwise. */
export const shop = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' } as const

/** Of whom nothing is known but the record. */
export const noHistory: CustomerHistory = {
  orders: [],
  products: [],
  checkouts: [],
  emails: [],
  views: [],
  credit: [],
  companies: [],
  origin: null,
  location: null,
}

/** Readers for which every customer has this history. */
export function relatedOf(known: Partial<CustomerHistory> = {}): Related<unknown> {
  const history = { ...noHistory, ...known }
  return {
    orders: () => history.orders,
    products: () => history.products,
    checkouts: () => history.checkouts,
    emails: () => history.emails,
    views: () => history.views,
    credit: () => history.credit,
    companies: () => history.companies,
    origin: () => history.origin,
    location: () => history.location,
  }
}

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
  options: { now?: string; timeZone?: string; currency?: string; related?: Related<unknown> } = {},
): boolean {
  return compileSegment(parsed(query), { related: relatedOf(), ...shop, ...options })(buildRecord(overrides))
}

/** Whether a customer with this history belongs to a query. */
export function matchesHistory(
  query: string,
  history: Partial<CustomerHistory>,
  options: { now?: string; timeZone?: string; currency?: string } = {},
): boolean {
  return matches(query, {}, { ...options, related: relatedOf(history) })
}
