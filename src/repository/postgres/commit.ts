import type { Outcome } from '../../outcome/outcome.js'
import type { ChangeSet, Receipt } from '../../plan/change-set.js'
import type { CustomerId } from '../../value/id.js'
import { policies } from '../../policy/policies.js'
import { commit as commitInMemory } from '../memory/commit.js'
import { peopleToErase } from '../memory/erasure.js'
import { addRow } from '../memory/named-rows.js'
import { emptyStore } from '../memory/store.js'
import type { CommitProblem } from '../port.js'
import { followInside } from './beside/follow.js'
import { numberedByHost } from './beside/numbered-by-host.js'
import { writeHostRows } from './beside/write-host-rows.js'
import type { Found } from './read-world.js'
import type { HostFactsById, Session } from './session.js'
import type { Settings } from './settings.js'
import { stagingOf, type HostWork, type Staging } from './staging.js'
import { wantedBy } from './wanted.js'
import { readWhole } from './widen.js'
import { changesOf, type Erased } from './world-changes.js'
import { writeWorld } from './write-world.js'

/** A commit as it was carried out, and what the host's tables are to be told in the same transaction. */
export interface Committed {
  readonly outcome: Outcome<Receipt, CommitProblem>
  readonly hostWork: readonly HostWork[]
}

/**
 * One commit: read, judge and carry out on a small store, write what has changed. Inside a transaction everything is locked when it
 * is read; otherwise what was read is locked and compared when it is written, and an overtaken commit throws.
 */
export async function commit(session: Session, settings: Settings, changeSet: ChangeSet): Promise<Committed> {
  const wanted = wantedBy(changeSet)
  if (settings.host !== null) await followInside(session, settings, settings.host, wanted.ids)
  const found = await readWhole(session, wanted, erasedIds(changeSet))
  const own = await numberedByHost(session, settings, changeSet)
  const staging = stagingOf(found, own, await guardedFacts(session, changeSet, found))
  settle(staging, changeSet)
  const erased = erasedBy(staging, changeSet)
  const outcome = commitInMemory(staging.store, changeSet)
  if (!outcome.ok || outcome.value.replayed) return { outcome, hostWork: [] }
  if (settings.host !== null) await writeHostRows(session, settings.host, staging)
  await writeWorld(session, found, changesOf(staging, settings, erased))
  return { outcome, hostWork: staging.hostWork }
}

/** What was carried out under the key, so that it is answered and not carried out again. */
function settle({ store, found }: Staging, { key }: ChangeSet): void {
  if (found.settled !== null) addRow(store.receipts, key, found.settled, [])
}

const nobody = emptyStore({
  host: { relations: {}, facts: undefined, projected: undefined },
  statistics: 'projected',
  identity: policies.shopify.identity,
  isSearched: false,
})

/** Whom a change set erases, under the ids that it names itself. */
export function erasedIds(changeSet: ChangeSet): readonly CustomerId[] {
  // an empty store knows of nobody more than the id
  return [...peopleToErase(nobody, changeSet.changes).keys()]
}

function erasedBy({ store }: Staging, { changes }: ChangeSet): Erased {
  const people = peopleToErase(store, changes)
  const silenced = changes.flatMap((change) => (change.type === 'redactEvents' ? [change.id] : []))
  return {
    forgotten: [...people.values()].flatMap(({ customers }) => customers),
    silenced: silenced.flatMap((id) => people.get(id)?.customers ?? []),
  }
}

/** The host's facts of everybody who is guarded, read in this very transaction. */
async function guardedFacts(
  { facts }: Session,
  { guards }: ChangeSet,
  { rows }: Found,
): Promise<HostFactsById | undefined> {
  const guarded = new Set(guards.map(({ id }) => id))
  const living = rows.filter(({ id, state }) => state === 'present' && guarded.has(id)).map(({ id }) => id)
  return living.length === 0 ? facts && new Map() : facts?.(living)
}
