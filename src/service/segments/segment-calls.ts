import { refusal, success, unlessProblems, type Outcome } from '../../outcome/outcome.js'
import { problem, under, type Problem } from '../../outcome/problem.js'
import { checkShape } from '../../outcome/shape-problems.schema.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { MemberPage, MembershipChange } from '../../repository/memberships.js'
import type { SavedSegment, SavedSegments } from '../../repository/saved-segments.js'
import { parseSegment } from '../../segment/parse-segment.js'
import type { CustomerId, Revision, SegmentId } from '../../value/id.js'
import { isBlank } from '../../value/text.js'
import { textProblems } from '../../value/text-problems.js'
import { filterOf } from '../finding/find-wish.js'
import { withJudgedOptions } from '../expect-options.js'
import { segmentOptionPlaces } from '../option-places.js'
import type { ServicePorts } from '../ports.js'
import { pageWishSchema } from '../page-wish.schema.js'
import { savedSegmentSchema, saveSegmentSchema, segmentNamedSchema } from './segment-wish.schema.js'

/** The segment of everybody, which every shop has (S-1). It is saved nowhere, and its name is yours to give. */
export interface BuiltInSegment {
  readonly id: 'all'
  readonly isBuiltIn: true
}

/** A segment as it is listed. */
export type ListedSegment = BuiltInSegment | (SavedSegment & { readonly isBuiltIn: false })

/** A segment that is to be saved: a new one, or one that was read, under the revision that was read. */
export interface SaveSegmentWish {
  readonly name: string
  /** in the language of segments */
  readonly query: string
  readonly saved?: { readonly id: SegmentId; readonly revision: Revision } | undefined
}

/** Which members are told. */
export interface MembersWish {
  /** the `next` of the page before */
  readonly after?: CustomerId | null | undefined
  /** at most `policy.limits.page`, 50 */
  readonly limit?: number | undefined
}

/** Why a call of a saved segment is refused, apart from what its query and the store say. */
export type SegmentCallProblemCode = 'segments.name-blank' | 'segments.unknown'

/** Saved segments, and who is in them (S-1, S-2). */
export interface SegmentCalls<Tx = never> {
  /**
   * All segments, that of everybody first. A store that keeps none has that one alone, with the warning `capability.no-segments`.
   */
  list(options?: CallOptions<Tx>): Promise<Outcome<readonly ListedSegment[]>>
  /**
   * Saves a segment. The query is read first; what was assumed in it comes as warnings.
   *
   * Codes: `shape.*`, `segment.*` (the path begins with `query`), `segments.name-blank`, `text.*` of the name, `segments.name-taken`,
   * `commit.stale` (`params.id`), `capability.no-segments`.
   */
  save(wish: SaveSegmentWish, options?: CallOptions<Tx>): Promise<Outcome<SavedSegment>>
  /** Removes a segment and who is in it. Codes: `shape.*`, `commit.stale` (`params.id`), `capability.no-segments`. */
  remove(
    saved: { readonly id: SegmentId; readonly revision: Revision },
    options?: CallOptions<Tx>,
  ): Promise<Outcome<null>>
  /**
   * Finds who is in a segment now, and tells who has come in and who has left since the last time (S-2).
   *
   * Codes: `shape.*`, `segments.unknown` (`params.id`), `segment.*` where its query is none any more or the store cannot answer it,
   * `capability.no-segments`, `capability.no-memberships`.
   */
  refreshMembership(id: SegmentId, options?: CallOptions<Tx>): Promise<Outcome<MembershipChange>>
  /**
   * A page of who was in a segment when it was last refreshed.
   *
   * Codes: `shape.*`, `find.page-too-large` (`params.limit`), `capability.no-memberships`.
   */
  members(id: SegmentId, page?: MembersWish, options?: CallOptions<Tx>): Promise<Outcome<MemberPage>>
}

const everybody: BuiltInSegment = { id: 'all', isBuiltIn: true }

