import { type Context, definePolicy, policies, type Problem } from 'clientele'
import {
  type PaymentListing,
  type PaymentLinkWish,
  type PaymentMethod,
  planPaymentMethodLink,
  planPaymentMethodReplacement,
  planPaymentMethodRevocation,
} from 'clientele/messaging'
import { buildContext, buildPaymentMethod, buildRecord, type RecordOverrides } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { paymentDigest } from '../../../src/messaging/payment/payment-write.js'
import { prototypeNames, unstorableTexts } from '../../hostile-texts.js'
import { codesOf, valueOf as planned } from '../../service/customers-on.js'
import { cardLengths, grouped, luhnNumber } from './card-numbers.js'

const staff = { type: 'staff', id: 'staff-1' } as const
const senders = [{ email: 'Shop@example.com' }, { email: 'billing@example.com', name: 'Billing' }]
const context = buildContext({ key: 'k', shop: { senders } })
const chosen: Context = { ...context, policy: policies['shopify-nl'] }
const listing: PaymentListing = {
  methods: [
    buildPaymentMethod({ id: 'pm-1' }),
    buildPaymentMethod({ id: 'pm-2', brand: null, lastFour: null, expiry: null }),
  ],
  recipients: [{ id: 'r-1', email: 'anna.office@example.com' }],
}

const subject = (method: Partial<PaymentMethod> = {}, more: RecordOverrides = {}) => ({
  record: buildRecord({ revision: 'r7', ...more, customer: { id: '7', ...more.customer } }),
  listing: { ...listing, methods: [buildPaymentMethod({ id: 'pm-1', ...method })] },
})

const link = (wish: Partial<PaymentLinkWish> = {}, given = context, more: RecordOverrides = {}) =>
  planPaymentMethodLink({ ...subject({}, more), listing }, { method: 'pm-1', ...wish }, given)
const replacement = (method: Partial<PaymentMethod> = {}, given = context, more: RecordOverrides = {}) =>
  planPaymentMethodReplacement(subject(method, more), { method: 'pm-1', replacement: 'tok-9' }, given)
const revocation = (method: Partial<PaymentMethod> = {}, given = context, more: RecordOverrides = {}) =>
  planPaymentMethodRevocation(subject(method, more), { method: 'pm-1' }, given)

