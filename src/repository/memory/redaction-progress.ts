import type { CustomerId } from '../../value/id.js'
import { applyState } from './apply-state.js'
import { rowsNaming } from './named-rows.js'
import type { Staged } from './staged.js'
import type { Store } from './store.js'

/** Keeps under what the host's tables know whoever is erased now, as long as redactions of them wait. Asked when these are in. */
export function rememberLeaving({ store, people, writes }: Staged): void {
  writes.push(() => {
    for (const [id, person] of people) if (redactionsOf(store, id).length > 0) store.leaving.set(id, person)
  })
}

/** With a person's last redaction the host's tables are done (G-1), and whoever is erased here is forgotten there too. */
export function finishRedactions(staged: Staged, going: ReadonlySet<string>): void {
  const { store, entryOf, writes } = staged
  for (const id of new Set([...going].flatMap((effect) => redactedBy(store, effect)))) {
    if (redactionsOf(store, id).some((effect) => !going.has(effect))) continue
    const entry = entryOf(id)
    if (entry?.state === 'present' && entry.record.facts.relationRedaction === 'pending')
      applyState(staged, { type: 'state', id, field: 'relationRedaction', value: 'done' })
    writes.push(() => store.leaving.delete(id))
  }
}

/** Whether an effect of the outbox erases somebody: no erasure drops it. */
export function isRedaction(store: Store, effectId: string): boolean {
  return redactedBy(store, effectId).length > 0
}

function redactionsOf(store: Store, id: CustomerId): string[] {
  return [...rowsNaming(store.outbox, [id])].filter((effect) => isRedaction(store, effect))
}

function redactedBy({ outbox }: Store, effectId: string): readonly CustomerId[] {
  const effect = outbox.rows.get(effectId)?.row
  return effect?.type === 'redact' ? [effect.customer] : []
}
