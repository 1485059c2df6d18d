import { invariant } from '../../outcome/invariant.js'
import { refusal, success, type Outcome } from '../../outcome/outcome.js'
import { problem } from '../../outcome/problem.js'
import type { CustomerId, SegmentId } from '../../value/id.js'
import type { MemberPage, MembershipChange } from '../memberships.js'
import type { RecordFilter } from '../query.js'
import { idsMatching } from './find-records.js'
import { memberList } from './member-list.js'
import type { Store } from './store.js'

/** Who is found now takes the place of who was a member before. */
export function replaceMembers(
  store: Store,
  segmentId: SegmentId,
  asOf: RecordFilter,
): Outcome<MembershipChange> {
  if (!store.segments.has(segmentId)) return refusal(problem('commit.stale', [], { id: segmentId }))
  const ids = idsMatching(store, asOf)
  if (!ids.ok) return ids
  const list = store.members.get(segmentId) ?? memberList()
  store.members.set(segmentId, list)
  return success(list.replace(ids.value))
}

/** A page of members. */
export function membersOf(
  { members }: Store,
  segmentId: SegmentId,
  after: CustomerId | null,
  limit: number,
): MemberPage {
  invariant(limit >= 1, 'a page holds at least one member')
  return members.get(segmentId)?.page(after, limit) ?? { ids: [], next: null }
}
