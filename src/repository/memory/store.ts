import type { EmailKey, EmailKeyOptions } from '../../contact/email.js'
import type { E164 } from '../../contact/phone.js'
import type { Receipt } from '../../plan/change-set.js'
import type { Claim } from '../../plan/claims.js'
import type { Effect } from '../../plan/effect.js'
import type { Person } from '../../plan/person.js'
import type { RequestDigest } from '../../plan/request.js'
import type { StoreTraits } from '../../plan/store-traits.js'
import type { SuppressionKey } from '../../plan/suppression-key.js'
import type { BlockingKey } from '../../duplicates/blocking-keys.js'
import type { IdentityRule } from '../../policy/policy.js'
import type { CustomerId, SegmentId } from '../../value/id.js'
import type { SavedSegment } from '../saved-segments.js'
import type { Entry } from './entry.js'
import type { Host } from './host.js'
import type { IdOrder } from './id-order.js'
import type { ManyIndex } from './many-index.js'
import type { MemberList } from './member-list.js'
import { noRows, type NamedRows } from './named-rows.js'
import type { Numbering } from './numbering.js'
import type { SortedIds } from './sorted-ids.js'
import type { Timelines } from './timelines.js'

/** What was carried out under a key. */
export interface Settled {
  readonly request: RequestDigest
  readonly receipt: Receipt
}

/** All that the repository holds. Maps throughout, so that no name collides with what every object has. */
export interface Store {
  readonly host: Host
  readonly statistics: StoreTraits['statistics']
  /** what two emails may differ in and still be one mailbox */
  readonly emailKey: EmailKeyOptions | undefined
  /** by which people are recognised */
  readonly identity: IdentityRule
  /** whether people are looked up in it: one on which a commit is only carried out needs no index of contacts and tags */
  readonly isSearched: boolean
  readonly entries: Map<CustomerId, Entry>
  readonly order: IdOrder
  /** the one unique index: who holds a claim */
  readonly claims: Map<Claim, CustomerId>
  /** by mailbox */
  readonly emails: ManyIndex<EmailKey>
  readonly phones: ManyIndex<E164>
  /** folded */
  readonly tags: ManyIndex<string>
  /** from the first time that somebody asks for duplicates: before it would be dead weight */
  blocks: ManyIndex<BlockingKey> | null
  /** by a name of each sort that somebody has asked for */
  readonly sorted: Map<string, SortedIds>
  readonly segments: Map<SegmentId, SavedSegment>
  readonly members: Map<SegmentId, MemberList>
  readonly suppressed: Set<SuppressionKey>
  /** who is erased here while redactions wait in the outbox, as they were known before; forgotten with the last of these */
  readonly leaving: Map<CustomerId, Person>
  /** which activities were counted for which record */
  readonly counted: Set<string>
  readonly timelines: Timelines
  /** who are different people: for each id the groups it stands in */
  readonly distinct: Map<CustomerId, (readonly CustomerId[])[]>
  readonly receipts: NamedRows<Settled>
  readonly outbox: NamedRows<Effect>
  readonly numbering: Numbering
  /** whether a write is under way (`alone`) */
  readonly lock: { isHeld: boolean }
}

/** A store with nothing in it. */
export function emptyStore({
  host,
  statistics,
  identity,
  isSearched,
}: Pick<Store, 'host' | 'statistics' | 'identity' | 'isSearched'>): Store {
  return {
    host,
    statistics,
    emailKey: identity.emailKey,
    identity,
    isSearched,
    entries: new Map(),
    order: { sorted: [], fresh: [] },
    claims: new Map(),
    emails: new Map(),
    phones: new Map(),
    tags: new Map(),
    blocks: null,
    sorted: new Map(),
    segments: new Map(),
    members: new Map(),
    suppressed: new Set(),
    leaving: new Map(),
    counted: new Set(),
    timelines: { byCustomer: new Map(), ids: new Set() },
    distinct: new Map(),
    receipts: noRows(),
    outbox: noRows(),
    numbering: { customer: 0, address: 0, revision: 0, segment: 0 },
    lock: { isHeld: false },
  }
}
