import type { JsonValue } from '../outcome/json.js'
import type { Instant } from '../value/instant.js'

/** A fact that the host may be unable to tell. Unknown is never read as "no". */
export type Known<T> = T | 'unknown'

/** What only the host's own tables know; each value may be `'unknown'`. */
export interface HostFacts {
  /** any placed order, cancelled ones included, drafts not */
  readonly orderHistory: Known<'none' | 'some'>
  readonly subscriptionContracts: Known<'never' | 'past' | 'active'>
  readonly company: Known<'none' | 'active' | 'past-orders'>
  /** how many cards lie in the vault */
  readonly vaultedCards: Known<number>
  readonly storeCreditAccounts: Known<number>
  /** how many gift cards are scheduled for this recipient and not yet delivered */
  readonly scheduledGiftCards: Known<number>
  /** whether Multipass login is enabled */
  readonly multipass: Known<boolean>
  /** facts behind the host's own blockers; a missing key is unknown */
  readonly custom: { readonly [key: string]: JsonValue }
}

/** Who asked for the erasure of this person's data, and when. */
export interface RedactionRequest {
  readonly at: Instant
  /** who alone may cancel it: `staff:7`, `customer:12`, `system` */
  readonly by: string
}

/** What the library keeps about a record beside the customer; covered by the revision. */
export interface LibraryFacts {
  readonly deleted: boolean
  readonly mergeInProgress: boolean
  readonly redaction: 'none' | 'pending' | 'done'
  readonly redactionRequest: RedactionRequest | null
  /**
   * how far the host's tables are that follow by the outbox: while an erasure is pending they come first. The store itself sets
   * `'done'` when the last of them is acknowledged. Absent reads as `'none'`: a store without such tables need not keep it
   */
  readonly relationRedaction?: 'none' | 'pending' | 'done' | undefined
  readonly dataRequest: 'none' | 'pending'
}

/** Everything that blocks or allows what is not in the customer itself. */
export interface Facts extends HostFacts, LibraryFacts {}

/** A fact's name, or `custom.<key>` for one of the host's own. */
export type FactName = Exclude<keyof Facts, 'custom' | 'redactionRequest'> | `custom.${string}`

/** A host that tells nothing. */
export const unknownHostFacts: HostFacts = {
  orderHistory: 'unknown',
  subscriptionContracts: 'unknown',
  company: 'unknown',
  vaultedCards: 'unknown',
  storeCreditAccounts: 'unknown',
  scheduledGiftCards: 'unknown',
  multipass: 'unknown',
  custom: {},
}

/** A host that knows there is nothing: no orders, no contracts, no cards. */
export const harmlessHostFacts: HostFacts = {
  orderHistory: 'none',
  subscriptionContracts: 'never',
  company: 'none',
  vaultedCards: 0,
  storeCreditAccounts: 0,
  scheduledGiftCards: 0,
  multipass: false,
  custom: {},
}

/** A record with nothing going on. */
export const noLibraryFacts: LibraryFacts = {
  deleted: false,
  mergeInProgress: false,
  redaction: 'none',
  redactionRequest: null,
  relationRedaction: 'none',
  dataRequest: 'none',
}

const CUSTOM = 'custom.'

/** Reads one fact by name. What is absent is `'unknown'`; only own keys count, so no fact is found on a prototype. */
export function factValue(facts: Partial<Facts>, name: FactName): JsonValue {
  if (!name.startsWith(CUSTOM)) return own(facts as JsonObject, name)
  return own(facts.custom ?? {}, name.slice(CUSTOM.length))
}

type JsonObject = { readonly [key: string]: JsonValue }

function own(map: JsonObject, key: string): JsonValue {
  return (Object.hasOwn(map, key) ? map[key] : undefined) ?? 'unknown'
}
