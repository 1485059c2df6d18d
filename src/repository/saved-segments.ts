import type { Outcome } from '../outcome/outcome.js'
import type { Problem } from '../outcome/problem.js'
import type { Revision, SegmentId } from '../value/id.js'
import type { Instant } from '../value/instant.js'
import type { CallOptions } from './call-options.js'

/** A query that was saved under a name (S-1). */
export interface SavedSegment {
  readonly id: SegmentId
  readonly name: string
  /** in the language of segments, as it was typed */
  readonly query: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly revision: Revision
}

/** A segment that is to be saved: a new one where `id` is `null`, and then the store makes the id. */
export interface SegmentWish {
  readonly id: SegmentId | null
  readonly name: string
  readonly query: string
  /** when it is saved */
  readonly at: Instant
}

/** Why a segment cannot be saved or removed. */
export type SavedSegmentProblemCode = 'segments.name-taken' | 'commit.stale'

/** A refusal of saved segments. */
export type SavedSegmentProblem = Problem<SavedSegmentProblemCode>

/** The saved segments of a store (S-1). It knows no query: what is saved has been read before. */
export interface SavedSegments<Tx = never> {
  /** All of them, by their folded names (`foldText`), by code points. */
  list(options?: CallOptions<Tx>): Promise<readonly SavedSegment[]>
  /**
   * Saves a new segment (`id` is `null`, `expected` is `'absent'`), or one that was read, under the revision that was read.
   *
   * Codes: `segments.name-taken`, where another has the name (folded by `foldText`); `commit.stale` (`params.id`), where there is
   * none of this revision. Both at once where both hold.
   */
  save(
    segment: SegmentWish,
    expected: Revision | 'absent',
    options?: CallOptions<Tx>,
  ): Promise<Outcome<SavedSegment, SavedSegmentProblem>>
  /** Removes a segment, and with it who is in it. Code: `commit.stale` (`params.id`), where there is none of this revision. */
  remove(
    id: SegmentId,
    expected: Revision,
    options?: CallOptions<Tx>,
  ): Promise<Outcome<null, SavedSegmentProblem>>
}
