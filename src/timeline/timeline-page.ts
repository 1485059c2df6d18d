import { limits } from '../limits/limits.js'
import { invariant } from '../outcome/invariant.js'
import { emailStep } from './email-step.js'
import type { TimelineEntry } from './entry.js'
import type { TimelineEvent } from './event.js'

/** Some events of a timeline, newest first. */
export interface TimelinePage {
  readonly entries: readonly TimelineEntry[]
  /** where the next page begins, or `null` at the end; opaque */
  readonly next: string | null
}

/** Which page of a timeline, and how many events on it at most: 50 unless given (B-1), and never more. */
export interface TimelinePosition {
  readonly after?: string | null | undefined
  readonly limit?: number | undefined
}

/**
 * One page of a timeline for people to read, newest first (T-3). `entries` are all of its events, oldest first, as a
 * repository gives them. A comment that was taken back is not shown, and of each attempt to send an email only how it has ended,
 * or how far it is. Events that arrive or go between two pages neither
 * repeat nor hide others.
 *
 * @example
 * ```ts @import.meta.vitest
 * const event = { kind: 'created', by: { type: 'system', id: null } } as const
 * const entries = [1, 2, 3].map((day) => ({ id: `${day}`, customer: '7', at: `2026-11-0${day}T09:00:00.000Z`, event }))
 * const first = timelinePage(entries, { limit: 2 })
 * expect(first.entries.map(({ id }) => id)).toEqual(['3', '2'])
 * expect(timelinePage(entries, { after: first.next }).entries.map(({ id }) => id)).toEqual(['1'])
 * ```
 */
export function timelinePage(
  entries: readonly TimelineEntry[],
  { after = null, limit = limits.page }: TimelinePosition = {},
): TimelinePage {
  invariant(Number.isInteger(limit) && limit >= 1, 'a page of a timeline holds one event at least')
  const most = Math.min(limit, limits.page)
  const newest = entries.toReversed()
  const rest = after === null ? newest : newest.slice(placeAfter(newest, after))
  const shown = rest.filter(isShownAmong(entries))
  const page = shown.slice(0, most)
  return { entries: page, next: shown.length > most ? cursorOf(page.at(-1) as TimelineEntry) : null }
}

function isShownAmong(entries: readonly TimelineEntry[]): (entry: TimelineEntry) => boolean {
  const removed = new Set(
    entries.map(({ event }) => (event.kind === 'comment-removed' ? event.comment : null)),
  )
  const ranks = new Map<string, number>()
  for (const { event } of entries) {
    const { attempt, rank } = attemptOf(event)
    ranks.set(attempt, Math.max(rank, ranks.get(attempt) ?? 0))
  }
  return ({ id, event }) => {
    const { attempt, rank } = attemptOf(event)
    return (event.kind !== 'commented' || !removed.has(id)) && rank === ranks.get(attempt)
  }
}

/** Of which attempt an event tells, and how much; whatever else happens belongs to none. */
function attemptOf(event: TimelineEvent): { readonly attempt: string; readonly rank: number } {
  const step = emailStep(event)
  return step === null
    ? { attempt: '', rank: 0 }
    : { attempt: `${step.attempt} ${step.message}`, rank: step.rank }
}

/** The moment, and which event of that moment. */
function cursorOf({ at, id }: TimelineEntry): string {
  return `${at} ${id}`
}

/** Behind the event that a page has ended with, shown or not by now; where it is gone, at the first that is older. */
function placeAfter(newest: readonly TimelineEntry[], cursor: string): number {
  const found = newest.findIndex((entry) => cursorOf(entry) === cursor)
  if (found >= 0) return found + 1
  const [moment = ''] = cursor.split(' ', 1)
  const older = newest.findIndex(({ at }) => at < moment)
  return older < 0 ? newest.length : older
}
