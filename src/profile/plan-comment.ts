import type { Customer } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { Guard } from '../plan/change.js'
import type { Context } from '../plan/context.js'
import { eventChange } from '../plan/event-change.js'
import type { Plan } from '../plan/plan.js'
import { requestOf, type RequestDigest } from '../plan/request.js'
import { endedProblems, livingGuards } from '../plan/settled-record.js'
import type { TimelineEntry } from '../timeline/entry.js'
import type { TimelineEvent } from '../timeline/event.js'
import type { Actor } from '../value/actor.js'
import type { CustomerId, EventId } from '../value/id.js'
import { textProblems } from '../value/text-problems.js'
import { isBlank } from '../value/text.js'

/** Why a comment is refused. */
export type CommentProblemCode =
  | 'comment.blank'
  | 'comment.not-staff'
  | 'comment.not-author'
  | 'comment.unknown'

/** What staff write on a timeline. */
export interface CommentWish {
  readonly text: string
}

/** A plan to put a comment on a timeline. */
export interface CommentPlan extends Plan<CommentWish> {
  readonly planner: 'comment'
}

/** Which comment is taken back. */
export interface CommentRemovalWish {
  readonly comment: EventId
}

/** A plan to take a comment back. */
export interface CommentRemovalPlan extends Plan<CommentRemovalWish> {
  readonly planner: 'comment-removal'
}

/** On whose timeline staff write. */
export interface CommentSubject extends Pick<CustomerRecord, 'facts'> {
  readonly customer: Pick<Customer, 'id'>
}

/**
 * Plans a comment by staff on a customer's timeline, for staff only (E-2). It rests on no revision: it changes nothing of the
 * customer, and nobody's edit is refused for it. Of whom the data was erased nothing new is written down, which no erasure would find
 * again (G-2).
 *
 * Codes: `edit.deleted`, `edit.redacted`, `comment.not-staff`, `comment.blank`, `text.too-long` (`params.limit`, that of a note),
 * `text.not-storable`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const outcome = planComment(buildRecord(), { text: 'Called back, wants blue.' }, buildContext())
 * expect(outcome.ok && outcome.value.changeSet.changes).toHaveLength(1)
 * ```
 */
export function planComment(
  record: CommentSubject,
  wish: CommentWish,
  context: Context,
): Outcome<CommentPlan> {
  // from a form may come nothing at all
  const text = wish?.text
  const { actor, policy } = context
  const { id } = record.customer
  const isText = typeof text === 'string' && !isBlank(text)
  const problems: Problem[] = [
    ...endedProblems(record),
    ...(actor.type === 'customer' ? [problem('comment.not-staff')] : []),
    ...(isText ? textProblems(text, policy.limits.note, ['text']) : [problem('comment.blank', ['text'])]),
  ]
  const commented = { kind: 'commented', by: actor, text } as const
  return unlessProblems(problems, () =>
    writing(
      'comment',
      {
        customer: id,
        wish: { text },
        request: commentRequest(id, wish),
        guards: livingGuards(id),
        event: commented,
      },
      context,
    ),
  )
}

/**
 * Plans to take a comment back: its author may, and the system; pages of the timeline no longer show it. Its words stay
 * stored until the person is erased.
 *
 * Codes: `comment.unknown` where the event is no comment, `comment.not-author`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const by = { type: 'staff', id: 'staff-1' } as const
 * const at = '2026-11-22T09:00:00.000Z'
 * const entry = { id: 'e1', customer: '7', at, event: { kind: 'commented', by, text: 'Wants blue.' } } as const
 * expect(planCommentRemoval(entry, buildContext({ actor: by })).ok).toBe(true)
 * expect(planCommentRemoval(entry, buildContext({ actor: { type: 'staff', id: 'staff-2' } })).ok).toBe(false)
 * ```
 */
export function planCommentRemoval(
  { id, customer, event }: TimelineEntry,
  context: Context,
): Outcome<CommentRemovalPlan> {
  const { actor } = context
  const problems: Problem[] =
    event.kind !== 'commented'
      ? [problem('comment.unknown', [], { id })]
      : mayRemove(actor, event.by)
        ? []
        : [problem('comment.not-author', [], { id })]
  const wish = { comment: id }
  const removed = { kind: 'comment-removed', by: actor, comment: id } as const
  return unlessProblems(problems, () =>
    writing(
      'comment-removal',
      { customer, wish, request: commentRemovalRequest(id), guards: [], event: removed },
      context,
    ),
  )
}

/** By what a repeated comment is recognised. */
export function commentRequest(id: CustomerId, wish: CommentWish): RequestDigest {
  return requestOf('comment', [id], { text: wish?.text ?? null })
}

/** By what a repeated removal is recognised. */
export function commentRemovalRequest(comment: EventId): RequestDigest {
  return requestOf('comment-removal', [], { comment })
}

function mayRemove(actor: Actor, author: Actor): boolean {
  return actor.type === 'system' || (actor.type === author.type && actor.id === author.id)
}

/** What is written: one event, for a wish. */
interface Writing<Wish> {
  readonly customer: CustomerId
  readonly wish: Wish
  readonly request: RequestDigest
  readonly guards: readonly Guard[]
  readonly event: TimelineEvent
}

function writing<Wish, Planner extends string>(
  planner: Planner,
  { customer, wish, request, guards, event }: Writing<Wish>,
  context: Context,
): Plan<Wish> & { readonly planner: Planner } {
  return {
    planner,
    wish,
    subjects: [customer],
    touches: [],
    warnings: [],
    changeSet: {
      key: context.key,
      request,
      expects: [],
      guards,
      changes: [eventChange(context, 1, customer, event)],
      outbox: [],
      summary: { planner, customer },
    },
  }
}
