import { describe, expect, it } from 'vitest'
import type { Account } from '../../../src/customer/account.js'
import { accountAfter } from '../../../src/messaging/access/account-transitions.js'
import type { AccountAction } from '../../../src/plan/account-change.js'

const actions = [
  'invite',
  'activate',
  'decline',
  'disable',
  'block',
  'unblock',
  'reset-password',
] as const satisfies readonly AccountAction[]

const accounts = {
  guest: { type: 'guest', state: 'DISABLED', blocked: false },
  DISABLED: { type: 'account', state: 'DISABLED', blocked: false },
  INVITED: { type: 'account', state: 'INVITED', blocked: false },
  ENABLED: { type: 'account', state: 'ENABLED', blocked: false },
  DECLINED: { type: 'account', state: 'DECLINED', blocked: false },
  'guest!': { type: 'guest', state: 'DISABLED', blocked: true },
  'DISABLED!': { type: 'account', state: 'DISABLED', blocked: true },
  'INVITED!': { type: 'account', state: 'INVITED', blocked: true },
  'ENABLED!': { type: 'account', state: 'ENABLED', blocked: true },
  'DECLINED!': { type: 'account', state: 'DECLINED', blocked: true },
} as const satisfies Readonly<Record<string, Account>>

type Name = keyof typeof accounts

/**
 * Written by hand, an account a row, an action a column; `!` is blocked, what stands in small letters is the code of a refusal (`:code` where an account is called the same).
 * In the order of the columns: invite, activate, decline, disable, block, unblock, reset-password.
 */
const expected: Readonly<Record<Name, string>> = {
  guest: 'INVITED not-invited not-invited guest:code guest! guest guest:code',
  DISABLED: 'INVITED not-invited not-invited DISABLED DISABLED! DISABLED not-enabled',
  INVITED: 'INVITED ENABLED DECLINED DISABLED INVITED! INVITED not-enabled',
  ENABLED: 'enabled enabled enabled DISABLED ENABLED! ENABLED ENABLED',
  DECLINED: 'declined declined DECLINED DISABLED DECLINED! DECLINED not-enabled',
  'guest!': 'blocked blocked not-invited guest:code guest! guest blocked',
  'DISABLED!': 'blocked blocked not-invited DISABLED! DISABLED! DISABLED blocked',
  'INVITED!': 'blocked blocked DECLINED! DISABLED! INVITED! INVITED blocked',
  'ENABLED!': 'blocked blocked enabled DISABLED! ENABLED! ENABLED blocked',
  'DECLINED!': 'blocked blocked DECLINED! DISABLED! DECLINED! DECLINED blocked',
}

describe('C-7, C-8, E-7 what each action makes of each account', () => {
  const cells = Object.entries(expected).flatMap(([from, row]) =>
    row.split(' ').map((to, column) => [from as Name, actions[column] as AccountAction, to] as const),
  )

  it('has a cell for every account and action', () => {
    expect(cells).toHaveLength(Object.keys(accounts).length * actions.length)
  })

  it.each(cells)('%s, %s: %s', (from, action, to) => {
    const after = Object.hasOwn(accounts, to) ? accounts[to as Name] : null
    expect(accountAfter(accounts[from], action)).toStrictEqual(after ?? `access.${to.replace(':code', '')}`)
  })
})
