import type { HostFacts } from '../../customer/facts.js'
import type { CustomerRecord } from '../../customer/record.js'
import type { Statistics } from '../../customer/statistics.js'
import type { StoreTraits } from '../../plan/store-traits.js'
import type { Person } from '../../plan/person.js'
import { policies } from '../../policy/policies.js'
import type { IdentityRule } from '../../policy/policy.js'
import type { CustomerId } from '../../value/id.js'
import type { CallOptions } from '../call-options.js'
import type { CustomerRepository, DistinctPair, Loaded } from '../port.js'
import { alone } from './alone.js'
import { commit } from './commit.js'
import { distinctPairs } from './distinct-people.js'
import { endOf, lineageOf } from './entry.js'
import { findByBlockingKeys } from './find-by-blocking-keys.js'
import { countRecords, findRecords } from './find-records.js'
import { findByIdentity } from './find-by-identity.js'
import { knownAs } from './known-as.js'
import { modesOf, type HostRelations } from './host.js'
import { listRecords } from './list-records.js'
import { loadRecords } from './load-records.js'
import { membersOf, replaceMembers } from './memberships.js'
import { acknowledgeEffects, waitingEffects } from './outbox.js'
import { listSegments, removeSegment, saveSegment } from './saved-segments.js'
import { seed } from './seed.js'
import { restoreSnapshot, takeSnapshot, type MemorySnapshot } from './snapshot.js'
import { emptyStore, type Store } from './store.js'
import { eventsOf, type StoredEvent } from './timelines.js'

/** How a memory repository begins, and which tables the host keeps beside it. Everything has a default. */
export interface MemoryRepositoryOptions {
  /** what it holds from the start; copied */
  readonly records?: readonly CustomerRecord[] | undefined
  /** what `snapshot` of another repository gave; copied. Throws where it is none, or not whole */
  readonly snapshot?: MemorySnapshot | undefined
  /** `'projected'` unless given; a store that counts takes the deltas of activities */
  readonly statistics?: StoreTraits['statistics'] | undefined
  /** how the host's own tables follow merges and erasures; without it there are none */
  readonly relations?: HostRelations | undefined
  /**
   * reads the host's facts of one record at every load and inside every commit; without it those of the records count, and
   * those of new customers are unknown
   */
  readonly facts?: ((id: CustomerId) => Partial<HostFacts>) | undefined
  /** reads a record's statistics from the host's own orders, at every load; without it the stored ones count */
  readonly projected?: ((id: CustomerId) => Statistics) | undefined
  /**
   * by which the first records claim their emails and phones, and all are found: `policies.shopify.identity` unless given; the
   * one of your policy
   */
  readonly identity?: IdentityRule | undefined
}

/** The whole port, and what can be read beyond it. */
export interface MemoryRepository extends Required<CustomerRepository> {
  /** Under what the host's tables may know a person, former contacts and merged ids included (G-1). */
  knownAs(id: CustomerId, options?: CallOptions<never>): Promise<Person>
  /** The events of a customer and of all who were merged into them, oldest first. */
  timeline(id: CustomerId, options?: CallOptions<never>): Promise<readonly StoredEvent[]>
  /** Whom these customers were recorded not to be, in pairs. */
  distinctFrom(ids: readonly CustomerId[], options?: CallOptions<never>): Promise<readonly DistinctPair[]>
  /** All that it holds now, as plain JSON, from which another repository can begin. */
  snapshot(): MemorySnapshot
}

/**
 * A whole repository in memory: for tests, demonstrations, and shops that fit into one process. It keeps every promise of
 * the port, claims, guards and idempotency included, and forgets everything with the process.
 *
 * What it hands out is frozen, and what it is given is copied, so nobody changes a stored record but by a commit. A commit
 * costs what its changes cost, however much is stored.
 *
 * @example
 * ```ts @import.meta.vitest
 * const repository = createMemoryRepository()
 * const { records } = await repository.list({ after: null, limit: 50 })
 * expect(records).toEqual([])
 * ```
 */
export function createMemoryRepository(options: MemoryRepositoryOptions = {}): MemoryRepository {
  const {
    records = [],
    statistics = 'projected',
    relations = {},
    facts,
    projected,
    identity = policies.shopify.identity,
    snapshot,
  } = options
  const host = { relations, facts, projected }
  const store = emptyStore({ host, statistics, identity, isSearched: true })
  if (snapshot !== undefined) restoreSnapshot(store, snapshot)
  seed(store, records, identity)
  return {
    capabilities: {
      statistics,
      relations: modesOf(relations),
      notStored: [],
      guards: 'in-commit',
      transactions: false,
    },
    load: <const Ids extends readonly CustomerId[]>(ids: Ids, call?: Call) =>
      answer(call, () => loadRecords(store, ids) as { readonly [Index in keyof Ids]: Loaded }),
    knownAs: (id, call) => answer(call, () => knownAs(store, id)),
    findByIdentity: (identities, call) => answer(call, () => findByIdentity(store, identities)),
    list: ({ after, limit }, call) => answer(call, () => listRecords(store, after, limit)),
    commit: (changeSet, call) => answer(call, () => commit(store, changeSet)),
    outcomeOf: (key, call) => answer(call, () => settled(store, key)),
    outbox: ({ limit }, call) => answer(call, () => waitingEffects(store, limit)),
    acknowledge: (ids, call) => answer(call, () => alone(store, () => acknowledgeEffects(store, ids))),
    timeline: (id, call) => answer(call, () => timelineOf(store, id)),
    find: (query, call) => answer(call, () => findRecords(store, query)),
    count: (filter, call) => answer(call, () => countRecords(store, filter)),
    findByBlockingKeys: ({ keys, limit }, call) => answer(call, () => findByBlockingKeys(store, keys, limit)),
    segments: {
      list: (call) => answer(call, () => listSegments(store)),
      save: (segment, expected, call) =>
        answer(call, () => alone(store, () => saveSegment(store, segment, expected))),
      remove: (id, expected, call) =>
        answer(call, () => alone(store, () => removeSegment(store, id, expected))),
    },
    memberships: (segmentId) => ({
      replace: (asOf, call) => answer(call, () => alone(store, () => replaceMembers(store, segmentId, asOf))),
      members: ({ after, limit }, call) => answer(call, () => membersOf(store, segmentId, after, limit)),
    }),
    snapshot: () => takeSnapshot(store),
    distinctFrom: (ids, call) => answer(call, () => distinctPairs(store, ids)),
  }
}

type Call = CallOptions<never>

/** Every method is one synchronous step behind a promise, so that no two of them ever interleave. */
async function answer<T>(call: Call | undefined, step: () => T): Promise<T> {
  call?.signal?.throwIfAborted()
  return step()
}

function settled({ receipts }: Store, key: string): Awaited<ReturnType<CustomerRepository['outcomeOf']>> {
  return receipts.rows.get(key)?.row ?? null
}

function timelineOf({ entries, timelines }: Store, id: CustomerId): readonly StoredEvent[] {
  const entryOf = (one: CustomerId): ReturnType<typeof entries.get> => entries.get(one)
  return eventsOf(timelines, lineageOf(entryOf, endOf(entryOf, id)))
}
