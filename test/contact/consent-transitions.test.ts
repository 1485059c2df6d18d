import { describe, expect, it } from 'vitest'
import { consentLevels, consentTransitions } from '../../src/contact/consent-transitions.js'

const all = ['PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED']

describe('E-6 what may follow on what', () => {
  it.each([
    ['NOT_SUBSCRIBED', all],
    ['PENDING', all],
    ['SUBSCRIBED', ['SUBSCRIBED', 'UNSUBSCRIBED']],
    ['UNSUBSCRIBED', all],
    ['REDACTED', []],
  ] as const)('on %s in both channels: %j', (state, words) => {
    expect(consentTransitions.email[state]).toEqual(words)
    expect(consentTransitions.sms[state]).toEqual(words)
  })

  it('who is not reached by an invalid email can still say no', () => {
    expect([consentTransitions.email.INVALID, consentTransitions.sms.INVALID]).toEqual([['UNSUBSCRIBED'], []])
  })

  it.each([
    ['PENDING', ['CONFIRMED_OPT_IN']],
    ['SUBSCRIBED', ['SINGLE_OPT_IN', 'CONFIRMED_OPT_IN', 'UNKNOWN']],
    ['UNSUBSCRIBED', [null, 'SINGLE_OPT_IN', 'CONFIRMED_OPT_IN', 'UNKNOWN']],
  ] as const)('%s is said at one of %j', (word, levels) => {
    expect(consentLevels[word]).toEqual(levels)
  })
})
