import { describe, expect, it } from 'vitest'
import type { EmailKeyOptions } from '../../src/contact/email.js'
import { noConsent, type Consent, type ConsentState } from '../../src/contact/consent.js'
import type { Customer } from '../../src/customer/customer.js'
import type { MergeChoices } from '../../src/merge/merge-wish.js'
import type { MergePlan } from '../../src/merge/merge-plan.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import type { ConsentRule } from '../../src/policy/policy.js'
import { fieldOf, mergeIntoFirst } from './planned.js'

/** Each channel by itself (M-6), and a contact of its kind for each record. */
const channels = [
  {
    channel: 'email',
    field: 'emailMarketingConsent',
    contact: 'email',
    contacts: ['a@example.com', 'b@example.com'],
  },
  {
    channel: 'sms',
    field: 'smsMarketingConsent',
    contact: 'phone',
    contacts: ['+48601234567', '+48607654321'],
  },
] as const

const said = (state: ConsentState, source: string): Consent => ({
  state,
  optInLevel: 'SINGLE_OPT_IN',
  updatedAt: '2026-02-02T00:00:00.000Z',
  source,
})

/** For each two states, the survivor's first: whose word wins, and whether it is warned about. */
type Row = readonly [one: ConsentState, other: ConsentState, winner: '1' | '2', warned: boolean]

/** Decision 13: subscribed, else unsubscribed, else pending, else the rest; of equals, the survivor's. */
const either: readonly Row[] = [
  ['SUBSCRIBED', 'SUBSCRIBED', '1', false],
  ['SUBSCRIBED', 'UNSUBSCRIBED', '1', true],
  ['UNSUBSCRIBED', 'SUBSCRIBED', '2', true],
  ['SUBSCRIBED', 'PENDING', '1', false],
  ['PENDING', 'SUBSCRIBED', '2', false],
  ['NOT_SUBSCRIBED', 'SUBSCRIBED', '2', false],
  ['INVALID', 'SUBSCRIBED', '2', false],
  ['UNSUBSCRIBED', 'PENDING', '1', false],
  ['PENDING', 'UNSUBSCRIBED', '2', false],
  ['NOT_SUBSCRIBED', 'UNSUBSCRIBED', '2', false],
  ['NOT_SUBSCRIBED', 'PENDING', '2', false],
  ['PENDING', 'INVALID', '1', false],
  ['NOT_SUBSCRIBED', 'INVALID', '1', false],
  ['INVALID', 'NOT_SUBSCRIBED', '1', false],
  ['REDACTED', 'NOT_SUBSCRIBED', '1', false],
]

const strictest: readonly Row[] = [
  ['SUBSCRIBED', 'SUBSCRIBED', '1', false],
  ['SUBSCRIBED', 'UNSUBSCRIBED', '2', false],
  ['UNSUBSCRIBED', 'SUBSCRIBED', '1', false],
  ['NOT_SUBSCRIBED', 'UNSUBSCRIBED', '2', false],
  ['SUBSCRIBED', 'NOT_SUBSCRIBED', '2', false],
  ['SUBSCRIBED', 'INVALID', '2', false],
  ['SUBSCRIBED', 'REDACTED', '2', false],
  ['PENDING', 'NOT_SUBSCRIBED', '2', false],
  ['SUBSCRIBED', 'PENDING', '2', false],
  ['PENDING', 'SUBSCRIBED', '1', false],
]

const warningsOf = (plan: MergePlan): unknown[] =>
  plan.warnings.filter(({ code }) => code === 'merge.consent-widened')

