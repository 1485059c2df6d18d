import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../../src/contact/phone-parser.js'
import type { CustomerRecord } from '../../../src/customer/record.js'
import { definePolicy } from '../../../src/policy/define-policy.js'
import { policies } from '../../../src/policy/policies.js'
import type { IdentityRule } from '../../../src/policy/policy.js'
import type { Activity, ActivityPerson, OrderActivity } from '../../../src/profile/activity/activity.js'
import {
  activityIdentities,
  activityRequest,
  planActivity,
  type ActivityPlan,
} from '../../../src/profile/activity/plan-activity.js'
import { requestOf } from '../../../src/plan/request.js'
import type { StatisticsDelta } from '../../../src/plan/statistics-delta.js'
import { buildContext, type ContextOverrides } from '../../../src/testing/build-context.js'
import { buildRecord, type RecordOverrides } from '../../../src/testing/build-record.js'

const [then, now] = ['2026-11-20T09:00:00.000Z', '2026-11-22T12:00:00.000Z']
const base: ContextOverrides = { now, parsePhone, actor: { type: 'system', id: null } }
const counted: ContextOverrides = { ...base, store: { statistics: 'counted' } }

/** An order, unless said otherwise. */
const blankAddress = {
  firstName: null,
  lastName: null,
  company: null,
  address1: null,
  address2: null,
  city: null,
  provinceCode: null,
  countryCode: null,
  zip: null,
  phone: null,
}

const order = (person: ActivityPerson = {}, changes: object = {}): Activity => {
  const placed: OrderActivity = { id: 'order-7/placed', type: 'order-placed', at: then, person, amount: null }
  return { ...placed, ...changes }
}
const signUp = (person: ActivityPerson, consents: object): Activity => ({
  id: 'form-1',
  type: 'signed-up',
  at: then,
  person,
  consents,
})
const registration = (person: ActivityPerson, emailConfirmed: boolean): Activity => ({
  id: 'account-1',
  type: 'registered',
  at: then,
  person,
  emailConfirmed,
})
const person = (customer: RecordOverrides['customer'], rest: RecordOverrides = {}): CustomerRecord =>
  buildRecord({ ...rest, customer: { firstName: null, lastName: null, email: null, ...customer } })

function plan(
  activity: Activity,
  candidates: readonly CustomerRecord[] = [],
  overrides: ContextOverrides = base,
  known?: CustomerRecord,
): ActivityPlan {
  const outcome = planActivity({ candidates, activity, known }, buildContext(overrides))
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join())
  expect(outcome.warnings).toBe(outcome.value.warnings)
  expect(outcome.value.changeSet.key).toBe(activity.id)
  return outcome.value
}

/** Not plain data, whatever it holds. */
class Amount {
  minor = 1
  currency = 'EUR'
}

const told = ({ warnings }: ActivityPlan): string[] =>
  warnings.map(({ code, path }) => [code, ...path].join(' '))
const kinds = ({ changeSet }: ActivityPlan): string[] =>
  changeSet.changes.map((change) => (change.type === 'event' ? change.event.kind : change.type))
const under = (
  identity: Partial<IdentityRule>,
  registration = policies.shopify.registration,
): ContextOverrides => ({
  ...base,
  policy: definePolicy(policies.shopify, {
    identity: { ...policies.shopify.identity, ...identity },
    registration,
  }),
})

describe('a profile comes into being', () => {
  it.each([
    [
      'C-1 by a sign-up',
      signUp({ email: 'bo@example.com' }, { email: { state: 'SUBSCRIBED' } }),
      'signed-up',
    ],
    ['C-1 by a registration', registration({ email: 'bo@example.com' }, false), 'registered'],
    ['C-2 by an order', order({ email: 'bo@example.com' }), 'order-placed'],
    [
      'C-3 by an abandoned checkout',
      { id: 'c', type: 'checkout-abandoned', at: then, person: { phone: '+4790000000' } },
      'checkout-abandoned',
    ],
  ] as const)('%s', (_name, activity, kind) => {
    const planned = plan(activity)
    expect(planned.status).toBe('created')
    expect(planned.subjects).toEqual(['new:1'])
    expect(kinds(planned).slice(0, 3)).toEqual(['put', 'created', kind])
    expect(planned.changeSet.expects).toEqual([])
  })

  it('C-2 takes name and details over, and says what it touches', () => {
    const { result, touches, changeSet } = plan(
      order({
        firstName: ' Bo ',
        email: 'Bo @example.com',
        phone: '90 00 00 00',
        source: 'www',
        addresses: [{ address1: 'Storgata 5', city: 'Oslo', zip: '0155', countryCode: 'no' }],
        billingDetails: [{ company: 'Bo AS', taxId: '987' }],
      }),
    )
    expect(result).toMatchObject({
      firstName: 'Bo',
      email: 'Bo@example.com',
      phone: '+4790000000',
      source: 'www',
      addresses: [{ id: 'new:2', city: 'Oslo', countryCode: 'NO' }],
      defaultAddressId: 'new:2',
      billingDetails: [{ company: 'Bo AS', taxId: '987' }],
      account: { type: 'guest' },
      createdAt: now,
    })
    expect(touches.map(({ path, before }) => [...path, before])).toEqual([
      ['firstName', null],
      ['email', null],
      ['phone', null],
      ['source', null],
      ['addresses', 'new:2', null],
      ['billingDetails', 'new:3', null],
    ])
    expect(changeSet.changes[0]).toMatchObject({
      type: 'put',
      claims: ['email:bo@example.com', 'phone:+4790000000'],
      touches,
    })
  })

  it('C-7 of a registration is an account in use', () => {
    expect(plan(registration({ email: 'bo@example.com' }, false)).result?.account).toEqual({
      type: 'account',
      state: 'ENABLED',
      blocked: false,
    })
  })

  it.each([
    ['order-cancelled', 'activity.nobody-found person'],
    ['order-refunded', 'activity.nobody-found person'],
  ] as const)('but by no %s', (type, warning) => {
    const planned = plan(order({ email: 'bo@example.com' }, { type }), [], counted)
    expect(planned).toMatchObject({ status: 'nobody', result: null, subjects: [], touches: [] })
    expect(planned.changeSet).toMatchObject({ changes: [], expects: [] })
    expect(told(planned)).toEqual([warning])
  })

  it('nor where nobody is left to be known by', () => {
    const planned = plan(order({ email: 'nonsense', locale: 'nb' }))
    expect(planned).toMatchObject({ status: 'nobody', result: null, changeSet: { changes: [] } })
    expect(told(planned)).toEqual(['email.invalid person email', 'customer.nobody person'])
  })

  it('C-6 anew where the customer was deleted', () => {
    const deleted = person({ email: 'bo@example.com' }, { facts: { deleted: true } })
    const planned = plan(order({ email: 'bo@example.com' }), [deleted])
    expect(planned.status).toBe('created')
    expect(told(planned)).toEqual([])
  })
})

