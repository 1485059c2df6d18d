import type { Account } from '../../customer/account.js'
import type { Customer } from '../../customer/customer.js'
import type { CustomerRecord } from '../../customer/record.js'
import { sameJson } from '../../outcome/same-json.js'
import {
  accountEffect,
  accountEvent,
  type AccessLink,
  type AccountAction,
} from '../../plan/account-change.js'
import type { PutChange } from '../../plan/change.js'
import type { ChangeSet } from '../../plan/change-set.js'
import { claimsOf } from '../../plan/claims.js'
import type { Context } from '../../plan/context.js'
import { eventChange } from '../../plan/event-change.js'
import type { Touch } from '../../plan/touch.js'

/** What is done to an account. */
interface AccountStep {
  readonly action: AccountAction
  readonly account: Account
  readonly link: AccessLink | null
  readonly touches: readonly Touch[]
}

/** Writes the account where it changes; where it does or a link is sent, the timeline and the identity system hear of it. */
export function accessWrite(
  { customer }: Pick<CustomerRecord, 'customer'>,
  { action, account, link, touches }: AccountStep,
  context: Context,
): Pick<ChangeSet, 'changes' | 'outbox'> {
  const isSame = sameJson(customer.account, account)
  if (isSame && link === null) return { changes: [], outbox: [] }
  const event = eventChange(context, 1, customer.id, accountEvent(action, context.actor, link))
  return {
    changes: isSame ? [event] : [putOf({ ...customer, account }, touches, context), event],
    outbox: [accountEffect(context, 1, customer.id, action, link)],
  }
}

function putOf(customer: Customer, touches: readonly Touch[], { now, policy }: Context): PutChange {
  const claims = claimsOf(customer, policy.identity)
  return { type: 'put', customer: { ...customer, updatedAt: now }, claims, touches }
}
