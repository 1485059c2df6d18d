import type { Account } from '../../customer/account.js'
import type { CustomerRecord } from '../../customer/record.js'
import type { JsonValue } from '../../outcome/json.js'
import { unlessProblems, type Outcome } from '../../outcome/outcome.js'
import { problem, type Problem } from '../../outcome/problem.js'
import type { AccessLink } from '../../plan/account-change.js'
import { mailboxOf } from '../../plan/claims.js'
import type { Context } from '../../plan/context.js'
import { notStoredProblems } from '../../plan/not-stored.js'
import type { Plan } from '../../plan/plan.js'
import { requestOf, type RequestDigest } from '../../plan/request.js'
import { unsettledProblems } from '../../plan/settled-record.js'
import { touchOf, type Touch } from '../../plan/touch.js'
import type { AccessLinkKind } from '../../policy/policy.js'
import type { TimelineEntry } from '../../timeline/entry.js'
import { hoursAfter } from '../../value/calendar.js'
import type { CustomerId } from '../../value/id.js'
import { accessLinkProblems } from './access-links.js'
import { accessWrite } from './access-write.js'
import { accountActions, mayAct } from './account-actions.js'
import { accountAfter } from './account-transitions.js'
import type { AccessWish } from './access-wish.js'
import { readAccessWish } from './access-wish.schema.js'

/** Whose account it is. */
export interface AccessSubject {
  readonly record: CustomerRecord
  /** all of the customer's timeline, oldest first; wanted where the wish names a link */
  readonly timeline?: readonly TimelineEntry[] | undefined
}

/** What would become of an account. */
export interface AccessPlan extends Plan<AccessWish> {
  readonly planner: 'account-access'
  readonly customer: CustomerId
  readonly account: Account
  /** the link that is sent, and voids the one before */
  readonly link: AccessLink | null
}

/**
 * Plans what staff, the customer or the system does to an account (C-7, C-8, E-7): the record gets its new state, the timeline
 * says so, and the host's identity system hears of it by an effect of the type `account`. An invitation and a password reset send
 * a link that holds as long as `policy.linkHours` says. What is so already changes nothing.
 *
 * Codes: `shape.*`, `edit.deleted`, `edit.redacted`, `edit.merge-in-progress`, `capability.field-not-stored`,
 * `access.not-allowed` (`params.actor`), `access.guest`, `access.not-invited`, `access.not-enabled`, `access.enabled`,
 * `access.declined`, `access.blocked` (each with `params.action`), `access.no-mailbox` where nobody can be invited,
 * `access.link-void`, `access.link-expired` (`params.expiresAt`), `capability.no-timeline` where a link cannot be judged.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../../testing/build-context.js')
 * const { buildRecord } = await import('../../testing/build-record.js')
 * const outcome = planAccountAccess({ record: buildRecord() }, { action: 'invite' }, buildContext())
 * expect(outcome.ok && outcome.value.account.state).toBe('INVITED')
 * expect(outcome.ok && outcome.value.link?.expiresAt).toBe('2026-12-22T12:00:00.000Z')
 * ```
 */
export function planAccountAccess(
  subject: AccessSubject,
  wish: AccessWish,
  context: Context,
): Outcome<AccessPlan> {
  const read = readAccessWish(wish)
  if (!read.ok) return read
  const { record } = subject
  const { action } = read.value
  const after = accountAfter(record.customer.account, action)
  const problems = [
    ...unsettledProblems(record),
    ...notStoredProblems(['account'], context.store),
    ...refusals(subject, read.value, context),
    ...(typeof after === 'string' ? [problem(after, ['account'], { action })] : []),
  ]
  return unlessProblems(problems, () => toPlan(record, after as Account, read.value, context))
}

/** By what a repeated wish for the same is recognised. */
export function accessRequest(id: CustomerId, wish: AccessWish): RequestDigest {
  return requestOf('account-access', [id], wish as unknown as JsonValue)
}

function refusals({ record, timeline }: AccessSubject, wish: AccessWish, context: Context): Problem[] {
  const { actor, policy, now } = context
  const { customer } = record
  const isAllowed = mayAct(wish.action, actor, policy)
  const isReached = wish.action !== 'invite' || mailboxOf(customer, policy.identity) !== null
  return [
    ...(isAllowed ? [] : [problem('access.not-allowed', ['account'], { actor: actor.type })]),
    ...(isReached ? [] : [problem('access.no-mailbox', ['email'])]),
    ...followedProblems(customer.id, wish, timeline, now),
  ]
}

/** What is against the link that was followed, where one was. */
function followedProblems(
  customer: CustomerId,
  { action, link }: AccessWish,
  timeline: readonly TimelineEntry[] | undefined,
  now: Context['now'],
): Problem[] {
  if (link === undefined) return []
  if (timeline === undefined) return [problem('capability.no-timeline', ['link'])]
  // nothing else comes with a link
  const kind = accountActions[action].answers as AccessLinkKind
  return accessLinkProblems({ customer, kind, link }, timeline, now)
}

function toPlan(record: CustomerRecord, account: Account, wish: AccessWish, context: Context): AccessPlan {
  const { customer, revision } = record
  const { id } = customer
  const link = newLink(wish, context)
  const touches = accountTouches(customer.account, account)
  return {
    planner: 'account-access',
    wish,
    subjects: [id],
    touches,
    warnings: [],
    changeSet: {
      key: context.key,
      request: accessRequest(id, wish),
      expects: [{ id, revision }],
      guards: [],
      ...accessWrite(record, { account, link, touches, action: wish.action }, context),
      summary: { planner: 'account-access', customer: id, action: wish.action },
    },
    customer: id,
    account,
    link,
  }
}

function newLink({ action }: AccessWish, { key, now, policy }: Context): AccessLink | null {
  const { sends } = accountActions[action]
  return sends === null ? null : { id: `${key}/link`, expiresAt: hoursAfter(now, policy.linkHours[sends]) }
}

function accountTouches(before: Account, after: Account): Touch[] {
  return (['type', 'state', 'blocked'] as const).map((part) =>
    touchOf(['account', part], before[part], after[part]),
  )
}
