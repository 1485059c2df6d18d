import type { Claim } from '../../plan/claims.js'
import type { Effect } from '../../plan/effect.js'
import type { CustomerId } from '../../value/id.js'
import { endOf, lineageOf, type EntryReader } from '../memory/entry.js'
import { entryFrom } from './customer-row.js'
import { readWorld, type Found, type Wanted } from './read-world.js'
import type { Session } from './session.js'
import { storedIds } from './wanted.js'

/**
 * Reads a world until nobody is missing: erasing somebody drops effects, with the last of which a merge of somebody else is over,
 * so those whom the effects name belong to it, and the effects that name these. Who comes back into use claims what only their
 * row tells. Few ever lead further than one step.
 */
export async function readWhole(
  session: Session,
  wanted: Wanted,
  erased: readonly CustomerId[] = [],
): Promise<Found> {
  const start = { ...wanted, named: storedIds(erased), claims: [...new Set(wanted.claims)] }
  for (let asked = start; ; ) {
    const found = await readWorld(session, asked)
    const awaited = found.effects.flatMap(awaitedBy)
    const ids = storedIds([...asked.ids, ...awaited])
    const named = storedIds([...asked.named, ...lineages(found, [...erased, ...awaited])])
    const claims = [...new Set([...asked.claims, ...claimsAgain(found, wanted)])]
    if (sizeOf({ ids, named, claims }) === sizeOf(asked)) return found
    asked = { ...asked, ids, named, claims }
  }
}

interface Growing {
  readonly ids: readonly CustomerId[]
  readonly named: readonly CustomerId[]
  readonly claims: readonly Claim[]
}

/** Lists that only grow are the same when they are as long. */
function sizeOf({ ids, named, claims }: Growing): number {
  return ids.length + named.length + claims.length
}

/** What those would claim who come back into use. */
function claimsAgain({ rows }: Found, { revived = [] }: Wanted): readonly Claim[] {
  return rows.flatMap(({ id, claims }) => (revived.includes(id) ? (claims ?? []) : []))
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
