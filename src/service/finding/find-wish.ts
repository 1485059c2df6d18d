import type { Sort } from '../../customer/record-sort.js'
import { refusal, success, type Outcome } from '../../outcome/outcome.js'
import { problem, under } from '../../outcome/problem.js'
import { checkShape } from '../../outcome/shape-problems.schema.js'
import type { Context } from '../../plan/context.js'
import type { Cursor } from '../../repository/page-cursor.js'
import type { RecordFilter, RecordQuery } from '../../repository/query.js'
import { parseSegment } from '../../segment/parse-segment.js'
import { allCustomers, type Segment } from '../../segment/segment.js'
import { findWishSchema } from './find-wish.schema.js'
import type { ServicePorts } from '../ports.js'

/** Whom somebody looks for. Everything has a default: everybody, a page of as many as the policy allows. */
export interface FindWish {
  /** a query in the language of segments, or a segment */
  readonly where?: string | Segment | undefined
  /** free text (L-4a) */
  readonly search?: string | null | undefined
  /** L-2; the store's own order unless given */
  readonly sort?: Sort | undefined
  /** the `next` of the page before, of the same wish */
  readonly after?: Cursor | null | undefined
  /** at most `policy.limits.page`, 50 */
  readonly limit?: number | undefined
}

/**
 * Reads a wish: the query is parsed, and so is a segment once more, because it may have come from anywhere.
 *
 * Codes: `shape.*`, `segment.*` (the path begins with `where`), `find.page-too-large` (`params.limit`).
 */
export function readFindWish<Tx>(
  ports: ServicePorts<Tx>,
  given: FindWish,
  context: Context,
): Outcome<RecordQuery> {
  const shape = checkShape(findWishSchema, given)
  if (!shape.ok) return shape
  const { page } = context.policy.limits
  const { where, search = null, sort, after = null, limit = page } = shape.value
  if (limit > page) return refusal(problem('find.page-too-large', ['limit'], { limit: page }))
  const filter = filterOf(ports, where, search, context)
  return filter.ok ? success({ ...filter.value, sort, after, limit }, filter.warnings) : filter
}

/** The filter of a query or a segment, asked now and in the shop; what was assumed comes as warnings. */
export function filterOf<Tx>(
  { sources: { segments } }: ServicePorts<Tx>,
  where: string | Segment | undefined,
  search: string | null,
  { now, shop }: Context,
): Outcome<RecordFilter> {
  const parsed = where === undefined ? success(allCustomers) : parseSegment(where, { segments })
  if (!parsed.ok) {
    const [first, ...rest] = parsed.problems
    return refusal(under(['where'], first), ...rest.map((one) => under(['where'], one)))
  }
  const moment = { now, timeZone: shop.timeZone, currency: shop.currency }
  return success({ where: parsed.value, search, moment, segments }, parsed.warnings)
}