describe('who was deleted or erased', () => {
  const email = 'bo@example.com'

  it.each([
    ['order-refunded', 'gone', 'nobody'],
    ['order-cancelled', 'gone', 'nobody'],
    ['order-refunded', 'here', 'matched'],
    ['order-refunded', undefined, 'matched'],
    ['order-placed', 'gone', 'matched'],
  ] as const)('C-6 %s of %s, beside who came after them, is %s', (type, customer, status) => {
    const returned = person({ id: 'here', email })
    expect(plan(order({ email }, { type, customer }), [returned], counted).status).toBe(status)
  })

  it('whom the host names is found among the candidates', () => {
    const candidates = [person({ id: 'older', email }), person({ id: 'named', phone: '+48601234567' })]
    const named = plan(order({ email, phone: '+48601234567' }, { customer: 'named' }), candidates)
    expect(named.subjects).toEqual(['named'])
  })

  it.each([
    [{ redaction: 'done' }, 'order-placed', 'created'],
    [{ redaction: 'done' }, 'order-refunded', 'matched'],
    [{ redaction: 'pending' }, 'order-placed', 'matched'],
    [{ deleted: true }, 'order-placed', 'created'],
    [{ deleted: true }, 'order-refunded', 'nobody'],
  ] as const)('%j: an activity of the kind %s is %s', (facts, type, status) => {
    const record = person({ id: 'gone', email }, { facts })
    for (const [candidates, known] of [
      [[record], undefined],
      [[], record],
    ] as const) {
      const planned = plan(order({ email }, { type }), candidates, base, known)
      expect(planned.status).toBe(status)
      expect(planned.subjects).not.toContain(status === 'matched' ? 'new:1' : 'gone')
    }
  })
})

const bo = person({ id: 'bo', email: 'Bo@Example.com' })
const boByPhone = person({ id: 'phone', phone: '+4790000000' })
const boWithBoth = person({ id: 'both', email: 'other@example.com', phone: '+4790000000' })
const older = person({ id: 'older', email: 'bo@example.com', createdAt: '2025-01-01T00:00:00.000Z' })
const boAccount = person({ id: 'account', email: 'bo@example.com', account: enabled() })

function enabled() {
  return { type: 'account', state: 'ENABLED', blocked: false } as const
}

