import { problem, type Problem } from '../../outcome/problem.js'
import type { AccessLinkKind } from '../../policy/policy.js'
import type { TimelineEntry } from '../../timeline/entry.js'
import type { AccountEventKind } from '../../timeline/event.js'
import type { CustomerId } from '../../value/id.js'
import type { Instant } from '../../value/instant.js'
import type { AccessProblemCode } from './access-problem.js'

/** For each kind of link, the event that sends one, and those that void all that were sent. */
const lives: Readonly<
  Record<AccessLinkKind, { sent: 'invited' | 'password-reset-sent'; voidedBy: readonly AccountEventKind[] }>
> = {
  invitation: {
    sent: 'invited',
    voidedBy: ['account-activated', 'invitation-declined', 'account-disabled', 'account-blocked'],
  },
  'password-reset': { sent: 'password-reset-sent', voidedBy: ['account-disabled', 'account-blocked'] },
}

/** A link that somebody has followed. */
export interface FollowedLink {
  readonly customer: CustomerId
  readonly kind: AccessLinkKind
  /** its id, as the effect that sent it had it */
  readonly link: string
}

/**
 * What is wrong with a link that somebody follows (E-7), by the customer's timeline, oldest first: a newer link voids it, and so
 * does a block. Empty where the link holds. Ask it before the secret in the link is tried.
 *
 * Codes: `access.link-void`, also for one that was never sent; `access.link-expired` (`params.expiresAt`).
 *
 * @example
 * ```ts @import.meta.vitest
 * const by = { type: 'staff', id: 'staff-1' } as const
 * const event = { kind: 'invited', by, link: 'link-1', expiresAt: '2026-12-22T09:00:00.000Z' } as const
 * const timeline = [{ id: 'e1', customer: '7', at: '2026-11-22T09:00:00.000Z', event }]
 * const followed = { customer: '7', kind: 'invitation', link: 'link-1' } as const
 * expect(accessLinkProblems(followed, timeline, '2026-12-01T09:00:00.000Z')).toEqual([])
 * expect(accessLinkProblems(followed, timeline, '2027-01-01T09:00:00.000Z')).toHaveLength(1)
 * ```
 */
export function accessLinkProblems(
  { customer, kind, link }: FollowedLink,
  timeline: readonly TimelineEntry[],
  now: Instant,
): Problem<AccessProblemCode>[] {
  const { sent, voidedBy } = lives[kind]
  const kinds: ReadonlySet<string> = new Set([sent, ...voidedBy])
  const last = timeline.findLast((entry) => entry.customer === customer && kinds.has(entry.event.kind))?.event
  if (last?.kind !== sent || last.link !== link) return [problem('access.link-void', ['link'])]
  const { expiresAt } = last
  return now < expiresAt ? [] : [problem('access.link-expired', ['link'], { expiresAt })]
}
