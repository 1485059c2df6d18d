import type { Instant } from '../value/instant.js'

/** What a customer has said about marketing in one channel. `INVALID` occurs for email only; `REDACTED` is read-only. */
export type ConsentState =
  | 'NOT_SUBSCRIBED'
  | 'PENDING'
  | 'SUBSCRIBED'
  | 'UNSUBSCRIBED'
  | 'INVALID'
  | 'REDACTED'

/** How strongly it was said: once, or confirmed through a message. */
export type OptInLevel = 'SINGLE_OPT_IN' | 'CONFIRMED_OPT_IN' | 'UNKNOWN'

/** Consent to marketing in one channel (E-6): the state, how, when and where it was given. */
export interface Consent {
  readonly state: ConsentState
  readonly optInLevel: OptInLevel | null
  readonly updatedAt: Instant | null
  readonly source: string | null
}

/** Nobody has asked, nobody has answered. */
export const noConsent: Consent = {
  state: 'NOT_SUBSCRIBED',
  optInLevel: null,
  updatedAt: null,
  source: null,
}

export const consentStates = [
  'NOT_SUBSCRIBED',
  'PENDING',
  'SUBSCRIBED',
  'UNSUBSCRIBED',
  'INVALID',
  'REDACTED',
] as const satisfies readonly ConsentState[]

export const optInLevels = [
  'SINGLE_OPT_IN',
  'CONFIRMED_OPT_IN',
  'UNKNOWN',
] as const satisfies readonly OptInLevel[]
