import { accountBlocked, accountIn, type Account, type AccountState } from '../../customer/account.js'
import type { AccountAction } from '../../plan/account-change.js'
import type { AccessProblemCode } from './access-problem.js'

/** What becomes of an account: its new state, or whether it is blocked now. */
type Step = AccountState | 'blocked' | 'unblocked'

type Row = { readonly [Action in AccountAction]: Step | AccessProblemCode }

/**
 * What each action makes of an account, a row a state (C-7, C-8, E-7). A guest who is invited gets an account; nobody is let in
 * without an invitation that they took. The same state once more is a new link, or no change at all. The last row comes before
 * the others for whoever is blocked, where it says something.
 */
export const accountTransitions: { readonly [State in 'guest' | AccountState]: Row } & {
  readonly blocked: Partial<Row>
} = {
  guest: {
    invite: 'INVITED',
    activate: 'access.not-invited',
    decline: 'access.not-invited',
    disable: 'access.guest',
    block: 'blocked',
    unblock: 'unblocked',
    'reset-password': 'access.guest',
  },
  DISABLED: {
    invite: 'INVITED',
    activate: 'access.not-invited',
    decline: 'access.not-invited',
    disable: 'DISABLED',
    block: 'blocked',
    unblock: 'unblocked',
    'reset-password': 'access.not-enabled',
  },
  INVITED: {
    invite: 'INVITED',
    activate: 'ENABLED',
    decline: 'DECLINED',
    disable: 'DISABLED',
    block: 'blocked',
    unblock: 'unblocked',
    'reset-password': 'access.not-enabled',
  },
  ENABLED: {
    invite: 'access.enabled',
    activate: 'access.enabled',
    decline: 'access.enabled',
    disable: 'DISABLED',
    block: 'blocked',
    unblock: 'unblocked',
    'reset-password': 'ENABLED',
  },
  DECLINED: {
    invite: 'access.declined',
    activate: 'access.declined',
    decline: 'DECLINED',
    disable: 'DISABLED',
    block: 'blocked',
    unblock: 'unblocked',
    'reset-password': 'access.not-enabled',
  },
  blocked: {
    invite: 'access.blocked',
    activate: 'access.blocked',
    'reset-password': 'access.blocked',
  },
}

/** The account after an action, or why there is none. */
export function accountAfter(account: Account, action: AccountAction): Account | AccessProblemCode {
  const step = (account.blocked ? accountTransitions.blocked[action] : undefined) ?? rowOf(account)[action]
  if (isCode(step)) return step
  if (step === 'blocked' || step === 'unblocked') return accountBlocked(step === 'blocked', account)
  return accountIn(step, account)
}

function rowOf({ type, state }: Account): Row {
  return accountTransitions[type === 'guest' ? 'guest' : state]
}

function isCode(step: Step | AccessProblemCode): step is AccessProblemCode {
  return step.startsWith('access.')
}
