import type { Person } from '../../plan/person.js'
import type { CustomerId } from '../../value/id.js'
import { countKey } from '../memory/apply-count.js'
import { replaceEntries } from '../memory/entry-index.js'
import type { Entry } from '../memory/entry.js'
import type { HostRelations } from '../memory/host.js'
import { idsOfEffect } from '../memory/named-ids.js'
import { addRow } from '../memory/named-rows.js'
import type { Numbering } from '../memory/numbering.js'
import { emptyStore, type Store } from '../memory/store.js'
import { entryFrom } from './customer-row.js'
import type { Found } from './read-world.js'
import type { HostFactsById } from './session.js'
import type { Settings } from './settings.js'

/** An instruction to a table of the host, to be carried out in the transaction. */
export type HostWork =
  | {
      readonly type: 'reassign'
      readonly relation: string
      readonly from: readonly CustomerId[]
      readonly to: CustomerId
    }
  | { readonly type: 'redact'; readonly relation: string; readonly person: Person }

/**
 * A small memory store of what was read and locked. A commit is carried out on it by the very rules of the memory repository, and
 * what it has changed there is written back.
 */
export interface Staging {
  readonly store: Store
  readonly found: Found
  /** what stood under each id before */
  readonly before: ReadonlyMap<CustomerId, Entry>
  /** what the host's tables are told, in order */
  readonly hostWork: readonly HostWork[]
}

/** Fills the small store. `facts` are those of the host, where it keeps any. */
export function stagingOf(found: Found, settings: Settings, facts: HostFactsById | undefined): Staging {
  const hostWork: HostWork[] = []
  const store = emptyStore({
    host: {
      relations: recorders(settings, hostWork),
      facts: facts && ((id) => facts.get(id) ?? {}),
      projected: undefined,
    },
    statistics: settings.statistics,
    identity: settings.identity,
    isSearched: false,
  })
  const before = new Map(found.rows.map((row) => [row.id, entryFrom(row)]))
  replaceEntries(store, before)
  fill(store, found)
  Object.assign(store.numbering, { make: namer(found.names, settings) })
  return { store, found, before, hostWork }
}

function fill(store: Store, { rows, claims, counted, effects }: Found): void {
  for (const { claim, holder } of claims) store.claims.set(claim, holder)
  for (const { activity, customer } of counted) store.counted.add(countKey(customer, activity))
  for (const effect of effects) addRow(store.outbox, effect.id, effect, idsOfEffect(effect))
  for (const { id, leaving, distinct_from: others } of rows) {
    if (leaving !== null) store.leaving.set(id, leaving)
    if (others !== null) store.distinct.set(id, [others])
  }
}

/** The host is told in the transaction, after what is ours is written. */
function recorders({ relations }: Settings, hostWork: HostWork[]): HostRelations {
  return Object.fromEntries(
    Object.entries(relations).map(([relation, mode]) => [
      relation,
      mode === 'in-commit'
        ? {
            mode,
            reassign: (from, to) => void hostWork.push({ type: 'reassign', relation, from, to }),
            redact: (person) => void hostWork.push({ type: 'redact', relation, person }),
          }
        : mode,
    ]),
  )
}

/** Names that nobody else makes. Revisions are told apart for one record only, so one name of the database is enough for all. */
function namer(
  [first = '', ...names]: readonly string[],
  { newId }: Settings,
): NonNullable<Numbering['make']> {
  let revisions = 0
  let next = 0
  return (kind) => {
    if (kind === 'revision') return `${first}-${++revisions}`
    return newId === undefined ? (names[next++] as string) : newId(kind)
  }
}