describe('P-1 a link to update a payment method', () => {
  it('asks the provider, by references, and changes nothing of the record', () => {
    const value = planned(link({ from: 'BILLING@example.com' }))
    const wish = { method: 'pm-1', from: 'BILLING@example.com', to: null }
    expect(value).toStrictEqual({
      planner: 'payment-link',
      wish,
      subjects: ['7'],
      touches: [],
      warnings: [],
      changeSet: {
        key: 'k',
        request: paymentDigest('link', '7', wish),
        expects: [{ id: '7', revision: 'r7' }],
        guards: [],
        changes: [
          {
            type: 'event',
            id: 'k/event/1',
            customer: '7',
            at: context.now,
            event: { kind: 'payment-method-requested', by: staff, paymentMethod: 'pm-1', request: 'link' },
          },
        ],
        outbox: [
          {
            id: 'k/payment/1',
            type: 'payment-method',
            customer: '7',
            by: staff,
            request: 'link',
            paymentMethod: 'pm-1',
            from: 'billing@example.com',
            to: null,
            replacement: null,
          },
        ],
        summary: { planner: 'payment-link', customer: '7' },
      },
      customer: '7',
      method: listing.methods[0],
    })
    expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value)
  })

  it.each([
    ['nothing is chosen', {}, context, { from: null, to: null }],
    ['nothing is chosen, and said so', { from: null, to: null }, context, { from: null, to: null }],
    ['the sender is chosen', { from: ' shop@EXAMPLE.com' }, context, { from: 'Shop@example.com', to: null }],
    ['the recipient is chosen', { to: 'r-1' }, chosen, { from: null, to: 'r-1' }],
    [
      'both are',
      { from: 'billing@example.com', to: 'r-1' },
      chosen,
      { from: 'billing@example.com', to: 'r-1' },
    ],
    ['nothing is, where it could be', {}, chosen, { from: null, to: null }],
    ['nothing is, of a shop that lists no senders', {}, buildContext(), { from: null, to: null }],
  ] as const)('goes, where %s', (_what, wish, given, expected) => {
    expect(planned(link(wish, given)).changeSet.outbox).toMatchObject([expected])
  })

  const noEmail = { customer: { email: null, phone: '+4790000001' } }
  it.each([
    ['another sender', { from: 'stranger@example.com' }, context, {}, 'payment.unknown-sender'],
    [
      'a sender of a shop that lists none',
      { from: 'shop@example.com' },
      buildContext(),
      {},
      'payment.unknown-sender',
    ],
    ['a recipient under a policy without', { to: 'r-1' }, context, {}, 'payment.recipient-fixed'],
    ['another recipient', { to: 'r-2' }, chosen, {}, 'payment.unknown-recipient'],
    ['nobody to send it to', {}, context, noEmail, 'payment.no-recipient'],
    ['nobody to send it to, and none chosen', {}, chosen, noEmail, 'payment.no-recipient'],
    ['a chosen one, whatever the profile says', { to: 'r-1' }, chosen, noEmail, 'ok'],
    ['another method', { method: 'pm-3' }, context, {}, 'payment.unknown-method'],
  ] as const)('to or from %s', (_what, wish, given, more, code) => {
    expect(codesOf(link(wish, given, more))).toEqual([code])
  })

  it('goes to any of those that the host lists', () => {
    const recipients = ['r-1', 'r-2', 'r-3'].map((id) => ({ id, email: `${id}@example.com` }))
    const outcome = (to: string) =>
      planPaymentMethodLink(
        { ...subject(), listing: { ...listing, recipients } },
        { method: 'pm-1', to },
        chosen,
      )
    expect(['r-1', 'r-2', 'r-3', 'r-4'].map((to) => codesOf(outcome(to)))).toEqual([
      ['ok'],
      ['ok'],
      ['ok'],
      ['payment.unknown-recipient'],
    ])
  })

  it('goes to no placeholder', () => {
    const identity = { ...policies.shopify.identity, ignore: ['*@marketplace.example'] }
    const policy = definePolicy(policies.shopify, { identity })
    const relayed = { customer: { email: 'x@marketplace.example' } }
    expect(codesOf(link({}, { ...context, policy }, relayed))).toEqual(['payment.no-recipient'])
    expect(codesOf(link({}, context, relayed))).toEqual(['ok'])
  })

  it('is of any method, whatever staff can do with it themselves', () => {
    const method = { replaceable: false, revocable: false, activeSubscriptions: 3 }
    expect(codesOf(planPaymentMethodLink(subject(method), { method: 'pm-1' }, context))).toEqual(['ok'])
  })
})

describe('P-2 a replacement', () => {
  it('puts the new reference in the place of the old', () => {
    const { changeSet, planner } = planned(replacement())
    expect(planner).toBe('payment-replacement')
    expect(changeSet).not.toHaveProperty('confirmed')
    expect(changeSet.outbox).toMatchObject([
      { request: 'replacement', paymentMethod: 'pm-1', replacement: 'tok-9', from: null, to: null },
    ])
    expect(changeSet.changes).toMatchObject([{ event: { request: 'replacement' } }])
  })

  it('is of some methods only', () => {
    expect(codesOf(replacement({ replaceable: false }))).toEqual(['payment.not-replaceable'])
  })

  it('does not ask whether it could be removed', () => {
    expect(codesOf(replacement({ revocable: false, activeSubscriptions: 2 }))).toEqual(['ok'])
  })
})

