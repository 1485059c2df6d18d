import type { CustomerRecord } from '../../customer/record.js'
import { seed as seedInMemory } from '../memory/seed.js'
import { claimsOf } from '../../plan/claims.js'
import { followInside } from './beside/follow.js'
import { writeHostRows } from './beside/write-host-rows.js'
import { readWorld } from './read-world.js'
import type { Session } from './session.js'
import type { Settings } from './settings.js'
import { stagingOf } from './staging.js'
import { changesOf } from './world-changes.js'
import { writeWorld } from './write-world.js'
import { storedIds } from './wanted.js'

/** Fills the shop with records as they are. */
export async function seed(
  session: Session,
  settings: Settings,
  records: readonly CustomerRecord[],
): Promise<void> {
  const ids = storedIds(records.map(({ customer }) => customer.id))
  if (settings.host !== null) await followInside(session, settings, settings.host, ids)
  const found = await readWorld(session, {
    ids,
    claims: records.flatMap(({ customer }) => claimsOf(customer, settings.identity)),
  })
  const staging = stagingOf(found, settings, undefined)
  seedInMemory(staging.store, records, settings.identity)
  if (settings.host !== null) await writeHostRows(session, settings.host, staging)
  await writeWorld(session, found, changesOf(staging, settings, { forgotten: [], silenced: [] }))
}
