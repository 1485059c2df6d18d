import { describe, expect, it } from 'vitest'
import { guestAccount } from '../../src/customer/account.js'
import { accountEffect, accountEvent, blockingOf, loginShut } from '../../src/plan/account-change.js'

const by = { type: 'staff', id: 'staff-7' } as const
const link = { id: 'link-1', expiresAt: '2026-12-22T12:00:00.000Z' }

describe('C-7, C-8, E-7 what happens to an account', () => {
  it.each([
    ['invite', 'invited'],
    ['activate', 'account-activated'],
    ['decline', 'invitation-declined'],
    ['disable', 'account-disabled'],
    ['block', 'account-blocked'],
    ['unblock', 'account-unblocked'],
    ['reset-password', 'password-reset-sent'],
  ] as const)('%s stands on the timeline as %s', (action, kind) => {
    expect(accountEvent(action, by)).toEqual({ kind, by })
  })

  it('says of a link its id and its end', () => {
    const event = { kind: 'invited', by, link: 'link-1', expiresAt: link.expiresAt }
    expect(accountEvent('invite', by, link)).toEqual(event)
  })

  it('tells the identity system, under an id of its own in the change set', () => {
    const told = { type: 'account', customer: '7' }
    expect(accountEffect({ key: 'k' }, 2, '7', 'invite', link)).toEqual({
      id: 'k/account/2',
      ...told,
      action: 'invite',
      link,
    })
    expect(accountEffect({ key: 'k' }, 1, '7', 'block')).toEqual({
      id: 'k/account/1',
      ...told,
      action: 'block',
      link: null,
    })
  })

  it.each([
    [false, true, 'block'],
    [true, false, 'unblock'],
    [true, true, null],
    [false, false, null],
  ])('C-8 of an account that was blocked (%j) and is (%j), it says %j', (before, after, action) => {
    expect(blockingOf({ ...guestAccount, blocked: before }, { ...guestAccount, blocked: after })).toBe(action)
  })
})

describe('C-8 the login of somebody who goes', () => {
  const shut = { id: 'k/account/1', type: 'account', customer: '7', action: 'disable', link: null }

  it.each([
    ['ENABLED', [shut]],
    ['INVITED', [shut]],
    ['DISABLED', []],
    ['DECLINED', []],
  ] as const)('that is %s', (state, told) => {
    expect(loginShut({ key: 'k' }, { id: '7', account: { type: 'account', state, blocked: false } })).toEqual(
      told,
    )
  })

  it('of whom nobody says an account', () => {
    expect(loginShut({ key: 'k' }, { id: '7' })).toEqual([])
  })
})
