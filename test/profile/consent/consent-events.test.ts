import { describe, expect, it } from 'vitest'
import { noConsent, type Consent } from '../../../src/contact/consent.js'
import { consentEvents } from '../../../src/profile/consent/consent-events.js'
import { buildRecord } from '../../../src/testing/build-record.js'

const by = { type: 'staff', id: 's1' } as const
const at = '2026-11-22T09:00:00.000Z'
const yes: Consent = { state: 'SUBSCRIBED', optInLevel: 'SINGLE_OPT_IN', updatedAt: at, source: 'footer' }
const no: Consent = { state: 'UNSUBSCRIBED', optInLevel: null, updatedAt: at, source: null }
const withConsents = (email: Consent, sms: Consent) =>
  buildRecord({ customer: { id: 'c', emailMarketingConsent: email, smsMarketingConsent: sms } }).customer
const told = { optInLevel: 'SINGLE_OPT_IN', since: at, source: 'footer' } as const

describe('E-6 what the timeline says of consents', () => {
  it('is nothing where they are as before', () => {
    expect(consentEvents(withConsents(yes, no), withConsents({ ...yes }, no), by)).toEqual([])
    expect(consentEvents(null, withConsents(noConsent, noConsent), by)).toEqual([])
  })

  it('is each yes and no of somebody new', () => {
    expect(consentEvents(null, withConsents(yes, no), by)).toEqual([
      {
        kind: 'consent-changed',
        by,
        channel: 'email',
        before: 'NOT_SUBSCRIBED',
        state: 'SUBSCRIBED',
        ...told,
      },
      {
        kind: 'consent-changed',
        by,
        channel: 'sms',
        before: 'NOT_SUBSCRIBED',
        state: 'UNSUBSCRIBED',
        optInLevel: null,
        since: at,
        source: null,
      },
    ])
  })

  it('keeps what was said before, where anything was', () => {
    expect(consentEvents(withConsents(yes, noConsent), withConsents(no, yes), by)).toEqual([
      { kind: 'consent-superseded', by, from: 'c', channel: 'email', state: 'SUBSCRIBED', ...told },
      {
        kind: 'consent-changed',
        by,
        channel: 'email',
        before: 'SUBSCRIBED',
        state: 'UNSUBSCRIBED',
        optInLevel: null,
        since: at,
        source: null,
      },
      { kind: 'consent-changed', by, channel: 'sms', before: 'NOT_SUBSCRIBED', state: 'SUBSCRIBED', ...told },
    ])
  })
})
