import type { Customer } from '../../../customer/customer.js'
import { noLibraryFacts, unknownHostFacts } from '../../../customer/facts.js'
import { noStatistics } from '../../../customer/statistics.js'
import { sameJson } from '../../../outcome/same-json.js'
import { claimsOf } from '../../../plan/claims.js'
import type { CustomerId, Revision } from '../../../value/id.js'
import type { Instant } from '../../../value/instant.js'
import { replaceEntries } from '../../memory/entry-index.js'
import type { Entry, Living } from '../../memory/entry.js'
import { identitiesOf, joinIdentities, noIdentities } from '../../memory/identities.js'
import type { Store } from '../../memory/store.js'
import { readWorld } from '../read-world.js'
import type { Session } from '../session.js'
import type { Settings } from '../settings.js'
import { stagingOf } from '../staging.js'
import { changesOf } from '../world-changes.js'
import { writeWorld } from '../write-world.js'
import { withCells, withoutUnkept } from './cells.js'
import { emptyCustomer } from '../../../customer/empty-customer.js'
import { lockedRows, remember, type HostRow } from './host-rows.js'
import type { HostTable } from './host-table.js'

/** What the host's rows say now, and when. */
interface Told {
  readonly host: HostTable
  readonly settings: Settings
  readonly now: Instant
}

/**
 * Takes over what the host has written past the library: new rows become records, changed ones get a new revision, so that
 * whoever has read them before is refused as stale, and those whose rows are gone are deleted. Whoever was deleted or merged
 * stays so.
 */
export async function takeOver(
  session: Session,
  settings: Settings,
  host: HostTable,
  ids: readonly CustomerId[],
): Promise<void> {
  const { now, rows, gone } = await lockedRows(session, host, ids)
  const told = { host, settings, now }
  const claims = rows.flatMap((row) => possibleClaims(told, row))
  const found = await readWorld(session, { ids: [...rows.map(({ id }) => id), ...gone], claims, names: 1 })
  const staging = stagingOf(found, settings, undefined)
  const { store } = staging
  for (const row of rows) put(store, row.id, entryOf(told, store, row))
  for (const id of gone) put(store, id, ended(store.entries.get(id)))
  await writeWorld(session, found, changesOf(staging, settings, { forgotten: [], silenced: [] }))
  await remember(session, host, [...rows.map(({ id }) => id), ...gone])
}

function put(store: Store, id: CustomerId, entry: Entry | undefined): void {
  if (entry !== undefined && entry !== store.entries.get(id)) replaceEntries(store, [[id, entry]])
}

/** Whoever ended in the host's own way leaves what a deletion leaves: ids. */
function ended(entry: Entry | undefined): Entry | undefined {
  return entry?.state === 'present' ? { state: 'deleted', absorbed: entry.absorbed } : entry
}

/** Which claims the rows may come to hold; whether of a guest or an account is known when the record is read. */
function possibleClaims({ host, settings, now }: Told, { id, cells }: HostRow): readonly string[] {
  const customer = withCells(host, { ...emptyCustomer, id, createdAt: now, updatedAt: now }, cells)
  return (['guest', 'account'] as const).flatMap((type) =>
    claimsOf({ ...customer, account: { type, state: 'DISABLED', blocked: false } }, settings.identity),
  )
}

function entryOf(told: Told, store: Store, { id, cells }: HostRow): Entry | undefined {
  const { host, settings, now } = told
  const before = store.entries.get(id)
  if (before !== undefined && before.state !== 'present') return before
  const known: Living = before ?? newcomer(told, id)
  const customer = withoutUnkept(host, withCells(host, known.record.customer, cells))
  if (before !== undefined && sameJson(customer, before.record.customer)) return before
  const at = host.customers.columns.updatedAt === undefined ? now : customer.updatedAt
  return {
    ...known,
    record: { ...known.record, customer: { ...customer, updatedAt: at }, revision: revisionIn(store) },
    // of equal ones the first holds it, as in old data
    claims: claimsOf(customer, settings.identity).filter((claim) => (store.claims.get(claim) ?? id) === id),
    current: identitiesOf(customer),
    former: joinIdentities(known.former, known.current),
  }
}

function newcomer({ host, now }: Told, id: CustomerId): Living {
  const customer: Customer = {
    ...{ ...emptyCustomer, createdAt: now, updatedAt: now },
    ...host.customers.newcomers,
    id,
  }
  const facts = { ...unknownHostFacts, ...noLibraryFacts }
  return {
    state: 'present',
    record: { customer, statistics: noStatistics, facts, revision: '' },
    ...{ claims: [], current: noIdentities, former: noIdentities, absorbed: [] },
  }
}

function revisionIn({ numbering }: Store): Revision {
  return (numbering.make as NonNullable<typeof numbering.make>)('revision')
}
