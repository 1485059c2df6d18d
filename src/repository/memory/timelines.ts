import type { TimelineEntry } from '../../timeline/entry.js'
import type { CustomerId, EventId } from '../../value/id.js'

/** An event as it stands on a timeline. */
export type StoredEvent = TimelineEntry

/** The events under the id they were written for, in the order in which they came. */
export interface Timelines {
  readonly byCustomer: Map<CustomerId, { readonly order: number; readonly event: StoredEvent }[]>
  readonly ids: Set<EventId>
}

/** Adds an event; its id derives from the key, so one that is there is the same event. */
export function addEvent({ byCustomer, ids }: Timelines, event: StoredEvent): void {
  if (ids.has(event.id)) return
  ids.add(event.id)
  const row = { order: ids.size, event }
  const timeline = byCustomer.get(event.customer)
  if (timeline === undefined) byCustomer.set(event.customer, [row])
  else timeline.push(row)
}

/** Erases all that the timelines of these customers say. The ids stay known, so that no retry brings an event back. */
export function eraseEvents({ byCustomer }: Timelines, customers: readonly CustomerId[]): void {
  for (const customer of customers) byCustomer.delete(customer)
}

/** One timeline of several ids, oldest first; what happened at one moment, in the order in which it came. */
export function eventsOf({ byCustomer }: Timelines, customers: readonly CustomerId[]): StoredEvent[] {
  return customers
    .flatMap((customer) => byCustomer.get(customer) ?? [])
    .toSorted((one, other) =>
      one.event.at === other.event.at ? one.order - other.order : one.event.at < other.event.at ? -1 : 1,
    )
    .map(({ event }) => event)
}
