/** Who wishes a change: decides what may be edited, and stands on the timeline. `id` is the host's reference, never a name. */
export interface Actor {
  readonly type: 'staff' | 'customer' | 'system'
  readonly id: string | null
}

/**
 * An actor as one text, to be kept and compared: `staff:7`, `customer:12`, `system`. Actors of one type without an id cannot be
 * told apart.
 */
export function actorReference({ type, id }: Actor): string {
  return id === null ? type : `${type}:${id}`
}
