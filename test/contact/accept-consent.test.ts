import { describe, expect, it } from 'vitest'
import { acceptConsent } from '../../src/contact/accept-consent.js'
import { noConsent, type Consent } from '../../src/contact/consent.js'

const [before, now, later] = ['2026-01-01', '2026-06-01', '2026-11-01'].map((day) => `${day}T00:00:00.000Z`)
const kept = (state: Consent['state'], changes: Partial<Consent> = {}): Consent => ({
  ...noConsent,
  state,
  updatedAt: before!,
  ...changes,
})
const yes = { state: 'SUBSCRIBED', optInLevel: 'SINGLE_OPT_IN', updatedAt: now!, source: 'form' } as const
const confirmed = { ...yes, optInLevel: 'CONFIRMED_OPT_IN' } as const
const pending = { ...confirmed, state: 'PENDING' } as const

describe('E-6: a yes that comes in', () => {
  it.each([
    ['is taken where nobody had asked', noConsent, yes, 'taken'],
    ['is taken where a message has yet to confirm one', kept('PENDING'), yes, 'taken'],
    ['is taken from who had said no before', kept('UNSUBSCRIBED'), yes, 'taken'],
    ['is taken where the address did not work', kept('INVALID'), yes, 'taken'],
    [
      'is taken where it confirms one',
      kept('SUBSCRIBED', { optInLevel: 'SINGLE_OPT_IN' }),
      confirmed,
      'taken',
    ],
    ['is taken as pending from who had said no', kept('UNSUBSCRIBED'), pending, 'taken'],
    ['is taken when it comes at the same moment', kept('UNSUBSCRIBED', { updatedAt: now! }), yes, 'taken'],
    ['says nothing new to who is subscribed', kept('SUBSCRIBED'), yes, 'kept'],
    [
      'says nothing new to who has confirmed',
      kept('SUBSCRIBED', { optInLevel: 'CONFIRMED_OPT_IN' }),
      yes,
      'kept',
    ],
    ['does not make a subscriber wait for confirmation', kept('SUBSCRIBED'), pending, 'kept'],
    ['says nothing new while one is pending', kept('PENDING'), pending, 'kept'],
    ['brings back nothing that was erased', kept('REDACTED'), yes, 'kept'],
    ['does not count after a later no', kept('UNSUBSCRIBED', { updatedAt: later! }), yes, 'outdated'],
  ] as const)('%s', (_name, before, given, result) => {
    const accepted = acceptConsent(before, given)
    expect(accepted).toEqual(result === 'taken' ? { result, consent: given } : { result })
  })
})
