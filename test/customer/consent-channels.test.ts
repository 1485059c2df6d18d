import { describe, expect, it } from 'vitest'
import type { Channel } from '../../src/contact/consent-transitions.js'
import { consentChannels, isSameContact } from '../../src/customer/consent-channels.js'

describe('the ways to reach a customer', () => {
  it('are email and SMS, each with a word of its own', () => {
    expect(consentChannels).toMatchObject({
      email: { field: 'emailMarketingConsent', contact: 'email' },
      sms: { field: 'smsMarketingConsent', contact: 'phone' },
    })
  })

  it.each<[Channel, string | null, string | null, boolean]>([
    ['email', 'anna@example.com', 'Anna@Example.com', true],
    ['email', 'anna@example.com', 'anne@example.com', false],
    ['email', 'anna@example.com', null, false],
    ['email', null, 'anna@example.com', false],
    ['email', null, null, true],
    ['sms', '+48601234567', '+48601234567', true],
    ['sms', '+48601234567', '+48601234568', false],
    ['sms', null, '+48601234567', false],
    ['sms', null, null, true],
  ])('by %s, %j and %j are the same: %j', (channel, one, other, isSame) => {
    expect(isSameContact(consentChannels[channel], one, other)).toBe(isSame)
  })
})
