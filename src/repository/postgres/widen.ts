import type { Effect } from '../../plan/effect.js'
import type { CustomerId } from '../../value/id.js'
import { endOf, lineageOf, type EntryReader } from '../memory/entry.js'
import { entryFrom } from './customer-row.js'
import { readWorld, type Found, type Wanted } from './read-world.js'
import type { Session } from './session.js'
import { storedIds } from './wanted.js'

/**
 * Reads a world until nobody is missing: erasing somebody drops effects, with the last of which a merge of somebody else is over,
 * so those whom the effects name belong to it, and the effects that name these. Few ever lead further than one step.
 */
export async function readWhole(
  session: Session,
  wanted: Wanted,
  erased: readonly CustomerId[] = [],
): Promise<Found> {
  for (let asked = { ...wanted, named: storedIds(erased) }; ; ) {
    const found = await readWorld(session, asked)
    const ids = storedIds([...asked.ids, ...found.effects.flatMap(awaitedBy)])
    const named = storedIds([
      ...asked.named,
      ...lineages(found, [...erased, ...found.effects.flatMap(awaitedBy)]),
    ])
    if (ids.length === asked.ids.length && named.length === asked.named.length) return found
    asked = { ...asked, ids, named }
  }
}

/** Whose record an effect changes when it is done. */
function awaitedBy(effect: Effect): readonly CustomerId[] {
  if (effect.type === 'notice') return []
  return [effect.type === 'reassign' ? effect.to : effect.customer]
}

function lineages({ rows }: Found, ids: readonly CustomerId[]): readonly CustomerId[] {
  const entries = new Map(rows.map((row) => [row.id, entryFrom(row)]))
  const entryOf: EntryReader = (id) => entries.get(id)
  return ids.flatMap((id) => [id, ...lineageOf(entryOf, endOf(entryOf, id))])
}
