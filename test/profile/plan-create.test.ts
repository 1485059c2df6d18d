import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../src/contact/phone-parser.js'
import type { CustomerInput } from '../../src/customer/customer-input.js'
import { customerProblems } from '../../src/customer/customer-problems.js'
import type { Customer } from '../../src/customer/customer.js'
import { requestOf } from '../../src/plan/request.js'
import { createRequest, planCreate } from '../../src/profile/plan-create.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { buildContext } from '../../src/testing/build-context.js'
import { expectWithin, prototypeNames } from '../hostile-texts.js'

const context = buildContext({ key: 'key-7', now: '2026-11-22T09:00:00.000Z', parsePhone })
const codesOf = (wish: unknown): readonly string[] => {
  const outcome = planCreate(wish as CustomerInput, context)
  return outcome.ok ? [] : outcome.problems.map(({ code, path }) => [code, ...path].join(' '))
}

const places = [
  'firstName',
  'lastName',
  'company',
  'address1',
  'address2',
  'city',
  'provinceCode',
  'countryCode',
  'zip',
  'phone',
]
const texts = ['firstName', 'lastName', 'email', 'phone', 'locale', 'note', 'source']
const everywhere = (text: string): Record<string, unknown> => ({
  ...Object.fromEntries(texts.map((field) => [field, text])),
  tags: [text],
  addresses: [Object.fromEntries(places.map((field) => [field, text]))],
  billingDetails: [Object.fromEntries([...places, 'taxId'].map((field) => [field, text]))],
  emailMarketingConsent: { state: 'NOT_SUBSCRIBED', source: text },
  taxExemptions: [text],
  metafields: { [text]: text },
})

