import type { Actor } from '../value/actor.js'
import type { CustomerId } from '../value/id.js'
import type { Instant } from '../value/instant.js'

/**
 * What can stand on a customer's timeline. Events hold references, codes and counts; personal data stays in the record.
 */
export type TimelineEvent =
  | { readonly kind: 'created'; readonly by: Actor }
  | {
      readonly kind: 'imported'
      readonly by: Actor
      readonly row: number
      readonly result: 'created' | 'updated'
    }
  | { readonly kind: 'merged'; readonly by: Actor; readonly absorbed: readonly CustomerId[] }
  | {
      /** what a record that took part in a merge had said about marketing, and the merged one no longer says (M-6) */
      readonly kind: 'consent-superseded'
      readonly by: Actor
      readonly from: CustomerId
      readonly channel: 'email' | 'sms'
      readonly state: string
      readonly optInLevel: string | null
      readonly since: Instant | null
      readonly source: string | null
    }
  | { readonly kind: 'deleted'; readonly by: Actor }
  /** what happened about the person's data (G-1 … G-4); `redacted` is all that an erased timeline begins with */
  | { readonly kind: PrivacyEventKind; readonly by: Actor }

/** What can happen about a person's data. */
export type PrivacyEventKind =
  | 'redaction-requested'
  | 'redaction-cancelled'
  | 'redaction-begun'
  | 'redacted'
  | 'data-requested'
  | 'data-handed-over'

/** What kind of event stands on a timeline. */
export type TimelineEventKind = TimelineEvent['kind']
