import type { Sort } from '../customer/record-sort.js'
import type { Segment } from '../segment/segment.js'
import type { Instant } from '../value/instant.js'
import type { Cursor } from './page-cursor.js'

/** When and where a query is asked: its dates and amounts mean something only there. */
export interface Moment {
  readonly now: Instant
  /** the shop's zone, an IANA name */
  readonly timeZone: string
  /** the shop's currency; an amount in another counts as missing. Without one an amount counts in its own. */
  readonly currency?: string | undefined
}

/** Whom to find: those for whom the segment holds and whom the search finds. */
export interface RecordFilter {
  readonly where: Segment
  /** free text, in the sense of `matchesSearch` (L-4a), or `null` */
  readonly search: string | null
  readonly moment: Moment
  /** the segments that `segment('name')` may name, parsed */
  readonly segments?: ((name: string) => Segment | null | undefined) | undefined
}

/** Whom to find, in which order (L-2), and which of them. */
export interface RecordQuery extends RecordFilter {
  /** the store's own stable order, that of ids, unless given */
  readonly sort?: Sort | undefined
  /** the `next` of the page before, of the same query and sort */
  readonly after: Cursor | null
  readonly limit: number
}
