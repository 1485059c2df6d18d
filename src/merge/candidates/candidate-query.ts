import type { EmailKey } from '../../contact/email.js'
import type { E164 } from '../../contact/phone.js'
import type { CustomerId } from '../../value/id.js'

/**
 * What a search for another profile of the same person asks a store (M-8), as plain JSON. A profile is found by its
 * identities, as a cardholder, or when every word is part of its first name, last name, email or phone, all folded
 * (`foldText`). `isMergeCandidate` is the same in memory.
 */
export interface CandidateQuery {
  /** none where nothing was typed; then the words find nobody */
  readonly words: readonly CandidateWord[]
  /** the whole text as an email or a phone: what the port's `findByIdentity` finds by its index */
  readonly identities: { readonly emails: readonly EmailKey[]; readonly phones: readonly E164[] }
  /** the end of a card number, for the host's own token search: the library never sees a card */
  readonly lastFour: string | null
  /** whom that search has found; what the port's `load` takes */
  readonly cardholders: readonly CustomerId[]
  /** the profiles for which another is wanted */
  readonly except: readonly CustomerId[]
}

/** One word of a search. */
export interface CandidateWord {
  /** folded; part of a name or an email */
  readonly text: string
  /** part of a phone, or `null` where the word is no number */
  readonly digits: string | null
}
