import { describe, expect, it } from 'vitest'
import type { Channel } from '../../src/contact/consent-transitions.js'
import { consentChannels, isSameContact } from '../../src/customer/consent-channels.js'
import { policies } from '../../src/policy/policies.js'

describe('the ways to reach a customer', () => {
  it('are email and SMS, each with a word of its own', () => {
    expect(consentChannels).toMatchObject({
      email: { field: 'emailMarketingConsent', contact: 'email' },
      sms: { field: 'smsMarketingConsent', contact: 'phone' },
    })
  })

  it('C-6 are the same where the shop takes two spellings for one mailbox', () => {
    const [one, other] = ['anna+shop@example.com', 'anna@example.com']
    const tagged = { identity: { emailKey: { ignoreTags: true } } }
    expect(isSameContact(consentChannels.email, one, other, tagged)).toBe(true)
    expect(isSameContact(consentChannels.email, one, other, policies.shopify)).toBe(false)
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
    expect(isSameContact(consentChannels[channel], one, other, policies.shopify)).toBe(isSame)
  })
})