describe('whose an activity is', () => {
  it.each([
    ['the email decides', { email: 'BO@example.com' }, [bo], 'bo', null],
    ['a stranger’s email does not', { email: 'eve@example.com' }, [bo], null, null],
    [
      'the email comes before the phone',
      { email: 'bo@example.com', phone: '+4790000000' },
      [boByPhone, bo],
      'bo',
      ['phone'],
    ],
    [
      'the phone, where the record has no email',
      { email: 'x@example.com', phone: '+4790000000' },
      [boByPhone],
      'phone',
      null,
    ],
    ['the phone, where the activity has no email', { phone: '+4790000000' }, [boWithBoth], 'both', null],
    [
      'not the phone, where both have an email',
      { email: 'x@example.com', phone: '+4790000000' },
      [boWithBoth],
      null,
      ['both'],
    ],
    ['of two the older', { email: 'bo@example.com' }, [bo, older], 'older', ['bo']],
    [
      'of two just as old, the first by id',
      { email: 'bo@example.com' },
      [bo, { ...bo, customer: { ...bo.customer, id: 'a' } }],
      'a',
      ['bo'],
    ],
    ['nobody by nothing', { firstName: 'Bo' }, [bo, boByPhone], null, null],
  ] as const)('%s', (_name, who, candidates, expected, duplicates) => {
    const planned = plan(order(who), candidates)
    expect(planned.subjects).toEqual([expected ?? 'new:1'])
    const doubt = planned.warnings.find(({ code }) => code === 'activity.possible-duplicate')
    expect(doubt?.params?.['customers'] ?? null).toEqual(duplicates)
  })

  it('a match by phone alone under another name is doubtful', () => {
    const record = person({ id: 'p', phone: '+4790000000', firstName: 'Ada' })
    expect(told(plan(order({ phone: '+4790000000', firstName: 'Bo' }), [record]))).toEqual([
      'activity.possible-duplicate person',
    ])
    expect(told(plan(order({ phone: '+4790000000', firstName: 'ADA' }), [record]))).toEqual([])
    expect(told(plan(order({ phone: '+4790000000', firstName: 'Bo' }), [record], base, record))).toEqual([])
    const emailed = person({ id: 'p', email: 'bo@example.com', firstName: 'Ada' })
    expect(told(plan(order({ email: 'bo@example.com', firstName: 'Bo' }), [emailed]))).toEqual([])
    const withEmail = order({ email: 'x@example.com', phone: '+4790000000', firstName: 'Bo' })
    expect(told(plan(withEmail, [record]))).toEqual(['activity.possible-duplicate person'])
    const both = person({ ...boWithBoth.customer, firstName: 'Ada' })
    expect(told(plan(order({ phone: '+4790000000', firstName: 'Bo' }), [both]))).toEqual([
      'activity.possible-duplicate person',
    ])
  })

  it('a match by email is not doubtful, however the mailbox is written', () => {
    const shop = under({ emailKey: { ignoreTags: true, ignoreDots: true } })
    const record = person({ id: 'p', email: 'b.o+shop@example.com', firstName: 'Ada' })
    const planned = plan(order({ email: 'bo@example.com', firstName: 'Bo' }), [record], shop)
    expect(planned.subjects).toEqual(['p'])
    expect(told(planned)).toEqual([])
  })

  it('an email that two hold is still the older one’s, and only doubtful', () => {
    const planned = plan(order({ email: 'bo@example.com' }), [bo, older])
    expect(planned.result?.email).toBe('bo@example.com')
    expect(told(planned)).toEqual(['activity.possible-duplicate person'])
  })

  it('C-6 a match by a mailbox that is written otherwise is a match by email', () => {
    const tagged = person({ id: 'p', email: 'bo+shop@example.com', firstName: 'Ada' })
    const shop = under({ emailKey: { ignoreTags: true } })
    const planned = plan(order({ email: 'bo@example.com', firstName: 'Bo' }), [tagged], shop)
    expect([planned.subjects, told(planned)]).toEqual([['p'], []])
  })

  it('the host knows better than any contact', () => {
    const planned = plan(order({ email: 'bo@example.com' }, { customer: 'phone' }), [bo], base, boByPhone)
    expect(planned.subjects).toEqual(['phone'])
    expect(told(planned)).toEqual([
      'activity.possible-duplicate person',
      'activity.contact-taken person email',
    ])
    expect(planned.result?.email).toBe(null)
  })

  it('a placeholder identifies nobody', () => {
    const shop = under({ ignore: ['*@marketplace.example'] })
    const record = person({ id: 'm', email: 'buyer@marketplace.example', phone: '+4790000000' })
    const email = 'buyer@marketplace.example'
    expect(plan(order({ email, firstName: 'Bo' }), [record], shop).status).toBe('created')
    expect(plan(order({ email, phone: '+4790000000' }), [record], shop).subjects).toEqual(['m'])
    const nameless = plan(order({ email, phone: '+4790000000' }), [boByPhone], shop)
    expect(nameless.subjects).toEqual(['phone'])
    expect(nameless.result?.email).toBe(null)
  })

  it('per account type, whoever is not logged in is a guest', () => {
    const shop = under({ email: 'per-account-type' })
    expect(plan(order({ email: 'bo@example.com' }), [boAccount], shop).status).toBe('created')
    expect(plan(order({ email: 'bo@example.com' }), [boAccount, bo], shop).subjects).toEqual(['bo'])
    expect(plan(order({ email: 'bo@example.com' }), [boAccount], shop, boAccount).subjects).toEqual([
      'account',
    ])
    expect(plan(order({ email: 'bo@example.com' }), [boAccount]).subjects).toEqual(['account'])
  })
})