describe('planCreate', () => {
  it('C-4 plans one customer: a put with its claims, and an event', () => {
    const wish = { firstName: 'Anna', email: 'Anna@Example.com', phone: '+48 601 234 567', tags: ['vip'] }
    const outcome = planCreate(wish, context)
    expect(outcome.ok && outcome.value).toMatchObject({
      planner: 'create',
      wish,
      subjects: ['new:1'],
      touches: [
        { path: ['firstName'], before: null, after: 'Anna' },
        { path: ['email'], before: null, after: 'Anna@Example.com' },
        { path: ['phone'], before: null, after: '+48601234567' },
        { path: ['tags'], before: null, after: ['vip'] },
      ],
      warnings: [],
      result: { id: 'new:1', email: 'Anna@Example.com', phone: '+48601234567' },
    })
    expect(outcome.ok && outcome.value.changeSet).toEqual({
      key: 'key-7',
      request: expect.stringMatching(/^create:-?\d+(\/-?\d+){3}$/),
      expects: [],
      guards: [],
      changes: [
        {
          type: 'put',
          customer: outcome.ok && outcome.value.result,
          claims: ['email:anna@example.com', 'phone:+48601234567'],
          touches: outcome.ok && outcome.value.touches,
        },
        {
          type: 'event',
          id: 'key-7/event/1',
          customer: 'new:1',
          at: '2026-11-22T09:00:00.000Z',
          event: { kind: 'created', by: context.actor },
        },
      ],
      outbox: [],
      summary: { planner: 'create', customer: 'new:1' },
    })
  })

  it('E-6 has each consent on the timeline', () => {
    const consent = { state: 'SUBSCRIBED', optInLevel: 'SINGLE_OPT_IN', source: 'till' } as const
    const outcome = planCreate({ email: 'anna@example.com', emailMarketingConsent: consent }, context)
    const changes = outcome.ok ? outcome.value.changeSet.changes : []
    expect(changes.slice(1)).toMatchObject([
      { id: 'key-7/event/1', event: { kind: 'created' } },
      { id: 'key-7/event/2', event: { kind: 'consent-changed', channel: 'email', ...consent } },
    ])
  })

  it.each([
    [
      'a yes without a level',
      { state: 'SUBSCRIBED' },
      ['consent.level-missing emailMarketingConsent optInLevel'],
    ],
    ['a yes with one', { state: 'SUBSCRIBED', optInLevel: 'SINGLE_OPT_IN' }, []],
    [
      'what waits for a confirmation that nobody wants',
      { state: 'PENDING', optInLevel: 'SINGLE_OPT_IN' },
      ['consent.level-not-allowed emailMarketingConsent optInLevel'],
    ],
    ['what waits for a confirmation', { state: 'PENDING', optInLevel: 'CONFIRMED_OPT_IN' }, []],
    ['a no', { state: 'UNSUBSCRIBED' }, []],
    ['nothing said', { state: 'NOT_SUBSCRIBED' }, []],
    [
      'what nobody sets',
      { state: 'INVALID' },
      ['consent.transition-not-allowed emailMarketingConsent state'],
    ],
    [
      'a no of tomorrow',
      { state: 'UNSUBSCRIBED', updatedAt: '2026-11-22T09:00:00.001Z' },
      ['consent.in-future emailMarketingConsent updatedAt'],
    ],
    ['a no of now', { state: 'UNSUBSCRIBED', updatedAt: '2026-11-22T09:00:00.000Z' }, []],
    [
      'nothing said since tomorrow',
      { state: 'NOT_SUBSCRIBED', updatedAt: '2026-11-22T09:00:00.001Z' },
      ['consent.in-future emailMarketingConsent updatedAt'],
    ],
  ])('E-6 holds %s to the rules of any other word about marketing', (_case, emailMarketingConsent, codes) => {
    expect(codesOf({ email: 'anna@example.com', emailMarketingConsent })).toEqual(codes)
  })

  it.each<[string, CustomerInput, string[]]>([
    [
      'an address behind a blank one',
      { addresses: [{ city: ' ' }, { city: '<b>Oslo</b>' }] },
      ['address.html-tag addresses 1 city'],
    ],
    [
      'invoice data between blank ones',
      { billingDetails: [{}, { taxId: 'x'.repeat(256) }, {}] },
      ['text.too-long billingDetails 1 taxId'],
    ],
    [
      'a tag behind two of one text, a blank one and one that is there',
      { tags: ['a, b', ' ', 'A', 'x'.repeat(256)] },
      ['text.too-long tags 3'],
    ],
    [
      'a tax exemption, of which none is left out',
      { taxExemptions: ['', 'x'.repeat(256)] },
      ['text.too-long taxExemptions 1'],
    ],
    [
      'too many tags, of all of them',
      { tags: Array.from({ length: 251 }, (_, at) => `tag ${at}`) },
      ['customer.too-many-tags tags'],
    ],
  ])('C-4 tells what is wrong under the place at which it was typed: %s', (_what, wish, codes) => {
    expect(codesOf({ firstName: 'Anna', ...wish })).toEqual(codes)
  })

  it('C-4 tells doubts under the place at which it was typed, too', () => {
    const addresses = [{}, { address1: 'Storgata 5', city: 'Oslo', countryCode: 'NO', phone: '12' }]
    const outcome = planCreate({ firstName: 'Anna', addresses }, context)
    const warnings = outcome.ok ? outcome.warnings : []
    expect(warnings.map(({ code, path }) => [code, ...path].join(' '))).toEqual([
      'phone.invalid addresses 1 phone',
    ])
  })

  it('is refused by name for what the store cannot hold', () => {
    const store = buildContext({ parsePhone, store: { notStored: ['note', 'tags', 'source'] } })
    const outcome = planCreate({ firstName: 'Anna', note: 'n', tags: [], source: null }, store)
    expect(outcome.ok ? [] : outcome.problems).toEqual([
      { code: 'capability.field-not-stored', path: ['note'], params: { field: 'note' } },
    ])
    expect(planCreate({ firstName: 'Anna', note: undefined }, store).ok).toBe(true)
  })

  it('makes the same plan of the same wish, and the same request at any other time', () => {
    const wish = { firstName: 'Anna', tags: ['vip'] }
    expect(planCreate(wish, context)).toEqual(planCreate(wish, context))
    const later = planCreate(
      { tags: ['vip'], firstName: 'Anna', note: undefined },
      buildContext({ now: '2027-01-01T00:00:00.000Z' }),
    )
    const now = planCreate(wish, context)
    expect(later.ok && later.value.changeSet.request).toBe(now.ok && now.value.changeSet.request)
  })

  it('recognises the wish as it was wished, whatever is left out of it', () => {
    const emailMarketingConsent = { state: 'SUBSCRIBED', optInLevel: 'UNKNOWN' } as const
    const wish = { email: 'a@b.co', emailMarketingConsent, addresses: [{}] }
    const outcome = planCreate(wish, context)
    expect(outcome.ok && outcome.value.wish).toEqual(wish)
    expect(outcome.ok && outcome.value.changeSet.request).toBe(createRequest(wish))
    expect(createRequest(wish)).toBe(requestOf('create', [], wish))
  })

  it('touches only what the wish says something of', () => {
    const outcome = planCreate({ firstName: 'Anna', lastName: null, note: undefined }, context)
    expect(outcome.ok && outcome.value.touches).toEqual([
      { path: ['firstName'], before: null, after: 'Anna' },
      { path: ['lastName'], before: null, after: null },
    ])
  })

  it('holds the warnings in the plan, too', () => {
    const outcome = planCreate({ email: 'anna @example.com' }, context)
    expect(outcome.ok && outcome.warnings).toEqual([{ code: 'email.blanks-removed', path: ['email'] }])
    expect(outcome.ok && outcome.value.warnings).toEqual(outcome.ok && outcome.warnings)
  })

  it('refuses all at once', () => {
    expect(
      codesOf({
        firstName: 'a'.repeat(256),
        email: 'anna',
        phone: '601',
        tags: ['b'.repeat(256)],
        priceLevel: 11,
      }),
    ).toEqual([
      'phone.invalid phone',
      'text.too-long firstName',
      'email.invalid email',
      'text.too-long tags 0',
      'customer.price-level priceLevel',
    ])
  })

  it.each([
    ['no map', null, ['shape.wrong-type']],
    ['a list', [], ['shape.wrong-type']],
    ['a number for a name', { firstName: 7 }, ['shape.wrong-type firstName']],
    ['a text for tags', { tags: 'vip' }, ['shape.wrong-type tags']],
    ['a misspelt field', { fistName: 'Anna' }, ['shape.unknown-field']],
    ['a field that only the store gives', { firstName: 'Anna', id: '7' }, ['shape.unknown-field']],
    [
      'C-7 a guest with a login',
      { account: { type: 'guest', state: 'ENABLED', blocked: false } },
      ['shape.invalid-value account state'],
    ],
    [
      'no instant',
      { emailMarketingConsent: { state: 'SUBSCRIBED', updatedAt: 'today' } },
      ['shape.invalid-value emailMarketingConsent updatedAt'],
    ],
    ['no number', { priceLevel: Number.NaN }, ['shape.wrong-type priceLevel']],
    [
      'the mark of an erasure',
      { smsMarketingConsent: { state: 'REDACTED' } },
      ['shape.invalid-value smsMarketingConsent state'],
    ],
    ['metafields of a class', { metafields: new Date(0) }, ['shape.invalid-value metafields']],
  ])('refuses the shape of %s, and never throws', (_what, wish, codes) => {
    expect(codesOf(wish)).toEqual(codes)
  })

  it.each(prototypeNames)('refuses a field %s in JSON', (name) => {
    expect(codesOf(JSON.parse(`{"firstName": "Anna", "${name}": {"polluted": true}}`))).toEqual([
      'shape.unknown-field',
    ])
    expect(codesOf(JSON.parse(`{"firstName": "Anna", "addresses": [{"${name}": "x"}]}`))).toEqual([
      'shape.unknown-field addresses 0',
    ])
    expect(codesOf(JSON.parse(`{"firstName": "Anna", "metafields": {"${name}": 1}}`))).toEqual([
      'customer.metafield-invalid metafields',
    ])
    expect(({} as { polluted?: boolean }).polluted).toBe(undefined)
  })

  it('keeps a key of a prototype deep in a metafield as data', () => {
    const metafields = JSON.parse('{"host.any": {"__proto__": {"polluted": true}}}')
    const outcome = planCreate({ firstName: 'Anna', metafields }, context)
    expect(outcome.ok && JSON.stringify(outcome.value.result.metafields)).toBe(
      '{"host.any":{"__proto__":{"polluted":true}}}',
    )
    expect(({} as { polluted?: boolean }).polluted).toBe(undefined)
  })

  it('refuses a metafield of any depth without a stack overflow', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`)
    expect(codesOf({ firstName: 'Anna', metafields: { 'a.b': deep } })).toEqual([
      'customer.metafield-invalid metafields',
    ])
  })

  it.each(['tags', 'addresses', 'billingDetails', 'taxExemptions'])(
    'refuses a million wrong %s without judging one of them',
    (field) => {
      const wish = { firstName: 'Anna', [field]: Array.from({ length: 1_000_000 }, () => 1) }
      expect(codesOf(wish)).toEqual([`shape.too-long ${field}`])
      expectWithin(100, () => codesOf(wish))
    },
  )

  const megabytes = ['a', ' ', ',', '1', '😀', '@', '\0'].map((unit) => unit.repeat(1_000_000 / unit.length))

  it.each(Object.keys(everywhere('')))('refuses a megabyte in %s in a few milliseconds', (field) => {
    for (const megabyte of megabytes) {
      const wish = { firstName: 'Anna', [field]: everywhere(megabyte)[field] }
      expect(codesOf(wish)).not.toEqual([])
      expectWithin(30 * textsIn(wish[field]), () => codesOf(wish))
    }
  })

  it.each([
    ['within the ceilings', `canary,@\0${'x'.repeat(5_001)}`],
    ['beyond the ceilings', 'canary'.repeat(5_000)],
    ['short', 'canary'],
    ['short and not storable', 'canary\ud800'],
  ])('repeats nothing of a wish that is hostile in every field: %s', (_what, canary) => {
    const outcome = planCreate(everywhere(canary), context)
    expect(outcome.ok).toBe(false)
    expect(JSON.stringify(outcome)).not.toContain('canary')
  })

  it('gives a summary, guards and ids without personal data', () => {
    const wish = {
      ...everywhere('canary'),
      email: 'canary@example.com',
      phone: '',
      locale: '',
      metafields: {},
    }
    const addresses = [{ address1: 'canary', city: 'canary', countryCode: 'PL' }]
    const outcome = planCreate({ ...wish, addresses, billingDetails: [] }, context)
    const { changes, ...rest } = (outcome.ok && outcome.value.changeSet) || { changes: [] }
    expect(JSON.stringify([rest, changes[1]])).not.toContain('canary')
    expect(JSON.stringify(changes[0])).toContain('canary')
  })

  it('C-4 makes of any valid customer’s data a valid customer, as JSON, and the same whoever plans it', () => {
    fc.assert(
      fc.property(arbitraries(fc).customer, (customer) => {
        const wish = typedOf(customer)
        const outcome = planCreate(wish, context)
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
        const plan = outcome.value
        expect(customerProblems(plan.result)).toEqual([])
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
        expect(plan.result).toMatchObject(wish)
        expect(planCreate(JSON.parse(JSON.stringify(wish)), context)).toEqual(outcome)
      }),
      { numRuns: 500 },
    )
  })

  it('never throws, whatever it is given', () => {
    const names = fc.constantFrom(
      ...texts,
      'tags',
      'addresses',
      'metafields',
      'account',
      'emailMarketingConsent',
      '__proto__',
    )
    const wishes = fc.oneof(
      fc.anything(),
      fc.dictionary(names, fc.oneof(fc.anything(), fc.string({ unit: 'binary' }))),
    )
    fc.assert(
      fc.property(wishes, (wish) => typeof planCreate(wish as CustomerInput, context).ok === 'boolean'),
      { numRuns: 2000 },
    )
  })
})

/** How many texts stand in a value: each of them may take its few milliseconds. */
function textsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce<number>((sum, inner) => sum + textsIn(inner), 1)
}

/** What somebody would have typed to get this customer. */
function typedOf(customer: Customer): CustomerInput {
  const { addresses, billingDetails } = customer
  const fields = {
    ...customer,
    addresses: addresses.map(withoutId),
    billingDetails: billingDetails.map(withoutId),
  }
  const given = ['id', 'createdAt', 'updatedAt', 'defaultAddressId', 'defaultBillingDetailsId']
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !given.includes(field)))
}

function withoutId<A extends { readonly id: string }>({ id: _id, ...fields }: A): Omit<A, 'id'> {
  return fields
}
