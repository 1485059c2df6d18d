import { invariant } from '../../outcome/invariant.js'
import { success, unlessProblems, type Outcome } from '../../outcome/outcome.js'
import { problem } from '../../outcome/problem.js'
import { compareCodePoints } from '../../value/code-point-order.js'
import type { Revision, SegmentId } from '../../value/id.js'
import { foldText } from '../../value/text.js'
import type { SavedSegment, SavedSegmentProblem, SegmentWish } from '../saved-segments.js'
import { nextName } from './numbering.js'
import type { Store } from './store.js'

/** All saved segments by their folded names. */
export function listSegments({ segments }: Store): readonly SavedSegment[] {
  return [...segments.values()].toSorted((one, other) =>
    compareCodePoints(foldText(one.name), foldText(other.name)),
  )
}

/** Saves a segment, new or read before. */
export function saveSegment(
  store: Store,
  { id, name, query, at }: SegmentWish,
  expected: Revision | 'absent',
): Outcome<SavedSegment, SavedSegmentProblem> {
  invariant(
    (id === null) === (expected === 'absent'),
    'a new segment, and no other, is expected to be absent',
  )
  const before = id === null ? null : store.segments.get(id)
  return unlessProblems([...staleProblems(store, id, expected), ...nameProblems(store, id, name)], () => {
    const saved: SavedSegment = Object.freeze({
      id: id ?? nextName(store.numbering, 'segment'),
      name,
      query,
      createdAt: before?.createdAt ?? at,
      updatedAt: at,
      revision: nextName(store.numbering, 'revision'),
    })
    store.segments.set(saved.id, saved)
    return saved
  })
}

/** Removes a segment with its members. */
export function removeSegment(
  store: Store,
  id: SegmentId,
  expected: Revision,
): Outcome<null, SavedSegmentProblem> {
  const [stale] = staleProblems(store, id, expected)
  if (stale !== undefined) return { ok: false, problems: [stale] }
  store.segments.delete(id)
  store.members.delete(id)
  return success(null)
}

function staleProblems(
  { segments }: Store,
  id: SegmentId | null,
  expected: Revision | 'absent',
): SavedSegmentProblem[] {
  if (id === null || segments.get(id)?.revision === expected) return []
  return [problem('commit.stale', [], { id })]
}

function nameProblems({ segments }: Store, id: SegmentId | null, name: string): SavedSegmentProblem[] {
  const folded = foldText(name)
  const isTaken = [...segments.values()].some((one) => one.id !== id && foldText(one.name) === folded)
  return isTaken ? [problem('segments.name-taken', ['name'])] : []
}
