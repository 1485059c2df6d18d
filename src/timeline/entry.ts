import type { CustomerId, EventId } from '../value/id.js'
import type { Instant } from '../value/instant.js'
import type { TimelineEvent } from './event.js'

/** An event as it stands on a timeline. Its id derives from the key of its change set, so that a retry repeats it. */
export interface TimelineEntry {
  readonly id: EventId
  /** the customer it was written for, who may have been merged into another since */
  readonly customer: CustomerId
  readonly at: Instant
  readonly event: TimelineEvent
}
