import type { OptInLevel } from '../../contact/consent.js'
import type { Channel, ConsentWord } from '../../contact/consent-transitions.js'
import type { Instant } from '../../value/instant.js'

/** What a customer says about marketing in one channel (E-6), and what is known of how they said it. */
export interface ConsentChange {
  readonly channel: Channel
  readonly state: ConsentWord
  /** a yes needs one */
  readonly optInLevel?: OptInLevel | null | undefined
  /** when it was said; now unless given, never later */
  readonly updatedAt?: Instant | null | undefined
  /** where it was said: a form, a checkout, a phone call */
  readonly source?: string | null | undefined
}

/** Why what is said about marketing is refused. */
export type ConsentProblemCode =
  | 'consent.transition-not-allowed'
  | 'consent.level-missing'
  | 'consent.level-not-allowed'
  | 'consent.in-future'
  | 'consent.outdated'
