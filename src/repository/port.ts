import type { EmailKey } from '../contact/email.js'
import type { E164 } from '../contact/phone.js'
import type { CustomerRecord } from '../customer/record.js'
import type { BlockingKey } from '../duplicates/blocking-keys.js'
import type { Outcome } from '../outcome/outcome.js'
import type { Problem } from '../outcome/problem.js'
import type { ChangeSet, Receipt } from '../plan/change-set.js'
import type { CommitProblemCode } from '../plan/commit-problem.js'
import type { Effect } from '../plan/effect.js'
import type { Person } from '../plan/person.js'
import type { RequestDigest } from '../plan/request.js'
import type { TimelineEntry } from '../timeline/entry.js'
import type { CustomerId, EffectId, SegmentId } from '../value/id.js'
import type { CallOptions } from './call-options.js'
import type { Capabilities } from './capabilities.js'
import type { Memberships } from './memberships.js'
import type { Cursor } from './page-cursor.js'
import type { RecordFilter, RecordQuery } from './query.js'
import type { SavedSegments } from './saved-segments.js'

/** What an id leads to. `into` is the end of the chain of merges. */
export type Loaded =
  | { readonly id: CustomerId; readonly state: 'present'; readonly record: CustomerRecord }
  | { readonly id: CustomerId; readonly state: 'merged'; readonly into: CustomerId }
  | { readonly id: CustomerId; readonly state: 'deleted' }
  | { readonly id: CustomerId; readonly state: 'unknown' }

/** Emails by their canonical key, phones in E.164. */
export interface Identities {
  readonly emails: readonly EmailKey[]
  readonly phones: readonly E164[]
}

/** The living records that hold any of the identities, and which of them belong to erased people. */
export interface IdentityMatches {
  readonly records: readonly CustomerRecord[]
  readonly suppressed: Identities
}

/** Some records in the store's order. */
export interface RecordPage {
  readonly records: readonly CustomerRecord[]
  /** where the next page begins, or `null` at the end */
  readonly next: Cursor | null
}

/** The ids of two customers of whom somebody has said that they are different people. */
export type DistinctPair = readonly [CustomerId, CustomerId]

/** A refusal of a commit; of what a record or its claims are not, with `params.id`. */
export type CommitProblem = Problem<CommitProblemCode>

/**
 * The one port that a host supplies: where customers are kept.
 *
 * A refusal is returned; a throw means only "cannot tell", and the caller then sends the identical call again.
 * `repositoryContract` of `clientele/contract` proves an implementation. What holds for every method:
 *
 * - A record lives while it is neither merged, tombstoned, nor `facts.deleted`. One with `facts.deleted` still loads as
 *   present; it is not listed or found, and holds no claims.
 * - What is handed out and taken in are copies: nobody changes a stored record but by a commit.
 * - An aborted signal throws before anything is read or done.
 */
