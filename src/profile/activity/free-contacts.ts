import type { Customer } from '../../customer/customer.js'
import type { CustomerRecord } from '../../customer/record.js'
import { problem, type Problem } from '../../outcome/problem.js'
import { claimsOf } from '../../plan/claims.js'
import type { IdentityRule } from '../../policy/policy.js'
import type { ActivityProblemCode } from './activity-problem.js'

/** A customer who claims nothing that is another's. */
export interface FreeContacts {
  readonly customer: Customer
  readonly warnings: readonly Problem<ActivityProblemCode>[]
}

/**
 * Leaves out an email or a phone that is new to a customer and that somebody else holds: an activity that has happened is
 * never refused for it (`activity.contact-taken`, `params.id` the holder).
 */
export function withFreeContacts(
  before: Customer | null,
  customer: Customer,
  others: readonly CustomerRecord[],
  rule: IdentityRule,
): FreeContacts {
  const own = new Set(before === null ? [] : claimsOf(before, rule))
  const holders = new Map(
    others.flatMap((one) => claimsOf(one.customer, rule).map((claim) => [claim, one.customer.id])),
  )
  const taken = claimsOf(customer, rule)
    .filter((claim) => !own.has(claim) && holders.has(claim))
    .map((claim) => ({
      field: claim.startsWith('email:') ? ('email' as const) : ('phone' as const),
      id: holders.get(claim) as string,
    }))
  const kept = Object.fromEntries(taken.map(({ field }) => [field, before?.[field] ?? null]))
  return {
    customer: { ...customer, ...kept },
    warnings: taken.map(({ field, id }) => problem('activity.contact-taken', ['person', field], { id })),
  }
}
