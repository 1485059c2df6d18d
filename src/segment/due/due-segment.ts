import type { CustomerRecord } from '../../customer/record.js'
import { invariant } from '../../outcome/invariant.js'
import { isTimeZone, todayIn } from '../../value/calendar.js'
import { isInstant, type Instant } from '../../value/instant.js'
import type { Catalog } from '../catalog/catalog.js'
import { segmentCatalog } from '../catalog/customer-catalog.js'
import type { CompileSegmentOptions } from '../compile/compile.js'
import { parseSegment } from '../parse-segment.js'
import { rootOf } from '../root-of.js'
import type { Segment, SegmentLeaf, SegmentNode } from '../segment.js'
import { leavesOf } from '../tree/descend.js'
import { dueNode, joined, type Asking } from './due-node.js'

/** Those of `compileSegment` that matter here; the same object fits. */
export interface DueSegmentOptions<T = CustomerRecord>
  extends Pick<CompileSegmentOptions<T>, 'timeZone' | 'segments'> {
  readonly catalog?: Catalog<T> | undefined
}

/**
 * A segment of the only customers whom time alone can have brought into or out of another one between two moments (S-2):
 * whoever is a member at `from` and not at `to`, or the other way round, is in it. Ask it, as any segment, when the shop's day has
 * changed, and test again only those. All dates in it are absolute, so it means the same at any `now`.
 *
 * Of plain conditions it holds exactly who changes; of a function's dates, all with an event that comes to count or ceases to. A
 * segment that does not change with time, or not between these moments, gives one that nobody matches: a condition and its
 * contrary. One too large to be written within the limits of a segment gives one that everybody matches.
 *
 * Throws only for programmer's errors: a moment or zone that is none, a segment that was not parsed with this catalog and these
 * segments.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { printSegment } = await import('clientele/segment')
 * const outcome = parseSegment("customer_tags CONTAINS 'vip' AND last_order_date > -30d")
 * if (!outcome.ok) throw new Error('the query is wrong')
 * const [from, to] = ['2026-11-20T12:00:00.000Z', '2026-11-22T12:00:00.000Z']
 * const due = dueSegment(outcome.value, from, to, { timeZone: 'Europe/Warsaw' })
 * expect(printSegment(due)).toBe("customer_tags CONTAINS 'vip' AND last_order_date BETWEEN 2026-10-22 AND 2026-10-23")
 * ```
 */
export function dueSegment<T = CustomerRecord>(
  segment: Segment,
  from: Instant,
  to: Instant,
  options: DueSegmentOptions<T>,
): Segment {
  const { timeZone, segments } = options
  const catalog: Catalog<never> = options.catalog ?? segmentCatalog
  invariant(isInstant(from) && isInstant(to), 'from and to must be instants such as 2026-11-22T12:00:00.000Z')
  invariant(isTimeZone(timeZone), 'timeZone must be one that the runtime knows, such as Europe/Warsaw')
  const days = { before: todayIn(from, timeZone), after: todayIn(to, timeZone) }
  const asking: Asking = { catalog, segments, days, named: new Map(), found: new Map() }
  const due = dueNode(rootOf(segment), asking)
  const some = someLeaf(segment, catalog)
  const none: SegmentNode = { kind: 'not', node: some }
  if (due === null) return read({ kind: 'and', nodes: [some, none] }, options) as Segment
  const alone = joined('or', [...asking.found.values()])
  const everyone: SegmentNode = { kind: 'or', nodes: [some, none] }
  return (read(due, options) ?? read(alone, options) ?? read(everyone, options)) as Segment
}

/** The tree as a segment, where it is within the limits of one. */
function read<T>(root: SegmentNode, { catalog, segments }: DueSegmentOptions<T>): Segment | null {
  const outcome = parseSegment(root, { catalog, segments })
  return outcome.ok ? outcome.value : null
}

/** Any condition; by preference one of the segment, because whatever can read that can read it again. */
function someLeaf({ root }: Segment, { attributes }: Catalog<never>): SegmentLeaf {
  const [first] = leavesOf(root)
  if (first !== undefined) return first
  const row = attributes.find(
    ({ type, reads, operators }) => type !== 'any' && reads === undefined && operators === undefined,
  )
  invariant(row, 'the catalog has an attribute that any record can be asked for')
  return { kind: 'clause', attribute: row.name, operator: 'IS NULL', values: [] }
}
