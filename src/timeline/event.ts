import type { Actor } from '../value/actor.js'
import type { CustomerId } from '../value/id.js'

/**
 * What can stand on a customer's timeline. Events hold references, codes and counts; personal data stays in the record.
 */
export type TimelineEvent =
  | { readonly kind: 'created'; readonly by: Actor }
  | { readonly kind: 'imported'; readonly by: Actor; readonly row: number; readonly result: 'created' | 'updated' }
  | { readonly kind: 'merged'; readonly by: Actor; readonly absorbed: readonly CustomerId[] }
  | { readonly kind: 'deleted'; readonly by: Actor }

export type TimelineEventKind = TimelineEvent['kind']
