import type { Customer } from '../../customer/customer.js'
import { sameJson } from '../../outcome/same-json.js'
import { accountEffect, accountEvent, blockingOf } from '../../plan/account-change.js'
import type { Change } from '../../plan/change.js'
import { claimsOf } from '../../plan/claims.js'
import type { Context } from '../../plan/context.js'
import type { Effect } from '../../plan/effect.js'
import { eventChange } from '../../plan/event-change.js'
import type { EditedCustomer } from './edit-customer.js'
import { editEvents } from './edit-events.js'

/** The customer as it is written, and the write; where nothing changes there is none. */
export interface EditWrite {
  readonly customer: Customer
  readonly changes: readonly Change[]
  readonly outbox: readonly Effect[]
}

/**
 * Writes the customer whole with all claims, and says on the timeline which fields changed, but not what is in them. Of whoever is
 * blocked, or no longer is, the identity system hears too (C-8).
 */
export function editChanges(
  before: Customer,
  { customer: after, touches }: Pick<EditedCustomer, 'customer' | 'touches'>,
  context: Context,
): EditWrite {
  const changed = touches.filter((one) => !sameJson(one.before, one.after))
  if (changed.length === 0) return { customer: before, changes: [], outbox: [] }
  const customer = { ...after, updatedAt: context.now }
  const claims = claimsOf(customer, context.policy.identity)
  const blocking = blockingOf(before.account, customer.account)
  const events = editEvents(changed, context.actor)
  if (blocking !== null) events.push(accountEvent(blocking, context.actor))
  return {
    customer,
    changes: [
      { type: 'put', customer, claims, touches },
      ...events.map((event, index) => eventChange(context, index + 1, customer.id, event)),
    ],
    outbox: blocking === null ? [] : [accountEffect(context, 1, customer.id, blocking)],
  }
}
