import { invariant } from '../../outcome/invariant.js'
import type { Person } from '../../plan/person.js'
import type { CustomerId } from '../../value/id.js'
import { replaceEntries } from './entry-index.js'
import type { Entry, EntryReader, Living } from './entry.js'
import { nextName, type Numbering } from './numbering.js'
import type { Store } from './store.js'

/** What a commit would do, beside the store until all of it is known to work: a throw anywhere leaves no trace. */
export interface Staged {
  readonly store: Store
  readonly numbering: Numbering
  /** entries as they will be */
  readonly entries: Map<CustomerId, Entry>
  /** reads an entry, changes of this commit included */
  readonly entryOf: EntryReader
  /** whose customer or library facts change, so whose revision is raised, once */
  readonly raised: Set<CustomerId>
  /** everybody whom this commit erases, as they were known before it */
  readonly people: ReadonlyMap<CustomerId, Person>
  /** activities counted by this commit */
  readonly counted: Set<string>
  /** instructions to the host's tables, in order: the last thing that may throw */
  readonly hostWork: (() => void)[]
  /** what is written when nothing can throw any more, in order */
  readonly writes: (() => void)[]
}

/** An empty stage over a store. */
export function stage(
  store: Store,
  numbering: Numbering = { ...store.numbering },
  people: ReadonlyMap<CustomerId, Person> = new Map(),
): Staged {
  const entries = new Map<CustomerId, Entry>()
  return {
    store,
    numbering,
    entries,
    entryOf: (id) => entries.get(id) ?? store.entries.get(id),
    raised: new Set(),
    people,
    counted: new Set(),
    hostWork: [],
    writes: [],
  }
}

/** The record that a change needs. A change set that has ended it before contradicts itself, and throws. */
export function livingIn({ entryOf }: Staged, id: CustomerId): Living {
  const entry = entryOf(id)
  invariant(entry?.state === 'present', 'a change aims at a record that its own change set has ended')
  return entry
}

/** Makes the commit true: the host's tables first, because they may still throw; then the store, which cannot. */
export function publish({ store, numbering, entries, counted, hostWork, writes }: Staged): void {
  for (const work of hostWork) work()
  replaceEntries(store, entries)
  for (const activity of counted) store.counted.add(activity)
  for (const write of writes) write()
  Object.assign(store.numbering, numbering)
}

/** Gives every changed record that lives on its new revision, once. */
export function raiseRevisions({ entries, raised, numbering }: Staged): void {
  for (const id of raised) {
    const entry = entries.get(id)
    if (entry?.state === 'present')
      entries.set(id, withRecord(entry, { revision: nextName(numbering, 'revision') }))
  }
}

/** An entry with part of its record replaced. The parts are frozen copies already. */
export function withRecord(entry: Living, changes: Partial<Living['record']>): Living {
  return { ...entry, record: Object.freeze({ ...entry.record, ...changes }) }
}
