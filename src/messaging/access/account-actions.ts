import type { AccountAction } from '../../plan/account-change.js'
import type { Context } from '../../plan/context.js'
import type { AccessLinkKind } from '../../policy/policy.js'
import type { Actor } from '../../value/actor.js'

/** What is to be known of an action beside what it makes of an account. */
interface ActionRow {
  /** whether it is the shop's to do; who may edit accounts may do it then */
  readonly ofShop: boolean
  /** whether customers do it themselves */
  readonly ofCustomer: boolean
  /** the link that it sends */
  readonly sends: AccessLinkKind | null
  /** the link that it answers */
  readonly answers: AccessLinkKind | null
}

/** A row an action. Nobody but the customer opens an account: following the link shows that the mailbox is theirs. */
export const accountActions: { readonly [Action in AccountAction]: ActionRow } = {
  invite: { ofShop: true, ofCustomer: false, sends: 'invitation', answers: null },
  activate: { ofShop: false, ofCustomer: true, sends: null, answers: 'invitation' },
  decline: { ofShop: true, ofCustomer: true, sends: null, answers: 'invitation' },
  disable: { ofShop: true, ofCustomer: false, sends: null, answers: null },
  block: { ofShop: true, ofCustomer: false, sends: null, answers: null },
  unblock: { ofShop: true, ofCustomer: false, sends: null, answers: null },
  'reset-password': { ofShop: true, ofCustomer: true, sends: 'password-reset', answers: null },
}

/** Whether somebody may do it: as an edit of the account, by the same right, or on one's own behalf; the system may do all. */
export function mayAct(action: AccountAction, { type }: Actor, { editable }: Context['policy']): boolean {
  const { ofShop, ofCustomer } = accountActions[action]
  if (type === 'system') return true
  return (type === 'customer' && ofCustomer) || (ofShop && editable[type].includes('account'))
}
