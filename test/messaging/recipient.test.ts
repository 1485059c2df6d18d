import { definePolicy, policies } from 'clientele'
import { recipientProblems } from 'clientele/messaging'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'

type Overrides = NonNullable<Parameters<typeof buildRecord>[0]>

const subscribed = { emailMarketingConsent: { state: 'SUBSCRIBED' } } as const
const account = { type: 'account', state: 'ENABLED', blocked: true } as const

/** A row a rule: what is changed of somebody who may be written to, and what it comes to for marketing and without:
 * the code, and the path of what is at fault. */
const rows: readonly (readonly [string, Overrides, string[], string[]])[] = [
  ['nothing', {}, [], []],
  [
    'a profile that was deleted',
    { facts: { deleted: true } },
    ['messaging.deleted facts deleted'],
    ['messaging.deleted facts deleted'],
  ],
  [
    'an erased one',
    { facts: { redaction: 'done' } },
    ['messaging.redacted facts redaction'],
    ['messaging.redacted facts redaction'],
  ],
  [
    'an erasure that is asked for',
    { facts: { redaction: 'pending' } },
    ['messaging.redaction-pending facts redaction'],
    [],
  ],
  ['no address', { customer: { email: null } }, ['messaging.no-email email'], ['messaging.no-email email']],
  [
    'an address that is none',
    { customer: { email: 'anna' } },
    ['messaging.email-unusable email'],
    ['messaging.email-unusable email'],
  ],
  ['a blocked account', { customer: { account } }, ['messaging.blocked account blocked'], []],
  ...(['NOT_SUBSCRIBED', 'PENDING', 'UNSUBSCRIBED', 'INVALID', 'REDACTED'] as const).map(
    (state) =>
      [
        `the word ${state}`,
        { customer: { emailMarketingConsent: { state } } },
        ['messaging.not-subscribed emailMarketingConsent state'],
        [],
      ] as const,
  ),
].map(([what, overrides, marketing, transactional]) => [
  what as string,
  overrides as Overrides,
  marketing as string[],
  transactional as string[],
])

const recordOf = ({ customer, ...rest }: Overrides) =>
  buildRecord({ ...rest, customer: { ...subscribed, ...customer } })

describe('S-3 who may be written to', () => {
  it.each(rows)('%s', (_what, overrides, marketing, transactional) => {
    const record = recordOf(overrides)
    const codesOf = (purpose: 'marketing' | 'transactional') =>
      recipientProblems(record, purpose, policies.shopify).map(({ code, path }) => [code, ...path].join(' '))
    expect(codesOf('marketing')).toEqual(marketing)
    expect(codesOf('transactional')).toEqual(transactional)
  })

  it('counts a placeholder of the policy as no address', () => {
    const policy = definePolicy(policies.shopify, {
      identity: { ...policies.shopify.identity, ignore: ['*@marketplace.example'] },
    })
    const record = recordOf({ customer: { email: '123@marketplace.example' } })
    expect(recipientProblems(record, 'transactional', policy)).toEqual([
      { code: 'messaging.no-email', path: ['email'] },
    ])
    expect(recipientProblems(record, 'transactional', policies.shopify)).toEqual([])
  })

  it('takes a purpose that nobody knows for marketing', () => {
    const stranger = buildRecord({ customer: { emailMarketingConsent: { state: 'NOT_SUBSCRIBED' } } })
    for (const purpose of ['Transactional', 'newsletter', undefined])
      expect(recipientProblems(stranger, purpose as never, policies.shopify).map(({ code }) => code)).toEqual(
        ['messaging.not-subscribed'],
      )
  })

  it('names all reasons at once', () => {
    const record = buildRecord({ customer: { email: null, account }, facts: { redaction: 'pending' } })
    expect(recipientProblems(record, 'marketing', policies.shopify).map(({ code }) => code)).toEqual([
      'messaging.redaction-pending',
      'messaging.no-email',
      'messaging.blocked',
      ...(record.customer.emailMarketingConsent.state === 'SUBSCRIBED' ? [] : ['messaging.not-subscribed']),
    ])
  })
})
