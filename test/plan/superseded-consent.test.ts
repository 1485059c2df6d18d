import { describe, expect, it } from 'vitest'
import { noConsent, type Consent } from '../../src/contact/consent.js'
import { supersededConsent } from '../../src/plan/superseded-consent.js'

const by = { type: 'staff', id: 's1' } as const

describe('E-6, M-6 a word that no longer counts', () => {
  it('is kept with its level, source and time', () => {
    const consent: Consent = {
      state: 'SUBSCRIBED',
      optInLevel: 'SINGLE_OPT_IN',
      updatedAt: '2026-01-01T00:00:00.000Z',
      source: 'footer',
    }
    expect(supersededConsent('anna', 'sms', consent, by)).toEqual([
      {
        kind: 'consent-superseded',
        by,
        from: 'anna',
        channel: 'sms',
        state: 'SUBSCRIBED',
        optInLevel: 'SINGLE_OPT_IN',
        since: '2026-01-01T00:00:00.000Z',
        source: 'footer',
      },
    ])
  })

  it('is none where nobody has asked and nobody has answered', () => {
    expect(supersededConsent('anna', 'email', noConsent, by)).toEqual([])
    expect(supersededConsent('anna', 'email', { ...noConsent, source: 'form' }, by)).toHaveLength(1)
  })
})
