import type { ConsentState, OptInLevel } from './consent.js'

/** A way to reach a customer. */
export type Channel = 'email' | 'sms'

/** What can be said about marketing; the other states come about, and nobody sets them. */
export type ConsentWord = 'PENDING' | 'SUBSCRIBED' | 'UNSUBSCRIBED'

type Transitions = { readonly [From in ConsentState]: readonly ConsentWord[] }

const everyWord = ['PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED'] as const

/**
 * What may follow on what, a row for each state (ours, but for what can be set at all). A yes is not put in doubt again by
 * asking; what is erased stays so.
 */
const transitions: Transitions = {
  NOT_SUBSCRIBED: everyWord,
  PENDING: everyWord,
  SUBSCRIBED: ['SUBSCRIBED', 'UNSUBSCRIBED'],
  UNSUBSCRIBED: everyWord,
  INVALID: [],
  REDACTED: [],
}

/** The same for each channel; only an email can be invalid, and who is not reached there can still say no. */
export const consentTransitions: { readonly [C in Channel]: Transitions } = {
  email: { ...transitions, INVALID: ['UNSUBSCRIBED'] },
  sms: transitions,
}

/** How strongly each word must have been said: a yes needs a level, and only what awaits a confirmation is pending. */
export const consentLevels: { readonly [Word in ConsentWord]: readonly (OptInLevel | null)[] } = {
  PENDING: ['CONFIRMED_OPT_IN'],
  SUBSCRIBED: ['SINGLE_OPT_IN', 'CONFIRMED_OPT_IN', 'UNKNOWN'],
  UNSUBSCRIBED: [null, 'SINGLE_OPT_IN', 'CONFIRMED_OPT_IN', 'UNKNOWN'],
}