describe('what a profile lacks', () => {
  const full = {
    firstName: 'Bo',
    lastName: 'Berg',
    email: 'bo@example.com',
    phone: '+4790000000',
    locale: 'nb',
    source: 'www',
  }
  const kept = { ...full, email: 'Bo@Example.com', phone: '+4791111111', locale: 'pl', source: 'pos' }

  it('is filled in, and nothing is overwritten', () => {
    expect(plan(order(full), [bo]).result).toMatchObject({ ...full, email: 'Bo@Example.com', updatedAt: now })
    expect(plan(order(full), [person({ id: 'bo', ...kept })]).result).toMatchObject(kept)
    expect(plan(order(full), [boByPhone]).result?.email).toBe('bo@example.com')
  })

  it.each([
    ['a last name to the same first name', { firstName: 'bo' }, { firstName: 'bo', lastName: 'Berg' }],
    ['no last name to another first name', { firstName: 'Ada' }, { firstName: 'Ada', lastName: null }],
    ['no first name to another last name', { lastName: 'Falk' }, { firstName: null, lastName: 'Falk' }],
  ])('never half a name: %s', (_name, before, after) => {
    expect(
      plan(order(full), [person({ id: 'bo', email: 'bo@example.com', ...before })]).result,
    ).toMatchObject(after)
  })

  it('an address that is new comes at the end, and an equal one is no second', () => {
    const [oslo, bergen] = [{ city: 'Oslo' }, { city: 'Bergen' }]
    const first = plan(order({ ...full, addresses: [oslo, bergen] }), [bo])
    expect(first.result?.addresses.map(({ city }) => city)).toEqual(['Oslo', 'Bergen'])
    const record = { ...bo, customer: first.result! }
    const second = plan(order({ ...full, addresses: [bergen], billingDetails: [{ taxId: '1' }] }), [record])
    expect(second.result?.addresses).toEqual(first.result?.addresses)
    expect(second.result?.defaultBillingDetailsId).toBe('new:3')
    expect(second.touches.map(({ path }) => path[0])).toContain('defaultBillingDetailsId')
    expect(second.touches.map(({ path }) => path[0])).not.toContain('addresses')
  })

  it.each([
    ['an address and another', 9999, ['Oslo', 'Bergen'], 10_000, ['activity.value-ignored person addresses']],
    ['the last that there is room for', 9999, ['Oslo'], 10_000, []],
    ['one that is there already', 10_000, ['9999'], 10_000, []],
  ])('E-4 gets no more addresses than a customer can have: %s', (_what, count, cities, length, warnings) => {
    const addresses = Array.from({ length: count }, (_, at) => ({
      ...blankAddress,
      id: `${at}`,
      city: `${at}`,
    }))
    const full = person({ id: 'bo', email: 'bo@example.com', addresses, defaultAddressId: '0' })
    const planned = plan(order({ email: 'bo@example.com', addresses: cities.map((city) => ({ city })) }), [
      full,
    ])
    expect(planned.result?.addresses).toHaveLength(length)
    const ignored = planned.warnings.filter(({ code }) => code === 'activity.value-ignored')
    expect(ignored.map(({ code, path }) => [code, ...path].join(' '))).toEqual(warnings)
  })

  it('E-1 rests on the revision that was read, and only where something is written', () => {
    const filled = plan(order(full), [bo], counted)
    expect(filled.changeSet.expects).toEqual([{ id: 'bo', revision: bo.revision }])
    expect(kinds(filled)).toEqual(['put', 'count', 'order-placed'])
    const nothing = plan(order({ email: 'bo@example.com' }), [bo], counted)
    expect(nothing.changeSet.expects).toEqual([])
    expect(kinds(nothing)).toEqual(['count', 'order-placed'])
    expect(nothing.touches).toEqual([{ path: ['email'], before: 'Bo@Example.com', after: 'Bo@Example.com' }])
    expect(nothing.result).toEqual(bo.customer)
  })

  it('is left out where another profile holds it', () => {
    const planned = plan(order({ email: 'x@example.com', phone: '+4790000000' }), [boWithBoth])
    expect(planned.result).toMatchObject({ email: 'x@example.com', phone: null })
    expect(planned.warnings).toEqual([
      { code: 'activity.possible-duplicate', path: ['person'], params: { customers: ['both'] } },
      { code: 'activity.contact-taken', path: ['person', 'phone'], params: { id: 'both' } },
    ])
    const shared = plan(
      order({ email: 'x@example.com', phone: '+4790000000' }),
      [boWithBoth],
      under({ phone: 'not-unique' }),
    )
    expect(shared.result?.phone).toBe('+4790000000')
  })

  it('is not filled by what was cancelled or paid back', () => {
    for (const type of ['order-cancelled', 'order-refunded'] as const) {
      const planned = plan(order(full, { type }), [bo], counted)
      expect(kinds(planned)).toEqual(['count', type])
      expect(planned).toMatchObject({ status: 'matched', touches: [], result: bo.customer })
    }
  })
})

describe('what counts', () => {
  const amount = { minor: 1250, currency: 'EUR' }
  const nothing = { orders: 0, spent: null, orderAt: null, abandonedCheckoutAt: null }

  it.each<[string, Activity, StatisticsDelta]>([
    ['an order', order({}, { amount }), { ...nothing, orders: 1, spent: amount, orderAt: then }],
    ['an order of unknown worth', order(), { ...nothing, orders: 1, orderAt: then }],
    [
      'a cancelled order, which subtracts',
      order({}, { type: 'order-cancelled', amount }),
      { ...nothing, orders: -1, spent: { minor: -1250, currency: 'EUR' } },
    ],
    [
      'a refund, which leaves the order',
      order({}, { type: 'order-refunded', amount }),
      { ...nothing, spent: { minor: -1250, currency: 'EUR' } },
    ],
    [
      'a refund of nothing',
      order({}, { type: 'order-refunded', amount: { ...amount, minor: 0 } }),
      { ...nothing, spent: { minor: 0, currency: 'EUR' } },
    ],
    ['a refund nobody knows the worth of', order({}, { type: 'order-refunded' }), nothing],
    [
      'an abandoned checkout',
      { id: 'c', type: 'checkout-abandoned', at: then },
      { ...nothing, abandonedCheckoutAt: then },
    ],
  ])('%s', (_name, activity, delta) => {
    const { changeSet, warnings } = plan(activity, [], counted, bo)
    expect(warnings).toEqual([])
    expect(changeSet.changes.filter(({ type }) => type === 'count')).toEqual([
      { type: 'count', id: 'bo', activityId: activity.id, delta },
    ])
    expect(kinds(plan(activity, [], base, bo))).not.toContain('count')
  })

  it.each([
    ['sign-ups', signUp({}, {})],
    ['registrations', registration({}, true)],
  ])('not %s', (_name, activity) => {
    expect(kinds(plan(activity, [], counted, bo))).not.toContain('count')
  })
})

