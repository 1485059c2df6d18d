import type { CustomerRecord } from '../../customer/record.js'
import { invariant } from '../../outcome/invariant.js'
import { success } from '../../outcome/outcome.js'
import type { StoreTraits } from '../../plan/store-traits.js'
import { policies } from '../../policy/policies.js'
import type { IdentityRule } from '../../policy/policy.js'
import type { SegmentMapping } from '../../segment/sql/mapping.js'
import type { CustomerId } from '../../value/id.js'
import { isStorable } from '../../value/text.js'
import type { CallOptions } from '../call-options.js'
import type { CustomerRepository, DistinctPair, Loaded } from '../port.js'
import { besideHost } from './beside/beside-host.js'
import { followerOf } from './beside/follow.js'
import type { HostCustomers } from './beside/host-customers.js'
import { hostTableOf } from './beside/host-table.js'
import { deleteEndedRows } from './beside/write-host-rows.js'
import { isClient, type PostgresClient } from './client.js'
import { commit } from './commit.js'
import { commitAtOnce } from './commit-at-once.js'
import { distinctFrom } from './distinct-from.js'
import { discreet } from './failure.js'
import { findByBlockingKeys } from './find-by-blocking-keys.js'
import { findByIdentity } from './find-by-identity.js'
import { countRecords, findRecords } from './find-records.js'
import { tellHost } from './host-work.js'
import { knownAs } from './known-as.js'
import { listRecords } from './list-records.js'
import { loadRecords } from './load-records.js'
import { foundByReader } from './lookup-keys.js'
import { acknowledge, outcomeOf, waitingEffects } from './outbox.js'
import { listSegments, removeOne, saveOne } from './saved-segments.js'
import { saveAlone } from './save-alone.js'
import { seed } from './seed.js'
import { mappingOf } from './segment-values.js'
import type { HostFactsById, Session } from './session.js'
import { membersOf, replaceMembers } from './memberships.js'
import { project, type Projection } from './project.js'
import { modesOf, type NewThing, type PostgresRelations, type Settings } from './settings.js'
import { tablesOf, type TableNames } from './tables.js'
import { timeline } from './timeline.js'
import { transact } from './transact.js'
import { wantedBy } from './wanted.js'

/** Which database, whose customers, and which tables the host keeps beside them. */
export interface PostgresRepositoryOptions<Tx> extends TableNames {
  /** `fromPg(pool)`, `fromPostgresJs(sql)`, `fromPglite(db)`, or anything of this form */
  readonly client: PostgresClient<Tx>
  /** whose customers: nothing of another shop in the same tables is ever read or written */
  readonly shop: string
  /** `'projected'` unless given; a store that counts takes the deltas of activities */
  readonly statistics?: StoreTraits['statistics'] | undefined
  /** how the host's own tables follow merges and erasures; without it there are none */
  readonly relations?: PostgresRelations<Tx> | undefined
  /**
   * reads the host's facts of some customers, at every load, and inside every commit then in its transaction; without it those
   * that were stored count, and those of new customers are unknown
   */
  readonly facts?:
    | ((ids: readonly CustomerId[], transaction: Tx | undefined) => Promise<HostFactsById>)
    | undefined
  /** by which emails are one mailbox, as in `policy.identity`: `policies.shopify.identity` unless given */
  readonly identity?: IdentityRule | undefined
  /** where the host keeps what segments ask about beyond the record: its `histories`, further `attributes`, `location` */
  readonly mapping?: Partial<SegmentMapping> | undefined
  /** the host's existing table of customers, beside which the library's tables stand; without it the customers are in their own */
  readonly customers?: HostCustomers | undefined
  /** makes ids that no other has ever had; UUIDs of the database unless given */
  readonly newId?: ((kind: NewThing) => string) | undefined
}

/** The port, and what can be done beyond it. */
export interface PostgresRepository<Tx> extends Required<CustomerRepository<Tx>> {
  /** Fills the shop with records as they are, from another store: under their ids, with their statistics and facts. */
  seed(records: readonly CustomerRecord[], options?: CallOptions<Tx>): Promise<void>
  /**
   * Stores what the host's own tables say of customers, so that segments and sorts find it: for a store whose statistics the host
   * projects, after each order. Revisions stay as they are.
   */
  project(projections: readonly Projection[], options?: CallOptions<Tx>): Promise<void>
  /**
   * Takes over what the host has written into its own table of customers, for all or for some. Needed only where `customers.follows`
   * is `'when-told'`; without such a table there is nothing to follow.
   */
  follow(ids?: readonly CustomerId[], options?: CallOptions<Tx>): Promise<void>
  /** Whom these customers were recorded not to be, in pairs. */
  distinctFrom(ids: readonly CustomerId[], options?: CallOptions<Tx>): Promise<readonly DistinctPair[]>
}