describe.each(channels)('the merged $channel consent (M-6)', ({ channel, field, contact, contacts }) => {
  const merge = (
    parts: readonly Partial<Customer>[],
    consent: ConsentRule,
    choices: MergeChoices = {},
  ): MergePlan => mergeIntoFirst(parts, choices, { policy: definePolicy(policies.shopify, { consent }) })
  /** Two records that are reached in the same way. */
  const pair = (one: ConsentState, other: ConsentState): Partial<Customer>[] => [
    { [contact]: contacts[0], [field]: said(one, 'first') },
    { [contact]: contacts[0], [field]: said(other, 'second') },
  ]

  const ranked = [
    ...either.map((row) => ['either', ...row] as const),
    ...strictest.map((row) => ['most-restrictive', ...row] as const),
  ]

  it.each(ranked)(
    'by %s, of %s and %s, is that of record %s; warned: %s',
    (rule, one, other, winner, warned) => {
      const plan = merge(pair(one, other), rule)
      const [kept, dropped] =
        winner === '1'
          ? [said(one, 'first'), said(other, 'second')]
          : [said(other, 'second'), said(one, 'first')]
      expect(fieldOf(plan, field)).toEqual({
        kept,
        source: winner,
        rule: `consent-${rule}`,
        dropped: [{ id: winner === '1' ? '2' : '1', value: dropped }],
      })
      const customers = one === 'UNSUBSCRIBED' ? ['1'] : ['2']
      expect(warningsOf(plan)).toEqual(
        warned
          ? [
              {
                code: 'merge.consent-widened',
                path: [field],
                params: { channel, reason: 'unsubscribed', customers },
              },
            ]
          : [],
      )
    },
  )

  it('is subscribed under every shipped policy where either is', () => {
    for (const policy of Object.values(policies)) {
      const plan = mergeIntoFirst(pair('NOT_SUBSCRIBED', 'SUBSCRIBED'), {}, { policy })
      expect(plan.result.customer[field].state).toBe('SUBSCRIBED')
    }
  })

  it('warns where it moves to another contact', () => {
    const plan = merge(
      [
        { [contact]: contacts[0], [field]: noConsent },
        { [contact]: contacts[1], [field]: said('SUBSCRIBED', 'second') },
      ],
      'either',
    )
    expect(plan.result.customer).toMatchObject({ [contact]: contacts[0], [field]: { state: 'SUBSCRIBED' } })
    expect(warningsOf(plan)).toEqual([
      {
        code: 'merge.consent-widened',
        path: [field],
        params: { channel, reason: 'moved', customers: ['2'] },
      },
    ])
  })

  it('warns where it moves from no contact to one', () => {
    const plan = merge(
      [{ [contact]: contacts[0] }, { [contact]: null, [field]: said('PENDING', 'second') }],
      'either',
    )
    expect(warningsOf(plan)).toEqual([
      {
        code: 'merge.consent-widened',
        path: [field],
        params: { channel, reason: 'moved', customers: ['2'] },
      },
    ])
  })

  it('does not warn where nobody can be reached', () => {
    const plan = merge([{}, { [field]: said('SUBSCRIBED', 'second') }], 'either')
    expect(warningsOf(plan)).toEqual([])
  })

  it('does not warn where a no moves', () => {
    const plan = merge(
      [{ [contact]: contacts[0] }, { [contact]: contacts[1], [field]: said('UNSUBSCRIBED', 'second') }],
      'either',
    )
    expect(plan.result.customer[field].state).toBe('UNSUBSCRIBED')
    expect(warningsOf(plan)).toEqual([])
  })

  it('gives both warnings where both are true', () => {
    const plan = merge(
      [
        { [contact]: contacts[0], [field]: said('UNSUBSCRIBED', 'first') },
        { [contact]: contacts[1], [field]: said('SUBSCRIBED', 'second') },
      ],
      'either',
    )
    expect(warningsOf(plan)).toMatchObject([
      { params: { channel, reason: 'unsubscribed', customers: ['1'] } },
      { params: { channel, reason: 'moved', customers: ['2'] } },
    ])
  })

  it('by follows-contact is of the record whose contact is kept', () => {
    const parts = [
      { [contact]: null, [field]: said('SUBSCRIBED', 'first') },
      { [contact]: contacts[1], [field]: said('NOT_SUBSCRIBED', 'second') },
    ]
    expect(fieldOf(merge(parts, 'follows-contact'), field)).toEqual({
      kept: said('NOT_SUBSCRIBED', 'second'),
      source: '2',
      rule: 'consent-follows-contact',
      dropped: [{ id: '1', value: said('SUBSCRIBED', 'first') }],
    })
  })

  it("by follows-contact is the survivor's where there is no contact", () => {
    const parts = [{ [field]: said('PENDING', 'first') }, { [field]: said('SUBSCRIBED', 'second') }]
    expect(fieldOf(merge(parts, 'follows-contact'), field)).toMatchObject({ source: '1' })
  })

  it.each(['SUBSCRIBED', 'PENDING'] as const)(
    'by follows-contact warns of %s where another had said no',
    (state) => {
      const plan = merge(
        [
          { [contact]: contacts[0], [field]: said(state, 'first') },
          { [contact]: contacts[1], [field]: said('UNSUBSCRIBED', 'second') },
        ],
        'follows-contact',
      )
      expect(warningsOf(plan)).toMatchObject([{ params: { reason: 'unsubscribed', customers: ['2'] } }])
    },
  )

  it('is that of the record that was chosen, with the same warnings (M-2a)', () => {
    const plan = merge(pair('UNSUBSCRIBED', 'PENDING'), 'most-restrictive', { keep: { [field]: '2' } })
    expect(fieldOf(plan, field)).toMatchObject({
      kept: said('PENDING', 'second'),
      source: '2',
      rule: 'chosen',
    })
    expect(warningsOf(plan)).toMatchObject([{ params: { reason: 'unsubscribed', customers: ['1'] } }])
  })

  it('is not the business of the other channel', () => {
    const other = field === 'emailMarketingConsent' ? 'smsMarketingConsent' : 'emailMarketingConsent'
    const plan = merge(pair('NOT_SUBSCRIBED', 'SUBSCRIBED'), 'either')
    expect(plan.result.customer[other]).toEqual(noConsent)
  })

  it('leaves what no longer stands on the timeline, so that both histories are kept', () => {
    const plan = merge(
      [
        { [contact]: contacts[0], [field]: said('UNSUBSCRIBED', 'first') },
        { [contact]: contacts[0], [field]: said('SUBSCRIBED', 'second') },
        { [contact]: contacts[0], [field]: noConsent },
      ],
      'either',
    )
    const events = plan.changeSet.changes.flatMap((change) => (change.type === 'event' ? [change] : []))
    expect(events.slice(1)).toEqual([
      {
        type: 'event',
        id: 'key-1/event/2',
        customer: '1',
        at: '2026-06-01T00:00:00.000Z',
        event: {
          kind: 'consent-superseded',
          by: { type: 'staff', id: 'staff-1' },
          from: '1',
          channel,
          state: 'UNSUBSCRIBED',
          optInLevel: 'SINGLE_OPT_IN',
          since: '2026-02-02T00:00:00.000Z',
          source: 'first',
        },
      },
    ])
  })
})

describe('an email in another case', () => {
  it('is the same contact, so nothing moves', () => {
    const plan = mergeIntoFirst([
      { email: 'Anna@Example.com' },
      { email: 'anna@example.com', emailMarketingConsent: said('SUBSCRIBED', 'second') },
    ])
    expect(plan.warnings).toEqual([])
  })
})

describe('a consent to email that moves within one mailbox (M-6)', () => {
  const parts = [
    { email: 'anna@example.com' },
    { email: 'an.na+news@example.com', emailMarketingConsent: said('SUBSCRIBED', 'second') },
  ]
  const warnedUnder = (emailKey: EmailKeyOptions | undefined): number => {
    const identity = { ...policies.shopify.identity, emailKey }
    return warningsOf(mergeIntoFirst(parts, {}, { policy: definePolicy(policies.shopify, { identity }) }))
      .length
  }

  it('C-6 is no warning where the policy says that it is one', () => {
    expect(warnedUnder({ ignoreTags: true, ignoreDots: true })).toBe(0)
  })

  it.each([undefined, {}, { ignoreTags: true }, { ignoreDots: true }])('is one under %j', (emailKey) => {
    expect(warnedUnder(emailKey)).toBe(1)
  })
})