describe('P-3 a removal', () => {
  it('waits for a word, because only the customer can bring the method back', () => {
    const { changeSet } = planned(revocation())
    expect(changeSet).toMatchObject({ confirmed: false, guards: [], outbox: [{ request: 'revocation' }] })
  })

  it.each([
    [{ activeSubscriptions: 0 }, 'active', 'ok'],
    [{ activeSubscriptions: 1 }, 'active', 'payment.in-use'],
    [{ activeSubscriptions: 1 }, 'never', 'payment.in-use'],
    [{ activeSubscriptions: 'unknown' }, 'active', 'payment.use-unknown'],
    [{ activeSubscriptions: 'unknown' }, 'unknown', 'payment.use-unknown'],
    [{ activeSubscriptions: 'unknown' }, 'past', 'ok'],
    [{ activeSubscriptions: 'unknown' }, 'never', 'ok'],
    [{ revocable: false }, 'never', 'payment.not-revocable'],
    [{ replaceable: false }, 'never', 'ok'],
  ] as const)('of %o, where subscriptions are %s: %s', (method, subscriptionContracts, code) => {
    const outcome = revocation(method, context, { facts: { subscriptionContracts } })
    expect(codesOf(outcome)).toEqual([code])
  })

  it('says how many subscriptions are paid with it', () => {
    expect(revocation({ activeSubscriptions: 2 })).toMatchObject({
      problems: [{ code: 'payment.in-use', path: ['method'], params: { subscriptions: 2 } }],
    })
  })

  it('relies on the customer having none only where nobody knows what the method pays', () => {
    const guard = { id: '7', fact: 'subscriptionContracts', oneOf: ['never', 'past'] }
    expect(planned(revocation({ activeSubscriptions: 'unknown' })).changeSet.guards).toEqual([guard])
    expect(planned(replacement({ activeSubscriptions: 'unknown' })).changeSet.guards).toEqual([])
  })
})

describe('P-1 to P-3 a refusal', () => {
  const unknownUse = { activeSubscriptions: 'unknown' } as const
  const herself = buildContext({ actor: { type: 'customer', id: '7' } })
  it.each<readonly [Problem, () => { readonly ok: boolean }]>([
    [{ code: 'payment.unknown-sender', path: ['from'] }, () => link({ from: 'x@example.com' })],
    [{ code: 'payment.recipient-fixed', path: ['to'] }, () => link({ to: 'r-1' })],
    [{ code: 'payment.unknown-recipient', path: ['to'] }, () => link({ to: 'r-2' }, chosen)],
    [
      { code: 'payment.no-recipient', path: ['to'] },
      () => link({}, context, { customer: { email: null, phone: '+4790000001' } }),
    ],
    [{ code: 'payment.unknown-method', path: ['method'] }, () => link({ method: 'pm-3' })],
    [{ code: 'payment.not-replaceable', path: ['method'] }, () => replacement({ replaceable: false })],
    [{ code: 'payment.not-revocable', path: ['method'] }, () => revocation({ revocable: false })],
    [
      { code: 'payment.use-unknown', path: ['method'] },
      () => revocation(unknownUse, context, { facts: { subscriptionContracts: 'active' } }),
    ],
    [{ code: 'payment.not-allowed', path: [], params: { actor: 'customer' } }, () => revocation({}, herself)],
  ])('says what is at fault: %o', (problem, plan) => {
    expect(plan()).toEqual({ ok: false, problems: [problem] })
  })
})

const plans = {
  link: (given: Context, more?: RecordOverrides) => link({}, given, more),
  replacement: (given: Context, more?: RecordOverrides) => replacement({}, given, more),
  revocation: (given: Context, more?: RecordOverrides) => revocation({}, given, more),
}