/**
 * A repository in PostgreSQL 14 or later, over any driver. The tables are made beforehand (`postgresSchema`). Saving one record whose
 * contacts stay takes one round trip, any other commit two, and where the host's tables or an erasure belong to it four, the beginning
 * and the end of its transaction included: rows are locked in the order of their ids, guarded facts and the host's tables are read and
 * written in the same transaction. Every failure throws without a word of the data.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { Pool } = await import('pg')
 * const { fromPg } = await import('clientele/postgres')
 * const client = fromPg(new Pool({ host: 'localhost', database: 'shop' }))
 * const repository = createPostgresRepository({ client, shop: 'north', relations: { orders: 'outbox' } })
 * expect(repository.capabilities.relations['orders']).toBe('outbox')
 * ```
 */
export function createPostgresRepository<Tx>(options: PostgresRepositoryOptions<Tx>): PostgresRepository<Tx> {
  const { client, shop, statistics = 'projected', relations = {}, facts } = options
  invariant(
    isClient(client),
    'a repository needs a `client`: what fromPg, fromPostgresJs or fromPglite makes',
  )
  invariant(isStorable(shop), 'shop holds what PostgreSQL cannot keep')
  const identity = options.identity ?? policies.shopify.identity
  const settings: Settings = {
    statistics,
    relations: modesOf(relations),
    identity,
    foundByOf: foundByReader(identity),
    mapping: mappingOf(options.mapping),
    newId: options.newId,
    host: options.customers === undefined ? null : hostTableOf(options.customers, options),
  }
  const tables = tablesOf(options)
  const ownConnection = discreet(client)
  const sessionOn = (
    connection: Session['connection'],
    call: CallOptions<Tx> | undefined,
    transaction = call?.transaction,
    locks = false,
  ): Session => ({
    connection,
    tables,
    shop,
    locks,
    signal: call?.signal,
    facts: facts && ((ids) => facts(ids, transaction)),
  })
  const reading = (call: CallOptions<Tx> | undefined): Session => {
    call?.signal?.throwIfAborted()
    const own = call?.transaction
    return sessionOn(own === undefined ? ownConnection : discreet(client.connectionOf(own)), call)
  }
  const writing = async <T>(
    call: CallOptions<Tx> | undefined,
    work: (session: Session, transaction: Tx) => Promise<T>,
  ): Promise<T> => {
    call?.signal?.throwIfAborted()
    return transact(client, call ?? {}, (connection, transaction) =>
      work(sessionOn(connection, call, transaction, true), transaction),
    )
  }
  const { host } = settings
  const own: PostgresRepository<Tx> = {
    capabilities: {
      statistics,
      relations: settings.relations,
      notStored: options.customers?.notStored ?? [],
      guards: 'in-commit',
      transactions: true,
    },
    load: async <const Ids extends readonly CustomerId[]>(ids: Ids, call?: CallOptions<Tx>) =>
      (await loadRecords(reading(call), ids)) as { readonly [Index in keyof Ids]: Loaded },
    knownAs: async (id, call) => knownAs(reading(call), settings, id),
    findByIdentity: async (identities, call) => findByIdentity(reading(call), settings, identities),
    findByBlockingKeys: async (page, call) => findByBlockingKeys(reading(call), page),
    find: async (query, call) => findRecords(reading(call), settings, query),
    count: async (filter, call) => countRecords(reading(call), settings, filter),
    segments: {
      list: async (call) => listSegments(reading(call)),
      save: (wish, expected, call) => writing(call, (session) => saveOne(session, settings, wish, expected)),
      remove: (id, expected, call) => writing(call, (session) => removeOne(session, settings, id, expected)),
    },
    memberships: (segmentId) => ({
      replace: (asOf, call) => writing(call, (session) => replaceMembers(session, settings, segmentId, asOf)),
      members: async (page, call) => membersOf(reading(call), segmentId, page),
    }),
    list: async ({ after, limit }, call) => listRecords(reading(call), after, limit),
    timeline: async (id, call) => timeline(reading(call), id),
    distinctFrom: async (ids, call) => distinctFrom(reading(call), ids),
    outcomeOf: async (key, call) => outcomeOf(reading(call), key),
    outbox: async ({ limit }, call) => waitingEffects(reading(call), limit),
    commit: async (changeSet, call) => {
      // in the host's transaction a failure of it would have to be undone
      if (call?.transaction === undefined) {
        const receipt = await saveAlone(reading(call), settings, changeSet)
        if (receipt !== null) return success(receipt)
        const outcome = await commitAtOnce(reading(call), settings, changeSet)
        if (outcome !== null) return outcome
      }
      return writing(call, async (session, transaction) => {
        const { outcome, hostWork } = await commit(session, settings, changeSet)
        await tellHost(relations, hostWork, transaction)
        if (host !== null && outcome.ok) await deleteEndedRows(session, host, wantedBy(changeSet).ids)
        return outcome
      })
    },
    acknowledge: (ids, call) => writing(call, (session) => acknowledge(session, settings, ids)),
    project: (projections, call) => writing(call, (session) => project(session, settings, projections)),
    seed: (records, call) => writing(call, (session) => seed(session, settings, records)),
    follow: async () => undefined,
  }
  return host === null ? own : besideHost(own, host, followerOf(host, settings, { reading, writing }))
}
