import type { Change } from '../../plan/change.js'
import { isNewId, type CustomerId } from '../../value/id.js'
import { endOf, type EntryReader } from './entry.js'
import type { Store } from './store.js'

/** What must lie under an id for a change to make sense. */
type Demand = 'living' | 'living-at-the-end' | 'living-or-nothing' | 'anything'

interface Target {
  readonly id: CustomerId
  readonly demand: Demand
}

const isMet: Record<Demand, (entryOf: EntryReader, id: CustomerId) => boolean> = {
  living: (entryOf, id) => entryOf(id)?.state === 'present',
  'living-at-the-end': (entryOf, id) => entryOf(endOf(entryOf, id))?.state === 'present',
  'living-or-nothing': (entryOf, id) => (entryOf(id)?.state ?? 'present') === 'present',
  anything: (entryOf, id) => entryOf(id) !== undefined,
}

/** The ids that a change set itself puts something under. */
export function idsMadeBy(changes: readonly Change[]): ReadonlySet<CustomerId> {
  return new Set(changes.flatMap((change) => (change.type === 'put' ? [change.customer.id] : [])))
}

/** The ids that a change aims at and that hold nothing it could act on, in this store and in what the change set makes. */
export function missingTargets(
  { entries }: Store,
  change: Change,
  made: ReadonlySet<CustomerId>,
): readonly CustomerId[] {
  const entryOf: EntryReader = (id) => entries.get(id)
  return targetsOf(change)
    .filter(({ id, demand }) => !isMadeNow(id, demand, made) && !isMet[demand](entryOf, id))
    .map(({ id }) => id)
}

/** A `put` makes what other changes need, but brings nobody back to life: its own demand is not met by itself. */
function isMadeNow(id: CustomerId, demand: Demand, made: ReadonlySet<CustomerId>): boolean {
  return isNewId(id) || (demand !== 'living-or-nothing' && made.has(id))
}

function targetsOf(change: Change): readonly Target[] {
  switch (change.type) {
    case 'put':
      return [{ id: change.customer.id, demand: 'living-or-nothing' }]
    case 'state':
      return [{ id: change.id, demand: 'living' }]
    case 'tombstone':
      return [change.id, ...(change.into === null ? [] : [change.into])].map((id) => ({
        id,
        demand: 'living',
      }))
    case 'reassign':
      return [{ id: change.to, demand: 'living' }]
    case 'count':
      return [{ id: change.id, demand: 'living-at-the-end' }]
    case 'event':
      return [{ id: change.customer, demand: 'anything' }]
    case 'distinct':
      return change.ids.map((id) => ({ id, demand: 'anything' }))
    case 'redact':
    case 'redactEvents':
    case 'suppress':
      return [{ id: change.id, demand: 'anything' }]
  }
}