describe('consent that comes with an activity', () => {
  const yes = { state: 'SUBSCRIBED' }
  const consentOf = (
    activity: Activity,
    candidates: readonly CustomerRecord[] = [],
    known?: CustomerRecord,
  ) => {
    const planned = plan(activity, candidates, base, known)
    const { emailMarketingConsent, smsMarketingConsent } = planned.result!
    return { email: emailMarketingConsent, sms: smsMarketingConsent, told: told(planned), planned }
  }

  it('C-1, E-6 is kept with state, level, source and time, and stands on the timeline', () => {
    const { email, planned } = consentOf(
      signUp({ email: 'bo@example.com' }, { email: { ...yes, source: ' footer ' } }),
    )
    expect(email).toEqual({
      state: 'SUBSCRIBED',
      optInLevel: 'SINGLE_OPT_IN',
      updatedAt: then,
      source: 'footer',
    })
    expect(planned.changeSet.changes.at(-1)).toEqual({
      type: 'event',
      id: 'form-1/event/3',
      customer: 'new:1',
      at: now,
      event: {
        kind: 'consent-changed',
        by: { type: 'system', id: null },
        channel: 'email',
        before: 'NOT_SUBSCRIBED',
        state: 'SUBSCRIBED',
        optInLevel: 'SINGLE_OPT_IN',
        since: then,
        source: 'footer',
      },
    })
  })

  it('is per channel, and pending until a message has confirmed it', () => {
    const { email, sms } = consentOf(
      signUp(
        { email: 'bo@example.com', phone: '+4790000000' },
        { email: { state: 'PENDING' }, sms: { ...yes, optInLevel: 'UNKNOWN' } },
      ),
    )
    expect(email).toMatchObject({ state: 'PENDING', optInLevel: 'CONFIRMED_OPT_IN', source: null })
    expect(sms).toMatchObject({ state: 'SUBSCRIBED', optInLevel: 'UNKNOWN' })
  })

  it.each([
    ['text', 'yes', 'activity.value-ignored consents email'],
    ['a no', { state: 'UNSUBSCRIBED' }, 'activity.value-ignored consents email'],
    ['an odd level', { ...yes, optInLevel: 'TRIPLE' }, 'activity.value-ignored consents email'],
    ['a source that is none', { ...yes, source: 7 }, 'activity.value-ignored consents email'],
    [
      'a pending one that needs no confirmation',
      { state: 'PENDING', optInLevel: 'SINGLE_OPT_IN' },
      'consent.level-not-allowed consents email optInLevel',
    ],
    ['a source that is too long', { ...yes, source: 'x'.repeat(256) }, 'text.too-long consents email source'],
  ])('is nothing when it is %s', (_name, given, expected) => {
    const { email, told } = consentOf(signUp({ email: 'bo@example.com' }, { email: given }))
    expect(email.state).toBe('NOT_SUBSCRIBED')
    expect(told).toEqual([expected])
  })

  it.each([
    ['NOT_SUBSCRIBED', null, yes, 'SUBSCRIBED'],
    ['PENDING', 'CONFIRMED_OPT_IN', yes, 'SUBSCRIBED'],
    ['UNSUBSCRIBED', null, { state: 'PENDING' }, 'PENDING'],
    ['SUBSCRIBED', 'SINGLE_OPT_IN', { ...yes, optInLevel: 'CONFIRMED_OPT_IN' }, 'confirmed'],
    ['SUBSCRIBED', 'SINGLE_OPT_IN', yes, 'as before'],
    ['SUBSCRIBED', 'CONFIRMED_OPT_IN', yes, 'as before'],
    ['SUBSCRIBED', null, { state: 'PENDING' }, 'as before'],
    ['PENDING', 'CONFIRMED_OPT_IN', { state: 'PENDING' }, 'as before'],
    ['REDACTED', null, yes, 'not allowed'],
  ] as const)('E-6 after %s, %s: %j makes it %s', (state, optInLevel, given, expected) => {
    const kept = { state, optInLevel, updatedAt: '2026-01-01T00:00:00.000Z', source: 'before' }
    const record = person({ id: 'bo', email: 'bo@example.com', emailMarketingConsent: kept })
    const { email, told, planned } = consentOf(signUp({}, { email: given }), [record], record)
    const isKept = expected === 'as before' || expected === 'not allowed'
    if (isKept) expect(email).toEqual(kept)
    else expect(email).toMatchObject({ updatedAt: then, source: null })
    if (expected === 'confirmed') expect(email.optInLevel).toBe('CONFIRMED_OPT_IN')
    else if (!isKept) expect(email.state).toBe(expected)
    expect(told).toEqual(
      expected === 'not allowed' ? ['consent.transition-not-allowed consents email state'] : [],
    )
    expect(kinds(planned)).toEqual(
      isKept ? ['signed-up'] : ['put', 'signed-up', 'consent-superseded', 'consent-changed'],
    )
  })

  it.each([
    [null, []],
    [undefined, []],
    ['all', ['activity.value-ignored consents']],
    [{ email: null }, ['activity.value-ignored consents email']],
    [{ email: undefined }, []],
  ])('may be left out: %j', (consents, expected) => {
    expect(consentOf(signUp({ email: 'bo@example.com' }, consents as object)).told).toEqual(expected)
  })

  it('needs the contact for which it was given', () => {
    const sms = signUp({ email: 'bo@example.com' }, { sms: yes })
    expect(consentOf(sms).told).toEqual(['consent.contact-missing consents sms'])
    const elsewhere = plan(signUp({ email: 'new@example.com' }, { email: yes }), [], base, bo)
    const tagged = signUp({ email: 'bo+news@example.com' }, { email: yes })
    expect(told(plan(tagged, [], base, bo))).toEqual(['consent.contact-missing consents email'])
    expect(told(plan(tagged, [], under({ emailKey: { ignoreTags: true } }), bo))).toEqual([])
    expect(told(elsewhere)).toEqual(['consent.contact-missing consents email'])
    expect(
      plan(signUp({ email: 'BO@example.com' }, { email: yes }), [], base, bo).result?.emailMarketingConsent
        .state,
    ).toBe('SUBSCRIBED')
    expect(plan(signUp({}, { email: yes }), [], base, bo).result?.emailMarketingConsent.state).toBe(
      'SUBSCRIBED',
    )
  })

  it('does not count after a later no, and says nothing twice', () => {
    const no = { state: 'UNSUBSCRIBED', optInLevel: null, updatedAt: now, source: null } as const
    const unsubscribed = person({ id: 'bo', email: 'bo@example.com', emailMarketingConsent: no })
    const { email, told } = consentOf(signUp({ email: 'bo@example.com' }, { email: yes }), [unsubscribed])
    expect(email).toEqual(no)
    expect(told).toEqual(['consent.outdated consents email updatedAt'])
    const subscribed = { ...no, state: 'SUBSCRIBED', updatedAt: then } as const
    const record = person({ id: 'bo', email: 'bo@example.com', emailMarketingConsent: subscribed })
    expect(kinds(consentOf(signUp({ email: 'bo@example.com' }, { email: yes }), [record]).planned)).toEqual([
      'signed-up',
    ])
  })
})

