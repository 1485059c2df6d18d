import type { Change, DistinctChange, EventChange, ReassignChange } from '../../plan/change.js'
import { applyCount } from './apply-count.js'
import { applyRedact, applyRedactEvents, applySuppress } from './apply-erasure.js'
import { applyPut } from './apply-put.js'
import { applyState } from './apply-state.js'
import { applyTombstone } from './apply-tombstone.js'
import { frozenCopy } from './frozen-copy.js'
import { relationOf } from './host.js'
import type { Staged } from './staged.js'
import { addEvent } from './timelines.js'

type Apply<Type> = (staged: Staged, change: Extract<Change, { readonly type: Type }>) => void

/** How each kind of change is carried out: a row a kind. */
const applyByType: { readonly [Type in Change['type']]: Apply<Type> } = {
  put: applyPut,
  count: applyCount,
  state: applyState,
  tombstone: applyTombstone,
  reassign: applyReassign,
  redact: applyRedact,
  redactEvents: applyRedactEvents,
  suppress: applySuppress,
  distinct: applyDistinct,
  event: applyEvent,
}

/** Carries out one change of a commit, on the stage. */
export function applyChange(staged: Staged, change: Change): void {
  const apply = applyByType[change.type] as (staged: Staged, change: Change) => void
  apply(staged, change)
}

function applyReassign({ store, hostWork }: Staged, { relation, from, to }: ReassignChange): void {
  const handler = relationOf(store.host, relation)
  hostWork.push(() => handler?.reassign(from, to))
}

function applyDistinct({ store, writes }: Staged, { ids }: DistinctChange): void {
  writes.push(() => ids.forEach((id) => store.distinct.set(id, [...(store.distinct.get(id) ?? []), ids])))
}

function applyEvent({ store, writes }: Staged, { id, customer, at, event }: EventChange): void {
  const stored = frozenCopy({ id, customer, at, event })
  writes.push(() => addEvent(store.timelines, stored))
}