describe.each(Object.entries(plans))('%s: whatever is asked for', (name, plan) => {
  it.each([
    [{ deleted: true }, 'edit.deleted'],
    [{ redaction: 'done' }, 'edit.redacted'],
    [{ redaction: 'pending' }, 'ok'],
    [{ mergeInProgress: true }, 'edit.merge-in-progress'],
  ] as const)('of a record with %o', (facts, code) => {
    expect(codesOf(plan(context, { facts }))).toEqual([code])
  })

  it.each([
    [{ type: 'customer', id: '7' }, 'payment.not-allowed'],
    [{ type: 'system', id: null }, 'ok'],
  ] as const)('by %o', (actor, code) => {
    expect(codesOf(plan(buildContext({ actor })))).toEqual([code])
  })

  it('tells everything at once, and nothing of whom it is about', () => {
    const given = buildContext({ actor: { type: 'customer', id: '7' } })
    const outcome = plan(given, {
      facts: { deleted: true },
      customer: { firstName: 'canary', email: 'canary@x.org' },
    })
    expect(codesOf(outcome)).toEqual(['edit.deleted', 'payment.not-allowed'])
    expect(JSON.stringify(outcome)).not.toContain('canary')
  })

  it(`survives JSON (${name})`, () => {
    const value = planned<unknown>(plan(context))
    expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value)
  })
})

/** Every text field of the room, each set to a text. */
const fields: Readonly<Record<string, (text: string) => { ok: boolean; problems?: readonly Problem[] }>> = {
  'method of a link': (method) => link({ method }),
  'from of a link': (from) => link({ from }),
  'to of a link': (to) => link({ to }, chosen),
  'method of a replacement': (method) =>
    planPaymentMethodReplacement(subject(), { method, replacement: 'tok' }, context),
  'replacement of a replacement': (text) =>
    planPaymentMethodReplacement(subject(), { method: 'pm-1', replacement: text }, context),
  'method of a revocation': (method) => planPaymentMethodRevocation(subject(), { method }, context),
  'id of a listed method': (id) => planPaymentMethodRevocation(subject({ id }), { method: 'pm-1' }, context),
  'kind of a listed method': (kind) => revocation({ kind: kind as 'card' }),
  'brand of a listed method': (brand) => revocation({ brand }),
  'last four of a listed method': (lastFour) => revocation({ lastFour }),
  'use of a listed method': (text) => revocation({ activeSubscriptions: text as 'unknown' }),
  'id of a listed recipient': (id) => listed({ recipients: [{ id, email: 'a@example.com' }] }),
  'email of a listed recipient': (email) => listed({ recipients: [{ id: 'r', email }] }),
}

const listed = (part: Partial<PaymentListing>) =>
  planPaymentMethodRevocation({ ...subject(), listing: { ...listing, ...part } }, { method: 'pm-1' }, context)

const numbers = cardLengths.flatMap((length) => {
  const digits = luhnNumber(length)
  return [digits, grouped(digits, ' '), grouped(digits, '-'), `card ${digits}.`]
})

describe.each(Object.entries(fields))('P-1 to P-3 %s', (_field, set) => {
  it.each(numbers)('does not take %s', (text) => {
    const outcome = set(text)
    expect(outcome.ok).toBe(false)
    const refused = (outcome.problems ?? []).some(
      ({ code }) => code === 'payment.card-number' || code === 'shape.invalid-value',
    )
    expect(refused).toBe(true)
    expect(JSON.stringify(outcome)).not.toContain(text)
  })

  it.each(['x'.repeat(256), 'x'.repeat(100_000), ...unstorableTexts])('does not take %j', (text) => {
    expect(set(text).ok).toBe(false)
  })

  it.each(prototypeNames)('takes %s as a text', (text) => {
    expect(() => set(text)).not.toThrow()
  })
})

describe('where a card number was found', () => {
  it.each([
    [() => link({ method: luhnNumber(16) }), ['method']],
    [() => revocation({ brand: luhnNumber(16) }), ['listing', 'methods', 0, 'brand']],
    [
      () => listed({ recipients: [{ id: 'r', email: `${luhnNumber(16)}@x.org` }] }),
      ['listing', 'recipients', 0, 'email'],
    ],
  ] as const)('is said', (plan, path) => {
    expect(plan()).toMatchObject({
      problems: expect.arrayContaining([{ code: 'payment.card-number', path }]),
    })
  })
})