describe('a registration with the email of a guest', () => {
  const guest = bo
  const both = under({ email: 'per-account-type' })
  const rules = [
    ['never', false, false],
    ['never', true, false],
    ['when-email-confirmed', false, false],
    ['when-email-confirmed', true, true],
    ['same-email', false, true],
    ['same-email', true, true],
  ] as const

  it.each(rules)(
    'under %s, the email confirmed: %j, takes the profile over: %j',
    (rule, confirmed, isTaken) => {
      const shop = under({ email: 'per-account-type' }, rule)
      const planned = plan(registration({ email: 'bo@example.com' }, confirmed), [guest], shop)
      expect(planned.subjects).toEqual([isTaken ? 'bo' : 'new:1'])
      expect(planned.result?.account).toEqual(enabled())
      expect(told(planned)).toEqual(isTaken ? [] : ['activity.possible-duplicate person'])
      expect(planned.touches.some(({ path }) => path[0] === 'account')).toBe(isTaken)
    },
  )

  it.each(rules)(
    'under %s, confirmed: %j, and one email for all: %j, else it waits',
    (rule, confirmed, isTaken) => {
      const planned = plan(
        registration({ email: 'bo@example.com', firstName: 'Eve' }, confirmed),
        [guest],
        under({}, rule),
      )
      expect(planned.status).toBe(isTaken ? 'matched' : 'held-back')
      if (isTaken) return
      expect(planned).toMatchObject({ result: null, subjects: [], touches: [], changeSet: { changes: [] } })
      expect(planned.warnings.at(-1)).toEqual({
        code: 'activity.account-held-back',
        path: ['person'],
        params: { customers: ['bo'], rule },
      })
    },
  )

  it('needs no proof where the host knows whose it is, or the account is in use', () => {
    expect(
      plan(registration({ email: 'bo@example.com' }, false), [guest], base, guest).result?.account.type,
    ).toBe('account')
    expect(plan(registration({ email: 'bo@example.com' }, false), [boAccount]).subjects).toEqual(['account'])
  })

  it('counts an invitation as no proof, and takes the account before the guest', () => {
    const invited = person({
      id: 'invited',
      email: 'bo@example.com',
      account: { ...enabled(), state: 'INVITED' },
    })
    expect(plan(registration({ email: 'bo@example.com' }, false), [invited]).status).toBe('held-back')
    expect(plan(registration({ email: 'bo@example.com' }, true), [invited]).result?.account.state).toBe(
      'ENABLED',
    )
    expect(plan(registration({ email: 'bo@example.com' }, true), [older, boAccount], both).subjects).toEqual([
      'account',
    ])
    expect(plan(order({ email: 'bo@example.com' }), [older, boAccount]).subjects).toEqual(['older'])
  })

  it('C-8 leaves blocked who is blocked', () => {
    const blocked = person({
      id: 'bo',
      email: 'bo@example.com',
      account: { type: 'guest', state: 'DISABLED', blocked: true },
    })
    expect(plan(registration({ email: 'bo@example.com' }, true), [blocked]).result?.account).toEqual({
      ...enabled(),
      blocked: true,
    })
  })

  it.each([
    ['registers while blocked', registration({ email: 'bo@example.com' }, true), true, ['block']],
    ['registers', registration({ email: 'bo@example.com' }, true), false, []],
    ['buys while blocked', order({ email: 'bo@example.com' }), true, []],
    ['may not take the blocked profile over', registration({ email: 'bo@example.com' }, false), true, []],
  ])('C-8 of whoever %s the identity system is told: %j', (_who, activity, isBlocked, actions) => {
    const bo = person({
      id: 'bo',
      email: 'bo@example.com',
      account: { type: 'guest', state: 'DISABLED', blocked: isBlocked },
    })
    const { outbox } = plan(activity, [bo]).changeSet
    expect(outbox).toEqual(
      actions.map((action) => ({
        id: `${activity.id}/account/1`,
        type: 'account',
        customer: 'bo',
        action,
        link: null,
      })),
    )
  })

  it('is nobody’s by phone, which proves no mailbox', () => {
    const planned = plan(registration({ email: 'x@example.com', phone: '+4790000000' }, true), [boByPhone])
    expect(planned.result).toMatchObject({ id: 'new:1', phone: null })
    const alone = plan(registration({ phone: '+4790000000' }, true), [boByPhone])
    expect(alone.status).toBe('held-back')
  })
})

