import { unknownHostFacts, type HostFacts } from '../../customer/facts.js'
import type { Statistics } from '../../customer/statistics.js'
import type { CustomerId } from '../../value/id.js'
import { endOf, heldBy } from '../memory/entry.js'
import { replaceEntries } from '../memory/entry-index.js'
import { readWorld } from './read-world.js'
import type { Session } from './session.js'
import type { Settings } from './settings.js'
import { stagingOf } from './staging.js'
import { storedIds } from './wanted.js'
import { changesOf } from './world-changes.js'
import { writeWorld } from './write-world.js'

/** What the host's own tables say of one customer, to be found by it. */
export interface Projection {
  readonly id: CustomerId
  readonly statistics?: Statistics | undefined
  readonly facts?: Partial<HostFacts> | undefined
}

/** Stores what the host's tables say, of merged customers for their survivors; of whoever is gone, nothing. */
export async function project(
  session: Session,
  settings: Settings,
  projections: readonly Projection[],
): Promise<void> {
  const found = await readWorld(session, { ids: storedIds(projections.map(({ id }) => id)) })
  const staging = stagingOf(found, settings, undefined)
  const { entries } = staging.store
  for (const { id, statistics, facts } of projections) {
    const end = endOf((one) => entries.get(one), id)
    const entry = heldBy(entries.get(end))
    if (entry === null) continue
    const { record } = entry
    // the library's own facts are never the host's to tell
    const told = Object.entries(facts ?? {}).filter(([fact]) => HOST_FACTS.has(fact))
    const projected = {
      ...record,
      statistics: statistics ?? record.statistics,
      facts: { ...record.facts, ...Object.fromEntries(told) },
    }
    replaceEntries(staging.store, [[end, { ...entry, record: projected }]])
  }
  await writeWorld(session, found, changesOf(staging, settings, { forgotten: [], silenced: [] }))
}

const HOST_FACTS: ReadonlySet<string> = new Set(Object.keys(unknownHostFacts))
