import { describe, expect, it } from 'vitest'
import { consentStates, noConsent, optInLevels } from '../../src/contact/consent.js'

describe('consent', () => {
  it('E-6 knows the states of both channels', () => {
    expect(consentStates.toSorted()).toEqual([
      'INVALID',
      'NOT_SUBSCRIBED',
      'PENDING',
      'REDACTED',
      'SUBSCRIBED',
      'UNSUBSCRIBED',
    ])
    expect(optInLevels.toSorted()).toEqual(['CONFIRMED_OPT_IN', 'SINGLE_OPT_IN', 'UNKNOWN'])
  })

  it('E-6 is a no until somebody says otherwise', () => {
    expect(noConsent).toEqual({ state: 'NOT_SUBSCRIBED', optInLevel: null, updatedAt: null, source: null })
  })
})