describe('hostile wishes and lists', () => {
  it.each([
    [null, ['shape.wrong-type']],
    [{}, ['shape.wrong-type']],
    [{ method: 7 }, ['shape.wrong-type']],
    [{ method: 'pm-1', number: luhnNumber(16) }, ['shape.unknown-field']],
  ])('%o is no wish', (wish, codes) => {
    for (const planner of [planPaymentMethodLink, planPaymentMethodRevocation])
      expect(codesOf(planner(subject(), wish as never, context))).toEqual(codes)
  })

  it.each<readonly [unknown, string, readonly (string | number)[]]>([
    [null, 'shape.wrong-type', ['listing']],
    [{ methods: null, recipients: [] }, 'shape.wrong-type', ['listing', 'methods']],
    [{ methods: [], recipients: [], cards: [] }, 'shape.unknown-field', ['listing']],
    [
      { methods: [{ ...buildPaymentMethod(), number: luhnNumber(16) }], recipients: [] },
      'shape.unknown-field',
      ['listing', 'methods', 0],
    ],
    [
      { methods: [buildPaymentMethod({ expiry: { year: 2030, month: 13 } })], recipients: [] },
      'shape.too-long',
      ['listing', 'methods', 0, 'expiry', 'month'],
    ],
    [
      {
        methods: [buildPaymentMethod({ expiry: { year: Number(luhnNumber(15)), month: 1 } })],
        recipients: [],
      },
      'shape.too-long',
      ['listing', 'methods', 0, 'expiry', 'year'],
    ],
    [
      { methods: [buildPaymentMethod({ activeSubscriptions: -1 })], recipients: [] },
      'shape.invalid-value',
      ['listing', 'methods', 0, 'activeSubscriptions'],
    ],
  ])('%j is no list', (given, code, path) => {
    const outcome = planPaymentMethodRevocation(
      { ...subject(), listing: given as never },
      { method: 'pm-1' },
      context,
    )
    expect(outcome).toMatchObject({ ok: false, problems: [{ code, path }] })
  })

  it('every fault of a list is said, each with its place in it', () => {
    const given = { methods: null, recipients: null } as unknown as PaymentListing
    expect(
      planPaymentMethodLink({ ...subject(), listing: given }, { method: 'pm-1' }, context),
    ).toMatchObject({
      problems: [{ path: ['listing', 'methods'] }, { path: ['listing', 'recipients'] }],
    })
  })

  it.each(['123', '12345', 'x1234', '1234x', '12 4', '１２３４'])(
    'the last four digits are never %j',
    (lastFour) => {
      expect(revocation({ lastFour })).toMatchObject({
        problems: [{ code: 'shape.invalid-value', path: ['listing', 'methods', 0, 'lastFour'] }],
      })
    },
  )

  it('a number cannot be the number of a card either', () => {
    const outcome = revocation({ activeSubscriptions: Number(luhnNumber(15)) })
    expect(codesOf(outcome)).toEqual(['shape.too-long'])
  })
})

describe('a wish is recognised', () => {
  it('whatever it leaves out', () => {
    const wish = { method: 'pm-1' }
    expect(paymentDigest('link', '7', wish)).toBe(
      paymentDigest('link', '7', { ...wish, from: null, to: undefined }),
    )
    expect(paymentDigest('link', '7', wish)).not.toBe(paymentDigest('link', '7', { ...wish, from: 'a' }))
    expect(paymentDigest('link', '7', wish)).not.toBe(paymentDigest('revocation', '7', wish))
    expect(paymentDigest('link', '7', wish)).not.toBe(paymentDigest('link', '8', wish))
    expect(paymentDigest('link', '7', null)).toBe(paymentDigest('link', '7', null))
    expect(paymentDigest('link', '7', null)).not.toBe(paymentDigest('revocation', '7', null))
  })
})
