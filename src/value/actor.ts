/** Who wishes a change: decides what may be edited, and stands on the timeline. `id` is the host's reference, never a name. */
export interface Actor {
  readonly type: 'staff' | 'customer' | 'system'
  readonly id: string | null
}
