import { invariant } from '../../outcome/invariant.js'
import type { Effect } from '../../plan/effect.js'
import type { EffectId } from '../../value/id.js'
import { finishMerges } from './merge-progress.js'
import { takeRow } from './named-rows.js'
import { finishRedactions } from './redaction-progress.js'
import { publish, raiseRevisions, stage } from './staged.js'
import type { Store } from './store.js'

/** The oldest effects that wait, in order. */
export function waitingEffects({ outbox }: Store, limit: number): readonly Effect[] {
  invariant(limit >= 1, 'a page holds at least one effect')
  const effects: Effect[] = []
  for (const { row } of outbox.rows.values()) {
    if (effects.length >= limit) break
    effects.push(row)
  }
  return effects
}

/**
 * Takes effects out. With the last reassignment of a merge, the merge is no longer in progress (MB-8); with a person's last redaction the host's tables are
 * done (G-1).
 */
export function acknowledgeEffects(store: Store, ids: readonly EffectId[]): void {
  const going = new Set(ids)
  const staged = stage(store)
  finishMerges(staged, going)
  finishRedactions(staged, going)
  raiseRevisions(staged)
  staged.writes.push(() => going.forEach((id) => takeRow(store.outbox, id)))
  publish(staged)
}
