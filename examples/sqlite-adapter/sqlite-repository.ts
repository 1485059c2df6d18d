import {
  type CallOptions,
  type Capabilities,
  claimsOf,
  type CustomerId,
  type CustomerRecord,
  type CustomerRepository,
  type Identities,
  type IdentityMatches,
  type Loaded,
  noRelations,
  policies,
  type RecordPage,
  suppressionKey,
  type TimelineEntry,
} from 'clientele'
import { putCustomer, writeClaims } from './changes.js'
import { commit, receiptOf } from './commit.js'
import { effectIn, removeEffects } from './effects.js'
import { endOf, lineageOf, recordIn, rowOf } from './people.js'
import { inTransaction, type Sqlite } from './sqlite.js'

// #region capabilities
const capabilities: Capabilities = {
  statistics: 'projected',
  relations: noRelations,
  notStored: [],
  guards: 'in-commit',
  transactions: false,
}
// #endregion

// #region repository
/** The smallest port, and the timeline. */
export interface SqliteRepository extends CustomerRepository {
  timeline(id: CustomerId, options?: CallOptions<never>): Promise<readonly TimelineEntry[]>
}

/** A repository on SQLite. */
export function createSqliteRepository(db: Sqlite): SqliteRepository {
  return {
    capabilities,
    load: (ids, options) => answer(options, () => ids.map((id) => loadOne(db, id)) as never),
    findByIdentity: (identities, options) => answer(options, () => findByIdentity(db, identities)),
    list: (page, options) => answer(options, () => list(db, page.after ?? '', page.limit)),
    commit: (changeSet, options) => answer(options, () => inTransaction(db, () => commit(db, changeSet))),
    outcomeOf: (key, options) => answer(options, () => receiptOf(db, key)),
    outbox: ({ limit }, options) =>
      answer(options, () =>
        db.all('select effect from outbox order by arrived limit ?', limit).map(effectIn),
      ),
    acknowledge: (ids, options) => answer(options, () => inTransaction(db, () => removeEffects(db, ids))),
    timeline: (id, options) => answer(options, () => timeline(db, id)),
  }
}

/** Who has given up is told nothing, and nothing is done. */
async function answer<T>(options: CallOptions<never> = {}, read: () => T): Promise<T> {
  options.signal?.throwIfAborted()
  return read()
}
// #endregion

// #region load
function loadOne(db: Sqlite, id: CustomerId): Loaded {
  const row = rowOf(db, id)
  if (row === null) return { id, state: 'unknown' }
  if (row['state'] === 'present') return { id, state: 'present', record: recordIn(row) }
  return row['state'] === 'merged' ? { id, state: 'merged', into: endOf(db, id) } : { id, state: 'deleted' }
}
// #endregion

// #region find-by-identity
function findByIdentity(db: Sqlite, { emails, phones }: Identities): IdentityMatches {
  const wanted = JSON.stringify([
    ...emails.map((value) => ({ kind: 'email', value })),
    ...phones.map((value) => ({ kind: 'phone', value })),
  ])
  const rows = db.all(
    `select * from customers where is_living = 1 and id in (
       select customer from contacts, json_each(?) as wanted
       where is_current = 1 and kind = wanted.value ->> 'kind' and contacts.value = wanted.value ->> 'value'
     ) order by id`,
    wanted,
  )
  const isSuppressed = (key: string): boolean =>
    db.all('select 1 from suppressed where key = ?', key).length > 0
  return {
    records: rows.map(recordIn),
    suppressed: {
      emails: [...new Set(emails)].filter((email) => isSuppressed(suppressionKey('email', email))),
      phones: [...new Set(phones)].filter((phone) => isSuppressed(suppressionKey('phone', phone))),
    },
  }
}
// #endregion

// #region list
/** One more is read than asked for: it tells whether there is a next page. */
function list(db: Sqlite, after: string, limit: number): RecordPage {
  const rows = db.all(
    'select * from customers where is_living = 1 and id > ? order by id limit ?',
    after,
    limit + 1,
  )
  const records = rows.slice(0, limit).map(recordIn)
  return { records, next: rows.length > limit ? (records.at(-1)?.customer.id ?? null) : null }
}
// #endregion

function timeline(db: Sqlite, id: CustomerId): TimelineEntry[] {
  const rows = db.all(
    `select id, customer, at, event from events
     where customer in (select value from json_each(?)) and event <> 'null' order by at, arrived`,
    JSON.stringify(lineageOf(db, endOf(db, id))),
  )
  return rows.map((row) => ({ ...row, event: JSON.parse(String(row['event'])) as unknown }) as TimelineEntry)
}

/** Fills an empty store with records that no change set brought, such as a table of old. */
export function seed(db: Sqlite, records: readonly CustomerRecord[]): void {
  for (const { customer, statistics, facts, revision } of records) {
    putCustomer(db, customer, claimsOf(customer, policies.shopify.identity))
    db.run(
      'update customers set statistics = ?, facts = ?, revision = ?, is_living = ? where id = ?',
      ...[JSON.stringify(statistics), JSON.stringify(facts), revision, Number(!facts.deleted), customer.id],
    )
    writeClaims(db, [customer.id])
  }
}
