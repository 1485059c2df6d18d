import { describe, expect, it } from 'vitest'
import { accountBlocked, accountIn, guestAccount } from '../../src/customer/account.js'

describe('C-7, C-8 an account', () => {
  it('is made of a guest, and who was blocked stays blocked', () => {
    expect(accountIn('INVITED', guestAccount)).toEqual({ type: 'account', state: 'INVITED', blocked: false })
    const blocked = { type: 'account', state: 'ENABLED', blocked: true } as const
    expect(accountIn('DISABLED', blocked)).toEqual({ type: 'account', state: 'DISABLED', blocked: true })
  })

  it('is blocked and unblocked as it is', () => {
    const account = { type: 'account', state: 'ENABLED', blocked: false } as const
    expect(accountBlocked(true, account)).toEqual({ ...account, blocked: true })
    expect(accountBlocked(false, { ...account, blocked: true })).toEqual(account)
    expect(accountBlocked(true, guestAccount)).toEqual({ ...guestAccount, blocked: true })
  })
})
