import type { CustomerRecord } from '../../customer/record.js'
import type { Shop } from '../../plan/context.js'
import type { SegmentSources } from '../../bulk/bulk-selection.js'
import { createSegmentIndex, type NamedSegments, type SegmentIndex } from '../../segment/index.js'
import { todayIn } from '../../value/calendar.js'
import type { CustomerId } from '../../value/id.js'
import type { Instant } from '../../value/instant.js'

/** That a customer has come into segments, or gone out of them (S-2); the names are the host's own. */
export interface SegmentChange {
  readonly customer: CustomerId
  readonly at: Instant
  readonly entered: readonly string[]
  readonly left: readonly string[]
}

/**
 * Who is told, once a commit is done, which of the followed segments its customers have come into and gone out of (S-2, S-3). What
 * `changed` throws is lost, because a commit that is done is never reported as failed; so is a change after which the process
 * ends at once. Where two commits of one customer meet, one may be told twice or with the other. In the host's own transaction
 * nobody is told, since it may still be undone. What time alone moves is told by `dueSegmentChanges`.
 */
export interface SegmentListener {
  /** the segments that are followed, by name; the same object as long as they are the same */
  readonly segments: () => NamedSegments
  readonly changed: (change: SegmentChange) => Promise<void>
}

/** The followed segments as they are at a moment, and who is told. */
export interface FollowedSegments {
  readonly indexAt: (now: Instant) => SegmentIndex<CustomerRecord>
  readonly changed: SegmentListener['changed']
}

/** One index, made anew when the shop's day or the segments change: dates count from the day. */
export function followSegments(
  listener: SegmentListener,
  { timeZone, currency }: Shop,
  sources: SegmentSources,
): FollowedSegments {
  let made: { day: string; segments: NamedSegments; index: SegmentIndex<CustomerRecord> } | null = null
  return {
    indexAt: (now) => {
      const [day, segments] = [todayIn(now, timeZone), listener.segments()]
      if (made?.day !== day || made.segments !== segments) {
        const index = createSegmentIndex(segments, { now, timeZone, currency, ...sources })
        made = { day, segments, index }
      }
      return made.index
    },
    changed: (change) => listener.changed(change),
  }
}
