import type { CustomerRecord } from '../../customer/record.js'
import { invariant } from '../../outcome/invariant.js'
import { isTimeZone } from '../../value/calendar.js'
import { isInstant } from '../../value/instant.js'
import type { Catalog } from '../catalog/catalog.js'
import { segmentCatalog } from '../catalog/customer-catalog.js'
import type { CompileSegmentOptions } from '../compile/compile.js'
import type { Segment } from '../segment.js'
import { createMembers, type SegmentIndex } from './members.js'
import { createWatching } from './watching.js'

type Entry = readonly [name: string, segment: Segment]

/** Segments by their names: an object, a map, or its entries; those of a plain list are named by their places, `'0'`, `'1'` and on. */
export type NamedSegments = Iterable<Entry | Segment> | { readonly [name: string]: Segment }

/**
 * Makes an index that tells which of many segments a customer comes into and goes out of when their record changes (S-2), without
 * testing them all: only those with a condition whose answer has changed. Its answers are those of `compileSegment` before and after.
 * It keeps no customers.
 *
 * Dates count from `now`; make another one when the shop's day has changed, and ask `dueSegment` for whom that moved. `read` and the
 * leaves of a host's own catalog rows must say the same. History (`related`) is read for both records; where the readers only know
 * what is now, `was` says what was. A reader that gives the same array again says that nothing has changed.
 *
 * Throws only for programmer's errors, as `compileSegment` does.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { parseSegment } = await import('clientele/segment')
 * const { buildRecord } = await import('clientele/testing')
 * const outcome = parseSegment("customer_tags CONTAINS 'vip'")
 * if (!outcome.ok) throw new Error('the query is wrong')
 * const index = createSegmentIndex({ VIPs: outcome.value }, { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' })
 * const changes = index.update(buildRecord(), buildRecord({ customer: { tags: ['VIP'] } }))
 * expect(changes).toEqual({ entered: ['VIPs'], left: [] })
 * ```
 */
export function createSegmentIndex(
  segments: NamedSegments,
  options: CompileSegmentOptions & { readonly catalog?: undefined },
): SegmentIndex<CustomerRecord>
/** Makes an index of segments of whatever the catalog reads. */
export function createSegmentIndex<T>(
  segments: NamedSegments,
  options: CompileSegmentOptions<T> & { readonly catalog: Catalog<T> },
): SegmentIndex<T>
export function createSegmentIndex<T>(
  segments: NamedSegments,
  options: CompileSegmentOptions<T> & { readonly catalog?: Catalog<T> | undefined },
): SegmentIndex<T> {
  const { now, timeZone, related = {} } = options
  const catalog = options.catalog ?? (segmentCatalog as Catalog<never> as Catalog<T>)
  invariant(isInstant(now), 'now must be an instant such as 2026-11-22T12:00:00.000Z')
  invariant(isTimeZone(timeZone), 'timeZone must be one that the runtime knows, such as Europe/Warsaw')
  const members = createMembers(
    createWatching({ catalog, context: options, related, segments: options.segments }),
  )
  for (const [name, segment] of segmentEntries(segments)) members.add(name, segment)
  return members
}

/** Segments with their names, however they were given. */
export function segmentEntries(segments: NamedSegments): (readonly [string, Segment])[] {
  invariant(Object(segments) === segments, 'segments are given by their names, or as a list')
  const isIterable = Symbol.iterator in segments
  const entries = isIterable ? [...(segments as Iterable<Entry | Segment>)] : Object.entries(segments)
  return entries.map((entry, place) => (isEntry(entry) ? entry : [String(place), entry]))
}

function isEntry(one: Entry | Segment): one is Entry {
  return Array.isArray(one)
}