describe('bad data', () => {
  const long = 'x'.repeat(100_000)

  it.each([
    ['an email', { email: 'no email' }, ['email.invalid person email']],
    ['a number', { phone: '123' }, ['phone.invalid person phone']],
    ['a name', { firstName: 'x'.repeat(256) }, ['text.too-long person firstName']],
    ['a hostile name', { firstName: long }, ['activity.value-ignored person firstName']],
    [
      'a name as long as any text may be',
      { firstName: 'x'.repeat(20_000) },
      ['text.too-long person firstName'],
    ],
    [
      'a name longer than any text may be',
      { firstName: 'x'.repeat(20_001) },
      ['activity.value-ignored person firstName'],
    ],
    ['NUL', { firstName: 'a\u0000' }, ['text.not-storable person firstName']],
    ['a language', { locale: '!' }, ['customer.locale-unknown person locale']],
    ['a text that is a number', { source: 7 }, ['activity.value-ignored person source']],
    ['a book that is none', { addresses: {} }, ['activity.value-ignored person addresses']],
    ['a book of nothing', { billingDetails: [null] }, ['activity.value-ignored person billingDetails']],
    [
      'a book without end',
      { addresses: Array.from({ length: 51 }, () => ({})) },
      ['activity.value-ignored person addresses'],
    ],
    ['nothing', { addresses: null, firstName: null, billingDetails: undefined, email: undefined }, []],
    ['fields of others', { __proto__: 1, constructor: 'x', note: 'n' }, []],
  ])('is left out, with a warning: %s', (_name, given, expected) => {
    const planned = plan(order({ lastName: 'Berg', ...given } as ActivityPerson))
    expect(planned.warnings.map(({ code, path }) => [code, ...path].join(' '))).toEqual(expected)
  })

  it('keeps as many addresses as one activity may name', () => {
    const addresses = Array.from({ length: 50 }, (_, number) => ({
      address1: `Storgata ${number}`,
      city: 'Oslo',
      zip: '0155',
      countryCode: 'NO',
    }))
    const planned = plan(order({ lastName: 'Berg', addresses }))
    expect(planned.result?.addresses).toHaveLength(50)
    expect(told(planned)).toEqual([])
  })

  it('costs no more of an address than it must', () => {
    const addresses = [{}, { city: 'Oslo', zip: long.slice(0, 300), countryCode: '??', phone: '12' }]
    const billingDetails = [
      { taxId: 5, city: 'x'.repeat(300) },
      { taxId: 'y'.repeat(300), city: 'Oslo' },
    ] as object[]
    const planned = plan(order({ lastName: 'Berg', addresses, billingDetails }))
    expect(planned.result?.addresses).toMatchObject([
      { city: 'Oslo', zip: null, countryCode: null, phone: '12' },
    ])
    expect(planned.result?.billingDetails).toMatchObject([{ city: 'Oslo', taxId: null }])
    expect(told(planned)).toEqual(
      expect.arrayContaining([
        'text.too-long person addresses 0 zip',
        'address.country-invalid person addresses 0 countryCode',
        'phone.invalid person addresses 0 phone',
      ]),
    )
  })

  it('A-0 never refuses military mail, whatever the policy', () => {
    const refuse = definePolicy(policies.shopify, { military: { level: 'merchant', severity: 'refuse' } })
    const addresses = [{ address1: 'PSC 1', city: 'APO', provinceCode: 'AE', countryCode: 'US' }]
    const planned = plan(order({ lastName: 'Berg', addresses }), [], { ...base, policy: refuse })
    expect(planned.result?.addresses).toHaveLength(1)
    expect(told(planned)).toContain('military.box-missing person addresses 0 address1')
  })

  it.each([[undefined], [null], ['Bo'], [[]]])('may be the whole person: %j', (who) => {
    const planned = plan(order({}, { person: who }), [], counted, bo)
    expect(planned.status).toBe('matched')
    expect(told(planned)).toEqual(who === undefined || who === null ? [] : ['activity.value-ignored person'])
  })

  it.each([
    ['no instant', { at: 'yesterday' }, ['activity.value-ignored at'], now],
    ['no text', { at: 5 }, ['activity.value-ignored at'], now],
    ['ahead of the clock', { at: '2027-01-01T00:00:00.000Z' }, [], now],
    ['past', { at: then }, [], then],
  ])('as a time that is %s reads as now', (_name, changes, expected, at) => {
    const planned = plan(order({ lastName: 'Berg' }, changes), [], counted)
    expect(told(planned)).toEqual(expected)
    expect(planned.changeSet.changes[1]).toMatchObject({ type: 'count', delta: { orderAt: at } })
  })

  it.each([
    [{ minor: 1.5, currency: 'EUR' }],
    [{ minor: -1, currency: 'EUR' }],
    [{ minor: 2 ** 60, currency: 'EUR' }],
    [{ minor: 1, currency: 'eur' }],
    [{ minor: 1, currency: 978 }],
    [{ minor: 1, currency: ['EUR'] }],
    [{ minor: 1, currency: 'EURO' }],
    [{ minor: 1, currency: 'xEUR' }],
    [new Amount()],
    [12.5],
  ])('as an amount counts no money: %j', (amount) => {
    const planned = plan(order({ lastName: 'Berg' }, { amount }), [], counted)
    expect(told(planned)).toEqual(['activity.value-ignored amount'])
    expect(planned.changeSet.changes[1]).toMatchObject({ delta: { orders: 1, spent: null } })
  })

  it.each([
    ['no id', { id: undefined }],
    ['a blank id', { id: ' ' }],
    ['an endless id', { id: long }],
    ['an id that no store keeps', { id: 'a\ud800' }],
    ['no kind', { type: undefined }],
    ['a kind of every object', { type: 'constructor' }],
  ])('is refused only where there is no activity: %s', (_name, changes) => {
    const outcome = planActivity({ candidates: [], activity: order({}, changes) }, buildContext(base))
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code.split('.')[0])).toEqual(['shape'])
  })
})

