import { accessLinkProblems } from 'clientele/messaging'
import type { AccountEventKind, TimelineEntry } from 'clientele'
import { describe, expect, it } from 'vitest'

const by = { type: 'staff', id: 'staff-1' } as const
const now = '2026-11-22T12:00:00.000Z'
const later = '2026-11-22T12:00:00.001Z'

let number = 0
const entry = (kind: AccountEventKind | 'edited', details: object = {}, customer = '7'): TimelineEntry =>
  ({ id: `e${++number}`, customer, at: now, event: { kind, by, ...details } }) as TimelineEntry
const sent = (kind: 'invited' | 'password-reset-sent', link: string, expiresAt = later): TimelineEntry =>
  entry(kind, { link, expiresAt })

const followed = {
  invitation: { customer: '7', kind: 'invitation', link: 'a' },
  reset: { customer: '7', kind: 'password-reset', link: 'a' },
} as const

const expired = (expiresAt: string) => [
  { code: 'access.link-expired', path: ['link'], params: { expiresAt } },
]
const isVoid = [{ code: 'access.link-void', path: ['link'] }]

describe('E-7 a link to an account', () => {
  it.each<[string, keyof typeof followed, readonly TimelineEntry[], readonly unknown[]]>([
    ['holds when it was sent and nothing came after', 'invitation', [sent('invited', 'a')], []],
    ['was never sent', 'invitation', [], isVoid],
    ['is of another id', 'invitation', [sent('invited', 'b')], isVoid],
    ['holds the millisecond before its end', 'invitation', [sent('invited', 'a', later)], []],
    ['has ended at its end', 'invitation', [sent('invited', 'a', now)], expired(now)],
    ['is void when a new one was sent', 'invitation', [sent('invited', 'a'), sent('invited', 'b')], isVoid],
    ['holds when an older one was sent', 'invitation', [sent('invited', 'b'), sent('invited', 'a')], []],
    ['is not what was sent for a password', 'invitation', [sent('password-reset-sent', 'a')], isVoid],
    ['for a password is not an invitation', 'reset', [sent('invited', 'a')], isVoid],
    ['for a password holds', 'reset', [sent('password-reset-sent', 'a')], []],
    [
      'for a password does not void an invitation',
      'invitation',
      [sent('invited', 'a'), sent('password-reset-sent', 'b')],
      [],
    ],
    [
      'of a profile that was merged in is not this one',
      'invitation',
      [{ ...sent('invited', 'a'), customer: '8' }],
      isVoid,
    ],
    [
      'holds though a profile that was merged in was sent another',
      'invitation',
      [sent('invited', 'a'), { ...sent('invited', 'b'), customer: '8' }],
      [],
    ],
    ['holds though the profile was edited', 'invitation', [sent('invited', 'a'), entry('edited')], []],
    ['is void once it was used', 'invitation', [sent('invited', 'a'), entry('account-activated')], isVoid],
    ['is void once declined', 'invitation', [sent('invited', 'a'), entry('invitation-declined')], isVoid],
    ['is void with the account', 'invitation', [sent('invited', 'a'), entry('account-disabled')], isVoid],
    ['is void after a block', 'invitation', [sent('invited', 'a'), entry('account-blocked')], isVoid],
    [
      'stays void when the block is over',
      'invitation',
      [sent('invited', 'a'), entry('account-blocked'), entry('account-unblocked')],
      isVoid,
    ],
    [
      'for a password is void after a block',
      'reset',
      [sent('password-reset-sent', 'a'), entry('account-blocked')],
      isVoid,
    ],
    [
      'for a password is void with the account',
      'reset',
      [sent('password-reset-sent', 'a'), entry('account-disabled')],
      isVoid,
    ],
    [
      'for a password outlives the opening of the account',
      'reset',
      [sent('password-reset-sent', 'a'), entry('account-activated')],
      [],
    ],
  ])('%s (%s)', (_title, which, timeline, problems) => {
    expect(accessLinkProblems(followed[which], timeline, now)).toEqual(problems)
  })
})
