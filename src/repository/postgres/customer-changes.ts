import type { CustomerId } from '../../value/id.js'
import { endOf, type Entry, type EntryReader } from '../memory/entry.js'
import { rowOf, type CustomerRow } from './customer-row.js'
import type { Staging } from './staging.js'

/** An id under which something has changed, with what lies there now. */
export type ChangedEntry = readonly [id: CustomerId, entry: Entry]

/** The entries of whose rows anything is to be written. */
export function changedEntries({ store, found, before }: Staging): readonly ChangedEntry[] {
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

/** Rows of customers as they are written; and where those lead to whose survivor was merged in turn. */
export function customerChanges(
  { store, found, before }: Staging,
  changed: readonly ChangedEntry[],
): Readonly<Record<'inserted' | 'updated' | 'repointed', readonly object[]>> {
  const versions = new Map(found.rows.map(({ id, version }) => [id, version]))
  const entryOf: EntryReader = (id) => store.entries.get(id)
  const written = changed.map(([id, entry]) => ({
    ...rowOf(id, entry.state === 'merged' ? { ...entry, into: endOf(entryOf, id) } : entry),
    version: (versions.get(id) ?? 0) + 1,
    leaving: store.leaving.get(id) ?? null,
    distinct_from: others(store.distinct.get(id)),
  }))
  const ids = new Set(changed.map(([id]) => id))
  return {
    inserted: written.filter(({ version }) => version === 1),
    updated: written.filter(({ version }) => version > 1),
    repointed: changed
      .filter(([, entry]) => entry.state === 'merged')
      .flatMap(([id]) =>
        absorbedBy(before.get(id)).map((absorbed) => ({ id: absorbed, merged_into: endOf(entryOf, id) })),
      )
      .filter(({ id }) => !ids.has(id)),
  }
}

function absorbedBy(entry: Entry | undefined): readonly CustomerId[] {
  return entry?.state === 'present' ? entry.absorbed : []
}

function others(groups: readonly (readonly CustomerId[])[] | undefined): readonly CustomerId[] | null {
  return groups === undefined ? null : [...new Set(groups.flat())]
}
