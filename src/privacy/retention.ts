import type { CustomerRecord } from '../customer/record.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { Guard } from '../plan/change.js'
import type { Context } from '../plan/context.js'
import { daysAfter } from '../value/calendar.js'
import type { PrivacyProblemCode } from './privacy-problem.js'

type Subject = Pick<CustomerRecord, 'customer' | 'statistics' | 'facts'>
type Terms = Pick<Context, 'now' | 'policy'>

/** Whether the policy's window after the last order still runs. An order of which nobody can tell the date counts as one today. */
export function retentionProblems(
  { statistics: { lastOrderAt }, facts: { orderHistory } }: Subject,
  { now, policy }: Terms,
): Problem<PrivacyProblemCode>[] {
  const days = policy.erasure.retentionDays
  const path = ['statistics', 'lastOrderAt']
  if (days === 0) return []
  if (lastOrderAt === null)
    return orderHistory === 'none' ? [] : [problem('privacy.last-order-unknown', path, { days })]
  const until = daysAfter(lastOrderAt, days)
  return now < until ? [problem('privacy.retention', path, { days, until })] : []
}

/** Who has no orders, on whom the window was not tried, must have none at the commit either. */
export function retentionGuards(
  { customer: { id }, statistics: { lastOrderAt } }: Subject,
  { policy }: Terms,
): Guard[] {
  const isWaived = policy.erasure.retentionDays > 0 && lastOrderAt === null
  return isWaived ? [{ id, fact: 'orderHistory', oneOf: ['none'] }] : []
}
