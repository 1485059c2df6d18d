import type { Consent } from './consent.js'

/** A yes, how it was given, and when. */
export interface Acceptance extends Consent {
  readonly state: 'SUBSCRIBED' | 'PENDING'
  readonly updatedAt: string
}

/** What a yes made of what was said before: it counts, it says nothing that was not said more strongly, or it came too late. */
export type AcceptedConsent =
  | { readonly result: 'taken'; readonly consent: Consent }
  | { readonly result: 'kept' }
  | { readonly result: 'outdated' }

/**
 * Takes over a yes that somebody gave at some time (E-6). What was said later, a no above all, stands against news that
 * arrive late; a yes already given is not weakened by one that waits to be confirmed; and what was erased stays erased.
 */
export function acceptConsent(kept: Consent, given: Acceptance): AcceptedConsent {
  if (kept.state === 'REDACTED') return { result: 'kept' }
  if (kept.updatedAt !== null && kept.updatedAt > given.updatedAt) return { result: 'outdated' }
  if (strength(kept) >= strength(given)) return { result: 'kept' }
  const { state, optInLevel, updatedAt, source } = given
  return { result: 'taken', consent: { state, optInLevel, updatedAt, source } }
}

/** How much of a yes it is; nothing where it is none. */
function strength({ state, optInLevel }: Consent): number {
  if (state === 'PENDING') return 1
  if (state !== 'SUBSCRIBED') return 0
  return optInLevel === 'CONFIRMED_OPT_IN' ? 3 : 2
}
