import { refusal, success, type Outcome } from '../outcome/outcome.js'
import { problem } from '../outcome/problem.js'
import { checkShape } from '../outcome/shape-problems.schema.js'
import {
  commentRemovalRequest,
  commentRequest,
  planComment,
  planCommentRemoval,
  type CommentPlan,
  type CommentRemovalPlan,
  type CommentRemovalWish,
  type CommentWish,
} from '../profile/plan-comment.js'
import type { CallOptions } from '../repository/call-options.js'
import type { TimelineEntry } from '../timeline/entry.js'
import { timelinePage, type TimelinePage, type TimelinePosition } from '../timeline/timeline-page.js'
import type { CustomerId } from '../value/id.js'
import { pageWishSchema } from './page-wish.schema.js'
import { idsSchema } from './call.schema.js'
import { loadRecord } from './load-records.js'
import { planOne } from './plan-one.js'
import type { CallerOptions, ServicePorts } from './ports.js'
import { run, type Done } from './run.js'

/**
 * One page of a customer's timeline, newest first; refused for what is no page (`shape.*`) and by a store that keeps none
 * (`capability.no-timeline`). Where there is nothing to show, it is asked whether there is such a customer.
 */
export async function readTimeline<Tx>(
  ports: ServicePorts<Tx>,
  id: CustomerId,
  given: TimelinePosition,
  options: CallOptions<Tx>,
): Promise<Outcome<TimelinePage>> {
  const shape = checkShape(pageWishSchema, given)
  if (!shape.ok) return shape
  const entries = await timelineOf(ports, id, options)
  if (!entries.ok) return entries
  if (entries.value.length === 0) {
    const present = await loadRecord(ports, id, options)
    if (!present.ok) return present
  }
  const { page } = ports.contextOf({}).policy.limits
  const { after, limit = page } = shape.value
  return success(timelinePage(entries.value, { after, limit: Math.min(limit, page) }))
}

/** Puts a comment by staff on the timeline of somebody who is there. */
export function runComment<Tx>(
  ports: ServicePorts<Tx>,
  id: CustomerId,
  wish: CommentWish,
  options: CallerOptions<Tx>,
): Promise<Outcome<Done<CommentPlan>>> {
  return run(
    ports,
    {
      request: () => commentRequest(id, wish),
      plan: (context) =>
        planOne(ports, id, (record, own) => planComment(record, wish, own), context, options),
    },
    options,
  )
}

/** Takes a comment on a customer's timeline back. */
export function runCommentRemoval<Tx>(
  ports: ServicePorts<Tx>,
  id: CustomerId,
  wish: CommentRemovalWish,
  options: CallerOptions<Tx>,
): Promise<Outcome<Done<CommentRemovalPlan>>> {
  const given: unknown = wish?.comment
  const comment = typeof given === 'string' ? given : ''
  return run(
    ports,
    {
      request: () => commentRemovalRequest(comment),
      plan: async (context) => {
        const entries = await timelineOf(ports, id, options)
        if (!entries.ok) return entries
        const entry = entries.value.find((one) => one.id === comment)
        if (entry === undefined) return refusal(problem('comment.unknown', [], { id: comment }))
        return planCommentRemoval(entry, context)
      },
    },
    options,
  )
}

async function timelineOf<Tx>(
  { repository }: ServicePorts<Tx>,
  id: CustomerId,
  options: CallOptions<Tx>,
): Promise<Outcome<readonly TimelineEntry[]>> {
  if (repository.timeline === undefined) return refusal(problem('capability.no-timeline'))
  const asked = checkShape(idsSchema, [id])
  if (!asked.ok) return asked
  return success(await repository.timeline(id, options))
}
