import type { CustomerId } from '../../value/id.js'
import { applyState } from './apply-state.js'
import { endOf, lineageOf } from './entry.js'
import { rowsNaming } from './named-rows.js'
import type { Staged } from './staged.js'

/**
 * Ends the merges (MB-8) whose last reassignment is among the effects that go now: until then rows of the absorbed record
 * are still on their way.
 */
export function finishMerges(staged: Staged, going: ReadonlySet<string>): void {
  const survivors = new Set([...going].flatMap((id) => survivorOf(staged, id)))
  for (const id of survivors) {
    const entry = staged.entryOf(id)
    if (entry?.state !== 'present' || !entry.record.facts.mergeInProgress) continue
    if (!isAwaiting(staged, id, going))
      applyState(staged, { type: 'state', id, field: 'mergeInProgress', value: false })
  }
}

/** Whether a reassignment to the survivor, or to whoever was merged into it since, is still to come. */
function isAwaiting(staged: Staged, survivor: CustomerId, going: ReadonlySet<string>): boolean {
  const rows = rowsNaming(staged.store.outbox, lineageOf(staged.entryOf, survivor))
  return [...rows].some((id) => !going.has(id) && survivorOf(staged, id).includes(survivor))
}

function survivorOf({ store, entryOf }: Staged, effectId: string): readonly CustomerId[] {
  const effect = store.outbox.rows.get(effectId)?.row
  return effect?.type === 'reassign' ? [endOf(entryOf, effect.to)] : []
}
