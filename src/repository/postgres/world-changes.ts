import type { ActivityId, CustomerId } from '../../value/id.js'
import { heldBy } from '../memory/entry.js'
import { idsOfEffect } from '../memory/named-ids.js'
import type { Store } from '../memory/store.js'
import { changedEntries, customerChanges } from './customer-changes.js'
import { claimChanges, keyChanges } from './key-changes.js'
import type { Found } from './read-world.js'
import type { Settings } from './settings.js'
import type { Staging } from './staging.js'

/** Whom a commit erases: of the ones every stored request goes, or their name in it; of the others also what their timelines say. */
export interface Erased {
  readonly forgotten: readonly CustomerId[]
  readonly silenced: readonly CustomerId[]
}

/** What has changed, as rows: what the statement that writes is given, by the names of its parts. */
export type WorldChanges = Readonly<Record<string, readonly unknown[]>>

/** Compares the small store, after a commit, with what was read into it. */
export function changesOf(
  staging: Staging,
  settings: Settings,
  { forgotten, silenced }: Erased,
): WorldChanges {
  const { store, found, before } = staging
  const changed = changedEntries(staging)
  const unused = changed.filter(([, entry]) => heldBy(entry) === null).map(([id]) => id)
  const foundBy = new Map(
    changed.map(([id, entry]) => {
      const held = heldBy(entry)
      return [id, held === null ? [] : settings.foundByOf(held.record.customer)] as const
    }),
  )
  return {
    ...customerChanges(staging, changed, foundBy),
    ...claimChanges(changed, before),
    ...keyChanges(found.rows, foundBy),
    ...effectChanges(store, found),
    silenced,
    events: [...store.timelines.byCustomer.values()]
      .flat()
      .map(({ event, order }) => ({ ...event, ordinal: order })),
    forgotten,
    unnamed: forgotten,
    receipts: [...store.receipts.rows].map(([key, { row, names }]) => ({ key, ...row, names })),
    counted: countedNow(store, found),
    suppressed: [...store.suppressed],
    left: [...new Set([...unused, ...forgotten])],
  }
}

function effectChanges(
  { outbox }: Store,
  { effects }: Found,
): Readonly<Record<'done' | 'waiting', readonly unknown[]>> {
  const known = new Set(effects.map(({ id }) => id))
  return {
    done: [...known].filter((id) => !outbox.rows.has(id)),
    waiting: [...outbox.rows.values()]
      .filter(({ row }) => !known.has(row.id))
      .map(({ row }, ordinal) => ({ id: row.id, ordinal, effect: row, names: idsOfEffect(row) })),
  }
}

function countedNow({ counted }: Store, found: Found): readonly unknown[] {
  const known = new Set(found.counted.map(({ customer, activity }) => JSON.stringify([customer, activity])))
  return [...counted]
    .filter((key) => !known.has(key))
    .map((key) => {
      const [customer, activity] = JSON.parse(key) as [CustomerId, ActivityId]
      return { customer, activity }
    })
}
