import type { Account } from '../customer/account.js'
import type { Customer } from '../customer/customer.js'
import type { AccountEventKind, TimelineEvent } from '../timeline/event.js'
import type { Actor } from '../value/actor.js'
import type { CustomerId, EffectId } from '../value/id.js'
import type { Instant } from '../value/instant.js'
import type { Context } from './context.js'

/** What can be done to a customer's account (C-7, C-8, E-7). */
export type AccountAction =
  | 'invite'
  | 'activate'
  | 'decline'
  | 'disable'
  | 'block'
  | 'unblock'
  | 'reset-password'

/** A link that leads to an account: its id, and until when it holds. The secret in it is the identity system's own. */
export interface AccessLink {
  readonly id: string
  readonly expiresAt: Instant
}

/**
 * Tells the host's identity system what has happened to an account. With a `link`, it sends the customer a link of this id that
 * holds until then, to the email that it has for the account, and every earlier link for the same is void. Whoever is blocked or
 * disabled is logged out, and every link to the account is void (C-8).
 */
export interface AccountEffect {
  readonly id: EffectId
  readonly type: 'account'
  readonly customer: CustomerId
  readonly action: AccountAction
  readonly link: AccessLink | null
}

/** What the timeline says of each. */
const events: { readonly [Action in AccountAction]: AccountEventKind } = {
  invite: 'invited',
  activate: 'account-activated',
  decline: 'invitation-declined',
  disable: 'account-disabled',
  block: 'account-blocked',
  unblock: 'account-unblocked',
  'reset-password': 'password-reset-sent',
}

/** What the timeline says of an account: what was done, and of a link its id and its end. */
export function accountEvent(
  action: AccountAction,
  by: Actor,
  link: AccessLink | null = null,
): TimelineEvent {
  const details = link === null ? {} : { link: link.id, expiresAt: link.expiresAt }
  return { kind: events[action], by, ...details } as TimelineEvent
}

/** The effect by which the identity system hears of it; `number` counts the effects on accounts of one change set from 1. */
export function accountEffect(
  { key }: Pick<Context, 'key'>,
  number: number,
  customer: CustomerId,
  action: AccountAction,
  link: AccessLink | null = null,
): AccountEffect {
  return { id: `${key}/account/${number}`, type: 'account', customer, action, link }
}

/** Shuts the login of somebody who goes, and every link to it (C-8); where nobody says what the account is, nothing is told. */
export function loginShut(
  context: Pick<Context, 'key'>,
  { id, account }: Pick<Customer, 'id'> & Partial<Pick<Customer, 'account'>>,
): AccountEffect[] {
  const isOpen = account?.state === 'ENABLED' || account?.state === 'INVITED'
  return isOpen ? [accountEffect(context, 1, id, 'disable')] : []
}

/** Whether somebody is blocked now who was not, or the other way round (C-8); whatever changes that tells the identity system. */
export function blockingOf(before: Account, after: Account): 'block' | 'unblock' | null {
  if (before.blocked === after.blocked) return null
  return after.blocked ? 'block' : 'unblock'
}
