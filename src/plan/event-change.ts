import type { TimelineEvent } from '../timeline/event.js'
import type { CustomerId } from '../value/id.js'
import type { EventChange } from './change.js'
import type { Context } from './context.js'

/** An event for the timeline; `number` counts the events of one change set from 1, and makes the id with the key. */
export function eventChange(
  context: Pick<Context, 'key' | 'now'>,
  number: number,
  customer: CustomerId,
  event: TimelineEvent,
): EventChange {
  return { type: 'event', id: `${context.key}/event/${number}`, customer, at: context.now, event }
}