describe('whom to ask the store for', () => {
  it.each([
    [
      { email: 'BO@Example.com', phone: '90 00 00 00' },
      { emails: ['bo@example.com'], phones: ['+4790000000'] },
    ],
    [{ email: 'nonsense' }, { emails: [], phones: [] }],
  ])('is told by the contacts that can be read: %j', (who, expected) => {
    const shop = buildContext({ ...base, shop: { country: 'NO' } })
    expect(activityIdentities(order(who), shop)).toEqual(expected)
    expect(activityIdentities(order(who, { type: 'constructor' }), shop)).toEqual({ emails: [], phones: [] })
  })
})

describe('a store that cannot hold every field', () => {
  const shop: ContextOverrides = {
    ...base,
    store: { notStored: ['source', 'addresses', 'emailMarketingConsent', 'account'] },
  }

  it('is told what was left out, by name', () => {
    const given = { email: 'bo@example.com', source: 'www', addresses: [{ city: 'Oslo' }] }
    const planned = plan(signUp(given, { email: { state: 'SUBSCRIBED' } }), [], shop)
    expect(planned.result).toMatchObject({
      source: null,
      addresses: [],
      emailMarketingConsent: { state: 'NOT_SUBSCRIBED' },
    })
    expect(told(planned)).toEqual([
      'capability.field-not-stored person source',
      'capability.field-not-stored person addresses',
      'capability.field-not-stored consents email',
    ])
    const said = { lastName: 'Berg', addresses: null, source: null } as unknown as ActivityPerson
    expect(told(plan(order(said), [], shop))).toEqual([])
    const registered = plan(registration({ email: 'bo@example.com' }, true), [], shop)
    expect(registered.result?.account.type).toBe('guest')
    expect(told(registered)).toEqual(['capability.field-not-stored account'])
  })
})

describe('the plan of an activity', () => {
  it('says in its summary what happened, and to whom', () => {
    const summary = { planner: 'activity', activity: 'order-placed' }
    const made = plan(order({ email: 'bo@example.com' }))
    expect(made.planner).toBe('activity')
    expect(made.changeSet.summary).toEqual({ ...summary, status: 'created', customer: 'new:1' })
    const matched = plan(order({ email: 'bo@example.com' }), [bo])
    expect(matched.changeSet.summary).toEqual({ ...summary, status: 'matched', customer: 'bo' })
    expect(plan(order()).changeSet.summary).toEqual({ ...summary, status: 'nobody', customer: null })
  })

  it('survives JSON, and is the same each time', () => {
    const activity = order({ email: 'bo@example.com', addresses: [{ city: 'Oslo' }] })
    expect(JSON.parse(JSON.stringify(plan(activity)))).toEqual(plan(activity))
  })

  it('is recognised by its id and kind, whatever else a second delivery says', () => {
    const first = plan(order({ email: 'bo@example.com' }))
    expect(first.changeSet.request).toBe(activityRequest(order()))
    expect(first.changeSet.request).toBe(
      requestOf('activity', [], { id: 'order-7/placed', type: 'order-placed' }),
    )
    const [one, again] = [order({ email: 'bo@example.com' }), order({ email: 'BO@example.com' })]
    expect(plan(again).changeSet.request).toBe(plan(one).changeSet.request)
    expect(plan({ ...one, id: 'order-8' }).changeSet.request).not.toBe(plan(one).changeSet.request)
    expect(plan(order({}, { type: 'order-refunded' })).changeSet.request).not.toBe(
      plan(one).changeSet.request,
    )
  })
})