/** The calls of saved segments, tied to a store. */
export function segmentCalls<Tx>(ports: ServicePorts<Tx>): SegmentCalls<Tx> {
  const { repository } = ports
  const calls: SegmentCalls<Tx> = {
    list: async (options = {}) => {
      const saved = await repository.segments?.list(options)
      return saved === undefined
        ? success([everybody], [problem('capability.no-segments')])
        : success([everybody, ...saved.map((one) => ({ ...one, isBuiltIn: false as const }))])
    },
    save: (wish, options = {}) => saveSegment(ports, wish, options),
    remove: (saved, options = {}) => removeSegment(ports, saved, options),
    refreshMembership: (id, options = {}) => refreshMembership(ports, id, options),
    members: (id, page = {}, options = {}) => membersOf(ports, id, page, options),
  }
  return withJudgedOptions(calls, segmentOptionPlaces, {})
}

async function removeSegment<Tx>(
  ports: ServicePorts<Tx>,
  given: Pick<SavedSegment, 'id' | 'revision'>,
  options: CallOptions<Tx>,
): Promise<Outcome<null>> {
  const saved = checkShape(savedSegmentSchema, given)
  if (!saved.ok) return saved
  const { id, revision } = saved.value
  return withSegments(ports, (segments) => segments.remove(id, revision, options))
}

async function saveSegment<Tx>(
  ports: ServicePorts<Tx>,
  given: SaveSegmentWish,
  options: CallOptions<Tx>,
): Promise<Outcome<SavedSegment>> {
  const shape = checkShape(saveSegmentSchema, given)
  if (!shape.ok) return shape
  const { name, query, saved } = shape.value
  const { now, policy } = ports.contextOf({})
  const parsed = parseSegment(query, { segments: ports.sources.segments })
  const checked = unlessProblems(
    [
      ...nameProblems(name, policy.limits.name),
      ...(parsed.ok ? [] : parsed.problems.map((one) => under(['query'], one))),
    ],
    () => ({ id: saved?.id ?? null, name: name.trim(), query, at: now }),
  )
  if (!checked.ok) return checked
  const outcome = await withSegments(ports, (segments) =>
    segments.save(checked.value, saved?.revision ?? 'absent', options),
  )
  return outcome.ok && parsed.ok ? success(outcome.value, parsed.warnings) : outcome
}

function nameProblems(name: string, limit: number): readonly Problem[] {
  return isBlank(name) ? [problem('segments.name-blank', ['name'])] : textProblems(name, limit, ['name'])
}

async function refreshMembership<Tx>(
  ports: ServicePorts<Tx>,
  id: SegmentId,
  options: CallOptions<Tx>,
): Promise<Outcome<MembershipChange>> {
  const { repository } = ports
  const asked = checkShape(segmentNamedSchema, { id })
  if (!asked.ok) return asked
  const memberships = repository.memberships?.(id)
  if (memberships === undefined) return refusal(problem('capability.no-memberships'))
  return withSegments(ports, async (segments) => {
    const saved = (await segments.list(options)).find((one) => one.id === id)
    if (saved === undefined) return refusal(problem('segments.unknown', [], { id }))
    const filter = filterOf(ports, saved.query, null, ports.contextOf({}))
    return filter.ok ? memberships.replace(filter.value, options) : filter
  })
}

async function membersOf<Tx>(
  { repository, contextOf }: ServicePorts<Tx>,
  id: SegmentId,
  given: MembersWish,
  options: CallOptions<Tx>,
): Promise<Outcome<MemberPage>> {
  const asked = checkShape(segmentNamedSchema, { id })
  if (!asked.ok) return asked
  const shape = checkShape(pageWishSchema, given)
  if (!shape.ok) return shape
  const { page } = contextOf({}).policy.limits
  const { after = null, limit = page } = shape.value
  if (limit > page) return refusal(problem('find.page-too-large', ['limit'], { limit: page }))
  const memberships = repository.memberships?.(id)
  return memberships === undefined
    ? refusal(problem('capability.no-memberships'))
    : success(await memberships.members({ after, limit }, options))
}

async function withSegments<T, Tx>(
  { repository: { segments } }: ServicePorts<Tx>,
  act: (segments: SavedSegments<Tx>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return segments === undefined ? refusal(problem('capability.no-segments')) : act(segments)
}
