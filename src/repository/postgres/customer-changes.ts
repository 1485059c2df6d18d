import type { CustomerId } from '../../value/id.js'
import { endOf, type Entry } from '../memory/entry.js'
import { rowOf, type CustomerRow } from './customer-row.js'
import type { FoundByNow } from './key-changes.js'
import type { Staging } from './staging.js'

/** An id under which something has changed, with what lies there now. */
export type ChangedEntry = readonly [id: CustomerId, entry: Entry]

/**
 * The entries of whose rows anything is to be written. With that of a merged customer goes the row of the survivor, which is
 * the one that is locked: by its version whoever waits for the lock sees that something was written.
 */
export function changedEntries(staging: Staging): readonly ChangedEntry[] {
  const { entries } = staging.store
  const ids = entriesWithNews(staging).flatMap(([id]) => [id, endOf((one) => entries.get(one), id)])
  return [...new Set(ids)].map((id) => [id, entries.get(id) as Entry])
}

function entriesWithNews({ store, found, before }: Staging): readonly ChangedEntry[] {
  const rows = new Map(found.rows.map((row) => [row.id, row]))
  return [...store.entries].filter(([id, entry]) => {
    const row = rows.get(id)
    return (
      row === undefined ||
      entry !== before.get(id) ||
      row.leaving !== (store.leaving.get(id) ?? null) ||
      groupsIn(row) !== (store.distinct.get(id)?.length ?? 0)
    )
  })
}

/** What was read stands in one group; whatever comes is one more. */
function groupsIn({ distinct_from: others }: CustomerRow): number {
  return others === null ? 0 : 1
}

/** Rows of customers as they are written; and where those lead who were merged, and who had been merged into them. */
export function customerChanges(
  { store, found, before }: Staging,
  changed: readonly ChangedEntry[],
  foundBy: FoundByNow,
): Readonly<Record<'inserted' | 'updated' | 'led', readonly object[]>> {
  const versions = new Map(found.rows.map(({ id, version }) => [id, version]))
  const written = changed.map(([id, entry]) =>
    Object.assign(rowOf(id, entry), {
      version: (versions.get(id) ?? 0) + 1,
      leaving: store.leaving.get(id),
      distinct_from: others(store.distinct.get(id)),
      found_by: foundBy.get(id),
    }),
  )
  const merged = changed.filter(
    ([id, entry]) => entry.state === 'merged' && before.get(id)?.state === 'present',
  )
  return {
    inserted: written.filter(({ version }) => version === 1),
    updated: written.filter(({ version }) => version > 1),
    led: merged.flatMap(([id]) => {
      const survivor = endOf((one) => store.entries.get(one), id)
      return [id, ...absorbedBy(before.get(id))].map((one) => ({ id: one, survivor }))
    }),
  }
}

function absorbedBy(entry: Entry | undefined): readonly CustomerId[] {
  return entry?.state === 'present' ? entry.absorbed : []
}

function others(groups: readonly (readonly CustomerId[])[] | undefined): readonly CustomerId[] | undefined {
  return groups && [...new Set(groups.flat())]
}
