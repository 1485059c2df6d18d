import type { StateChange } from '../../plan/change.js'
import { frozenCopy } from './frozen-copy.js'
import { livingIn, withRecord, type Staged } from './staged.js'

/** Sets a fact that the library owns. */
export function applyState(staged: Staged, { id, field, value }: StateChange): void {
  const entry = livingIn(staged, id)
  staged.entries.set(id, withRecord(entry, { facts: frozenCopy({ ...entry.record.facts, [field]: value }) }))
  staged.raised.add(id)
}