export interface CustomerRepository<Tx = never> {
  readonly capabilities: Capabilities
  /** One answer an id, in the order asked, repeats included. */
  load<const Ids extends readonly CustomerId[]>(
    ids: Ids,
    options?: CallOptions<Tx>,
  ): Promise<{ readonly [Index in keyof Ids]: Loaded }>
  /**
   * Under what the host's tables may know a person: for who delivers a redaction, or hands over all data (G-1, G-3). Of somebody
   * erased, contacts are told as long as a `redact` effect for the id waits, and then no more; of an id that was merged or is
   * unknown, the id alone.
   *
   * Without it the service reads the record just before it commits a redaction or a deletion, and tells `deliver` its id, email
   * and phone, for the effects of that very call. What remains is a gap: former contacts and merged ids are not told, and
   * effects that are delivered later, after a crash or by `deliverEffects`, come with the id alone; then rows without a customer
   * id, such as those of guests, are the host's to find. A store whose host has such tables should have it.
   */
  knownAs?(id: CustomerId, options?: CallOptions<Tx>): Promise<Person>
  /** All living records that hold any of these identities, each once, in the order of their ids (C-6). */
  findByIdentity(identities: Identities, options?: CallOptions<Tx>): Promise<IdentityMatches>
  /** All living records, each once, in a stable order. */
  list(
    page: { readonly after: Cursor | null; readonly limit: number },
    options?: CallOptions<Tx>,
  ): Promise<RecordPage>
  /**
   * One atomic write, or a refusal with all its reasons: first the key, then the confirmation, then revisions, guards
   * and claims all at once, each with `params.id` as the change set has it (`new:1` for a new record). A change aimed at
   * somebody who is gone is `commit.stale`, expected or not; a `new:` id that nothing makes is a programmer's error and
   * throws. `redactEvents`, `suppress`, `redact` and `redaction` set to `'done'` also drop stored receipts and outbox rows that name
   * the subject; of the rows only redactions that wait stay, of the receipts those that name others too, without the subject.
   */
  commit(changeSet: ChangeSet, options?: CallOptions<Tx>): Promise<Outcome<Receipt, CommitProblem>>
  /**
   * Living records for whom a segment holds and whom a search finds, in the sense of `compileSegment` and `matchesSearch`; each
   * once, in the order of `compareRecords`, or that of ids by code points. Cursors are keyset cursors (`cursorAfter`), so a page
   * goes on where the last one ended, whatever was inserted, changed or ended since. A page that is not full need not be the last.
   *
   * A refusal means that the store cannot answer this query; the service then reads through `list`, and says so
   * (`capability.fallback`). Code of the cursor: `find.cursor-invalid`.
   */
  find?(query: RecordQuery, options?: CallOptions<Tx>): Promise<Outcome<RecordPage>>
  /** How many `find` would find. A refusal means that the store cannot answer it. */
  count?(filter: RecordFilter, options?: CallOptions<Tx>): Promise<Outcome<number>>
  /** The saved segments (S-1). */
  readonly segments?: SavedSegments<Tx>
  /** Who is in one of the saved segments (S-2). */
  memberships?(segmentId: SegmentId): Memberships<Tx>
  /**
   * Living records that hold any of these keys (`blockingKeys` of `clientele/duplicates`), each once, in the order of ids by code
   * points, at most `limit`.
   */
  findByBlockingKeys?(
    page: { readonly keys: readonly BlockingKey[]; readonly limit: number },
    options?: CallOptions<Tx>,
  ): Promise<readonly CustomerRecord[]>
  /**
   * Whom these customers, one or many, were recorded not to be (`distinct` changes): pairs of which one at least was asked for,
   * each once, the id first that is first by code points, and in that order. What was said of a merged customer holds for the
   * survivor. Who has ended is in no pair; who is out of use (`facts.deleted`) is, because the decision stands.
   */
  distinctFrom?(ids: readonly CustomerId[], options?: CallOptions<Tx>): Promise<readonly DistinctPair[]>
  /**
   * All events of a customer and of everybody who was merged into them, oldest first; of one moment, in the order in which
   * they came. A store that keeps no timelines has none to tell.
   */
  timeline?(id: CustomerId, options?: CallOptions<Tx>): Promise<readonly TimelineEntry[]>
  /** What was carried out under a key, or `null`. */
  outcomeOf(
    key: string,
    options?: CallOptions<Tx>,
  ): Promise<{ readonly request: RequestDigest; readonly receipt: Receipt } | null>
  /** The oldest effects that nobody has acknowledged, in order. */
  outbox(page: { readonly limit: number }, options?: CallOptions<Tx>): Promise<readonly Effect[]>
  /**
   * Removes effects from the outbox; ids that are not there are passed over. When the last `reassign` of a merge goes, the
   * survivor's `mergeInProgress` becomes false. With the last `redact` of a person, `relationRedaction` turns from `'pending'` to
   * `'done'`, which only a store with relations by the outbox is ever asked for; and what `knownAs` told of somebody erased is
   * forgotten.
   */
  acknowledge(ids: readonly EffectId[], options?: CallOptions<Tx>): Promise<void>
}
