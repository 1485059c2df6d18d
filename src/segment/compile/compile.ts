import type { CustomerRecord } from '../../customer/record.js'
import { invariant } from '../../outcome/invariant.js'
import { isTimeZone } from '../../value/calendar.js'
import { isInstant, type Instant } from '../../value/instant.js'
import type { Catalog, Predicate } from '../catalog/catalog.js'
import { segmentCatalog } from '../catalog/customer-catalog.js'
import type { Related } from '../catalog/related.js'
import { rootOf } from '../root-of.js'
import type { Segment } from '../segment.js'
import { compileTree } from './compile-tree.js'

/** What a segment means only together with: the moment, the shop, and what the record does not hold. */
export interface CompileSegmentOptions<T = CustomerRecord> {
  /** relative dates (`-30d`) count from the shop's day at this moment */
  readonly now: Instant
  /** the shop's zone, an IANA name; days begin and end in it */
  readonly timeZone: string
  /** the shop's currency; an amount in another counts as missing. Without one an amount counts in the record's own currency. */
  readonly currency?: string | undefined
  /** readers of what the record does not hold; those that `segmentRequirements` names are wanted */
  readonly related?: Related<T> | undefined
  /** the segments that `segment('name')` may name, as they were given when this one was parsed */
  readonly segments?: ((name: string) => Segment | null | undefined) | undefined
}

/**
 * Compiles a parsed segment to a test of one record (S-2). Two-valued: an ordered comparison with a missing value is
 * false, `!=` and `NOT CONTAINS` are true. What is meant by dates is settled now, so testing reads no clock. What is cheap
 * to test is tested first, whatever stands first in the text.
 *
 * Throws only for programmer's errors: a moment or zone that is none, a segment that was not parsed with this catalog and
 * these segments, a reader that is missing.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { parseSegment } = await import('clientele/segment')
 * const { buildRecord } = await import('clientele/testing')
 * const outcome = parseSegment('customer_added_date >= -7d')
 * if (!outcome.ok) throw new Error('the query is wrong')
 * const isMember = compileSegment(outcome.value, { now: '2026-01-05T12:00:00.000Z', timeZone: 'Europe/Warsaw' })
 * expect(isMember(buildRecord({ customer: { createdAt: '2026-01-01T09:00:00.000Z' } }))).toBe(true)
 * ```
 */
export function compileSegment(
  segment: Segment,
  options: CompileSegmentOptions & { readonly catalog?: undefined },
): Predicate<CustomerRecord>
/** Compiles a parsed segment to a test of whatever the catalog reads. */
export function compileSegment<T>(
  segment: Segment,
  options: CompileSegmentOptions<T> & { readonly catalog: Catalog<T> },
): Predicate<T>
export function compileSegment<T>(
  segment: Segment,
  options: CompileSegmentOptions<T> & { readonly catalog?: Catalog<T> | undefined },
): Predicate<T> {
  const { now, timeZone, related = {}, segments } = options
  const catalog = options.catalog ?? (segmentCatalog as Catalog<never> as Catalog<T>)
  invariant(isInstant(now), 'now must be an instant such as 2026-11-22T12:00:00.000Z')
  invariant(isTimeZone(timeZone), 'timeZone must be one that the runtime knows, such as Europe/Warsaw')
  return compileTree(rootOf(segment), { catalog, context: options, related, segments })
}
