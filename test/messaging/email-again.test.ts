import type { EmailState, StoredEmail } from 'clientele'
import { planEmailCopy, planEmailRetry } from 'clientele/messaging'
import { buildContext, buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { changedSince } from '../../src/messaging/email-progress.js'
import { requestOf } from '../../src/plan/request.js'

const senders = [{ email: 'shop@example.com', name: 'The Shop' }]
const context = { ...buildContext({ shop: { senders } }), ownMailbox: { email: 'staff@example.com' } }
const email: StoredEmail = {
  from: { email: 'shop@example.com', name: 'The old name' },
  to: 'anna@example.com',
  bcc: ['staff@example.com'],
  purpose: 'marketing',
  subject: 'News',
  text: 'All new.',
  html: '<p>All new.</p>',
  discounts: [{ code: 'SAVE10', title: null }],
}
const anna = buildRecord({
  customer: { id: '7', email: 'anna@example.com', emailMarketingConsent: { state: 'SUBSCRIBED' } },
})

describe('T-3 another attempt', () => {
  it.each<[EmailState, string[], string[]]>([
    ['failed', [], []],
    ['unknown', [], ['messaging.may-arrive-twice']],
    ['sent', ['messaging.already-sent'], []],
    ['recorded', ['messaging.in-progress'], []],
    ['sending', ['messaging.in-progress'], []],
  ])('of an email that is %s', (state, problems, warnings) => {
    const outcome = planEmailRetry('7', { message: 'm1', state, attempt: 2 }, context)
    const told = (code: string) => ({ code, path: [], params: { message: 'm1' } })
    expect(outcome.ok ? [] : outcome.problems).toEqual(problems.map(told))
    expect(outcome.ok ? outcome.warnings : []).toEqual(warnings.map(told))
    if (!outcome.ok) return
    expect(outcome.value.warnings).toEqual(outcome.warnings)
    expect(outcome.value.changeSet.outbox).toEqual([
      { id: 'key-1/effect/1', type: 'email', customer: '7', message: 'm1', attempt: 3 },
    ])
    expect(outcome.value.changeSet.changes).toMatchObject([{ event: { kind: 'email-retried', attempt: 3 } }])
  })

  it('concerns the customer of now, rests on nothing that was read, and is recognised by the message alone', () => {
    const outcome = planEmailRetry('7', { message: 'm1', state: 'failed', attempt: 2 }, context)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    const { changeSet, ...plan } = outcome.value
    expect(plan).toEqual({
      planner: 'email-retry',
      wish: {},
      subjects: ['7'],
      touches: [],
      warnings: [],
      message: 'm1',
    })
    expect(changeSet).toMatchObject({
      key: 'key-1',
      request: requestOf('email-retry', [], 'm1'),
      expects: [],
      guards: [],
      summary: { planner: 'email-retry', message: 'm1', attempt: 3 },
    })
  })
})

describe('T-4 a copy', () => {
  const copyOf = (to: 'customer' | 'self', record = anna, at = context, state: EmailState = 'sent') =>
    planEmailCopy(record, { message: 'm1', state, email }, { to }, at)

  it('says what the email said, to the address of now and to nobody else', () => {
    const moved = { ...anna, customer: { ...anna.customer, email: 'nowak@example.com' } }
    const outcome = copyOf('customer', moved)
    expect(outcome.ok && outcome.value.email).toEqual({
      ...email,
      from: { email: 'shop@example.com', name: 'The Shop' },
      to: 'nowak@example.com',
      bcc: [],
    })
    expect(outcome.ok && outcome.value.changeSet.changes).toMatchObject([
      { event: { kind: 'email-recorded', copyOf: { message: 'm1', to: 'customer' } } },
    ])
  })

  it('concerns the customer, and is recognised by the email and to whom the copy goes', () => {
    const outcome = copyOf('self')
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    const { changeSet, message, email: _said, ...plan } = outcome.value
    expect(plan).toEqual({
      planner: 'email-copy',
      wish: { to: 'self' },
      subjects: ['7'],
      touches: [],
      warnings: [],
    })
    expect(changeSet.request).toBe(requestOf('email-copy', [], { message: 'm1', wish: { to: 'self' } }))
    expect(changeSet.outbox).toMatchObject([{ customer: '7', message }])
  })

  it('of an email that was not sent is refused by the name of the email', () => {
    const outcome = copyOf('self', anna, context, 'sending')
    expect(outcome.ok ? [] : outcome.problems).toEqual([
      { code: 'messaging.not-sent', path: [], params: { message: 'm1' } },
    ])
  })

  it.each([undefined, null, 7, {}, { to: 'Self' }, { to: 'customer', cc: 'x' }])(
    'that is wished for as %j is refused, and goes to nobody',
    (wish) => {
      const subject = { message: 'm1', state: 'sent', email } as const
      const outcome = planEmailCopy(anna, subject, wish as { to: 'self' }, context)
      expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)[0]).toMatch(/^shape\./)
    },
  )

  it('goes to oneself without asking the customer', () => {
    const unsubscribed = buildRecord({
      customer: { id: '7', emailMarketingConsent: { state: 'UNSUBSCRIBED' } },
    })
    const outcome = copyOf('self', unsubscribed)
    expect(outcome.ok && outcome.value.email.to).toBe('staff@example.com')
    expect(outcome.ok && outcome.value.changeSet.changes).toMatchObject([
      { event: { kind: 'email-recorded', copyOf: { message: 'm1', to: 'staff' } } },
    ])
  })

  it.each([
    [
      'to a customer who has said no since',
      () =>
        copyOf('customer', buildRecord({ customer: { emailMarketingConsent: { state: 'UNSUBSCRIBED' } } })),
      ['messaging.not-subscribed'],
    ],
    ['of an email that was not sent', () => copyOf('self', anna, context, 'failed'), ['messaging.not-sent']],
    [
      'to oneself, whose mailbox nobody knows',
      () => copyOf('self', anna, buildContext({ shop: { senders } }) as typeof context),
      ['messaging.no-own-mailbox'],
    ],
    [
      'from an address that the shop has given up',
      () =>
        copyOf('self', anna, {
          ...context,
          shop: { ...context.shop, senders: [{ email: 'new@example.com' }] },
        }),
      ['messaging.sender-unknown'],
    ],
    [
      'for several reasons, all at once',
      () =>
        copyOf(
          'customer',
          buildRecord({ customer: { email: null } }),
          buildContext() as typeof context,
          'unknown',
        ),
      ['messaging.not-sent', 'messaging.no-sender', 'messaging.no-email', 'messaging.not-subscribed'],
    ],
  ])('is refused %s', (_what, copy, codes) => {
    const outcome = copy()
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(codes)
  })
})

describe('what was written before is asked about once more', () => {
  const { policy } = context
  const withCustomer = (customer: Partial<typeof anna.customer>) => ({
    ...anna,
    customer: { ...anna.customer, ...customer },
  })
  it.each([
    ['nothing has changed', anna, null, null],
    ['the address is spelled otherwise', withCustomer({ email: 'Anna@example.com' }), null, null],
    ['the address is another', withCustomer({ email: 'b@example.com' }), null, 'address-changed'],
    ['the address is gone', withCustomer({ email: null }), null, 'not-allowed'],
    [
      'the yes was taken back',
      withCustomer({
        emailMarketingConsent: { ...anna.customer.emailMarketingConsent, state: 'UNSUBSCRIBED' },
      }),
      null,
      'not-allowed',
    ],
    ['a copy goes to the customer', withCustomer({ email: 'b@example.com' }), 'customer', 'address-changed'],
    ['a copy goes to staff', withCustomer({ email: null }), 'staff', null],
  ] as const)('%s', (_what, record, to, reason) => {
    const copyOf = to === null ? null : { message: 'm0', to }
    expect(changedSince(record, { email, copyOf }, policy)).toBe(reason)
  })
})
