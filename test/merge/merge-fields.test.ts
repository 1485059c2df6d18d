import { describe, expect, it } from 'vitest'
import { guestAccount } from '../../src/customer/account.js'
import type { Customer, Metafields } from '../../src/customer/customer.js'
import { planMerge } from '../../src/merge/plan-merge.js'
import { buildContext } from '../../src/testing/build-context.js'
import { fieldOf, mergeIntoFirst, people, planned } from './planned.js'

const texts = ['firstName', 'lastName', 'email', 'phone', 'locale', 'source'] as const

describe.each(texts)('the merged %s', (field) => {
  const plan = (values: readonly (string | null)[], kept?: string) =>
    mergeIntoFirst(
      values.map((value) => ({ [field]: value })),
      // the record whose email is kept lives on, so nobody else can be chosen with it
      kept === undefined ? {} : { keep: { [field]: kept }, survivor: field === 'email' ? undefined : '1' },
    )

  it("is the survivor's; the other is dropped", () => {
    expect(fieldOf(plan(['a', 'b']), field)).toEqual({
      kept: 'a',
      source: '1',
      rule: 'survivor',
      dropped: [{ id: '2', value: 'b' }],
    })
  })

  it.each([null, '', ' \t'])('is filled where the survivor has %j', (value) => {
    expect(fieldOf(plan([value, null, 'b', 'c']), field)).toEqual({
      kept: 'b',
      source: '3',
      rule: 'only-value',
      dropped: [{ id: '4', value: 'c' }],
    })
  })

  it('is empty where all are', () => {
    expect(fieldOf(plan([' ', null]), field)).toEqual({
      kept: null,
      source: null,
      rule: 'empty',
      dropped: [],
    })
  })

  it('is of the record that was chosen (M-2a)', () => {
    expect(fieldOf(plan(['a', 'b', 'a'], '2'), field)).toMatchObject({
      kept: 'b',
      source: '2',
      rule: 'chosen',
    })
    expect(fieldOf(plan(['a', 'b', 'a'], '2'), field).dropped).toEqual([
      { id: '1', value: 'a' },
      { id: '3', value: 'a' },
    ])
  })

  it('drops nothing where all agree', () => {
    expect(fieldOf(plan(['a', 'a']), field).dropped).toEqual([])
  })
})

const account = (part: Partial<Customer['account']>): Customer['account'] =>
  ({ type: 'account', state: 'ENABLED', blocked: false, ...part }) as Customer['account']

describe.each([
  ['priceLevel', 0, 7],
  ['taxExempt', false, true],
  ['taxExemptions', [], ['EU_REVERSE_CHARGE_EXEMPTION_RULE']],
  ['account', guestAccount, account({})],
] as const)('the merged %s follows the survivor', (field, little, much) => {
  it('even where it says nothing much', () => {
    const plan = mergeIntoFirst([{ [field]: little }, { [field]: much }])
    expect(fieldOf(plan, field)).toEqual({
      kept: little,
      source: '1',
      rule: 'survivor',
      dropped: [{ id: '2', value: much }],
    })
  })

  it('unless another record is chosen (M-2a)', () => {
    const plan = mergeIntoFirst([{ [field]: little }, { [field]: much }], { keep: { [field]: '2' } })
    expect(fieldOf(plan, field)).toEqual({
      kept: much,
      source: '2',
      rule: 'chosen',
      dropped: [{ id: '1', value: little }],
    })
  })
})

describe('the merged account', () => {
  it.each([
    [false, true, ['account-blocked']],
    [true, false, []],
    [false, false, []],
  ])('C-8 of one who was blocked (%j) and one who was (%j), the timeline says %j', (one, other, kinds) => {
    const { changeSet } = mergeIntoFirst([
      { account: account({ blocked: one }) },
      { account: account({ blocked: other }) },
    ])
    const events = changeSet.changes.flatMap((change) => (change.type === 'event' ? [change.event.kind] : []))
    expect(events.filter((kind) => kind.startsWith('account-'))).toEqual(kinds)
  })

  it.each([
    [false, true, true, 'blocked-if-either'],
    [true, false, true, 'survivor'],
    [true, true, true, 'survivor'],
    [false, false, false, 'survivor'],
  ])('C-8 with the survivor blocked %s and the other %s is blocked %s', (one, other, blocked, rule) => {
    const row = fieldOf(
      mergeIntoFirst([{ account: account({ blocked: one }) }, { account: account({ blocked: other }) }]),
      'account',
    )
    expect(row).toMatchObject({ kept: account({ blocked }), rule })
  })

  it.each([
    // the survivor, the other, whom the identity system is told to shut out, what the timeline says
    [guestAccount, account({}), 'disable', []],
    [account({ state: 'DISABLED' }), account({}), 'disable', []],
    [account({ state: 'DECLINED' }), account({}), 'disable', []],
    [account({ state: 'INVITED' }), account({}), null, []],
    [account({}), account({}), null, []],
    [guestAccount, account({ state: 'INVITED' }), null, []],
    [guestAccount, account({ blocked: true }), 'block', ['account-blocked']],
    [account({ blocked: true }), account({ state: 'DISABLED' }), 'block', []],
    [account({ blocked: true }), guestAccount, null, []],
  ])(
    'C-7, C-8 of %j, with %j absorbed, lets nobody in who has no account now',
    (one, other, action, kinds) => {
      const { changeSet } = mergeIntoFirst([{ account: one }, { account: other }])
      expect(
        changeSet.outbox.flatMap((effect) => (effect.type === 'account' ? [effect.action] : [])),
      ).toEqual(action === null ? [] : [action])
      const events = changeSet.changes.flatMap((change) =>
        change.type === 'event' ? [change.event.kind] : [],
      )
      expect(events.filter((kind) => kind.startsWith('account-'))).toEqual(kinds)
    },
  )

  it('C-7 of an account for which that of a guest is kept, says that it was shut', () => {
    const plan = mergeIntoFirst([{ account: account({}) }, { account: guestAccount }], {
      keep: { account: '2' },
    })
    expect(plan.result.customer.account).toEqual(guestAccount)
    expect(plan.changeSet.outbox).toMatchObject([{ type: 'account', customer: '1', action: 'disable' }])
    expect(plan.changeSet.changes).toContainEqual(
      expect.objectContaining({ event: expect.objectContaining({ kind: 'account-disabled' }) }),
    )
  })

  it('C-8 names who blocks it, and what is no longer so', () => {
    const blocked = account({ type: 'guest', state: 'DISABLED', blocked: true })
    expect(fieldOf(mergeIntoFirst([{ account: account({}) }, {}, { account: blocked }]), 'account')).toEqual({
      kept: account({ blocked: true }),
      source: ['1', '3'],
      rule: 'blocked-if-either',
      dropped: [
        { id: '1', value: account({}) },
        { id: '2', value: guestAccount },
        { id: '3', value: blocked },
      ],
    })
  })
})

describe('the merged id and times', () => {
  it("keeps the survivor's id", () => {
    expect(fieldOf(mergeIntoFirst([{}, {}, {}]), 'id')).toEqual({
      kept: '1',
      source: '1',
      rule: 'survivor',
      dropped: [
        { id: '2', value: '2' },
        { id: '3', value: '3' },
      ],
    })
  })

  it.each([
    ['2026-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z', '2'],
    ['2024-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z', '1'],
    ['2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z', '1'],
  ])('was created when the earliest of %s and %s was', (one, other, kept, source) => {
    const row = fieldOf(mergeIntoFirst([{ createdAt: one }, { createdAt: other }]), 'createdAt')
    expect(row).toMatchObject({ kept, source, rule: 'earliest' })
  })

  it('was updated now', () => {
    const plan = mergeIntoFirst([{}, {}], {}, { now: '2026-07-07T07:07:07.000Z' })
    expect(fieldOf(plan, 'updatedAt')).toMatchObject({
      kept: '2026-07-07T07:07:07.000Z',
      source: null,
      rule: 'now',
    })
  })
})

describe('the merged note', () => {
  it("M-1 joins by one space, the survivor's first, the others in the order given", () => {
    const records = people({ note: 'one' }, { note: 'two' }, { note: 'three' })
    const plan = planned(planMerge({ records, survivor: '2' }, buildContext()))
    expect(fieldOf(plan, 'note')).toEqual({
      kept: 'two one three',
      source: ['2', '1', '3'],
      rule: 'joined',
      dropped: [],
    })
  })

  it.each([
    ['the survivor', ['one', ' '], '1', 'survivor'],
    ['another', [' ', 'one'], '2', 'only-value'],
  ] as const)('is not touched where only %s has one', (_name, [one, other], source, rule) => {
    const row = fieldOf(mergeIntoFirst([{ note: one }, { note: other }]), 'note')
    expect(row).toEqual({ kept: 'one', source, rule, dropped: [] })
  })

  it('is empty where all are blank', () => {
    const row = fieldOf(mergeIntoFirst([{ note: ' ' }, { note: null }]), 'note')
    expect(row).toEqual({ kept: null, source: null, rule: 'empty', dropped: [] })
  })

  it('is what the wish says, whatever is chosen besides', () => {
    const parts = [{ note: 'one' }, { note: 'two' }]
    expect(fieldOf(mergeIntoFirst(parts, { note: ' new ', keep: { note: '2' } }), 'note')).toEqual({
      kept: ' new ',
      source: null,
      rule: 'edited',
      dropped: [
        { id: '1', value: 'one' },
        { id: '2', value: 'two' },
      ],
    })
  })

  it.each([null, '', ' \n'])('is none where the wish says %j', (note) => {
    expect(fieldOf(mergeIntoFirst([{ note: 'one' }, {}], { note }), 'note')).toMatchObject({
      kept: null,
      rule: 'edited',
    })
  })

  it('is of the record that was chosen', () => {
    const row = fieldOf(mergeIntoFirst([{ note: 'one' }, { note: 'two' }], { keep: { note: '2' } }), 'note')
    expect(row).toEqual({ kept: 'two', source: '2', rule: 'chosen', dropped: [{ id: '1', value: 'one' }] })
  })
})

describe('the merged tags', () => {
  it("E-3 unite folded, the survivor's spelling and order first; another spelling is dropped", () => {
    expect(
      fieldOf(mergeIntoFirst([{ tags: ['VIP', 'eu'] }, { tags: ['b2b', 'vip', 'eu'] }]), 'tags'),
    ).toEqual({
      kept: ['VIP', 'eu', 'b2b'],
      source: ['1', '2'],
      rule: 'united',
      dropped: [{ id: '2', value: ['vip'] }],
    })
  })

  it('name only who gave any', () => {
    expect(fieldOf(mergeIntoFirst([{ tags: [] }, { tags: ['vip'] }, { tags: ['vip'] }]), 'tags')).toEqual({
      kept: ['vip'],
      source: '2',
      rule: 'united',
      dropped: [],
    })
  })

  it('keep a tag whole that holds a comma', () => {
    expect(fieldOf(mergeIntoFirst([{ tags: ['a,b'] }, { tags: [] }]), 'tags').kept).toEqual(['a,b'])
  })

  it('are empty where all are', () => {
    const row = fieldOf(mergeIntoFirst([{}, {}]), 'tags')
    expect(row).toEqual({ kept: [], source: null, rule: 'empty', dropped: [] })
  })

  it('are what the wish says, normal as all tags are', () => {
    const parts = [{ tags: ['VIP', 'eu'] }, { tags: ['b2b'] }]
    const plan = mergeIntoFirst(parts, { tags: [' vip ', 'Vip', 'new, b2b'], keep: { tags: '1' } })
    expect(fieldOf(plan, 'tags')).toEqual({
      kept: ['vip', 'new', 'b2b'],
      source: null,
      rule: 'edited',
      dropped: [{ id: '1', value: ['VIP', 'eu'] }],
    })
  })

  it('are of the record that was chosen', () => {
    const plan = mergeIntoFirst([{ tags: ['VIP', 'eu'] }, { tags: ['b2b', 'eu'] }], { keep: { tags: '2' } })
    expect(fieldOf(plan, 'tags')).toEqual({
      kept: ['b2b', 'eu'],
      source: '2',
      rule: 'chosen',
      dropped: [{ id: '1', value: ['VIP'] }],
    })
  })
})

describe('the merged metafields', () => {
  it("keep the survivor's value by key, and add what only others have", () => {
    const parts: readonly Partial<Customer>[] = [
      { metafields: { 'facts.birth_date': '1990-01-01', 'shop.size': { eu: 40, uk: 7 } } },
      { metafields: { 'facts.birth_date': '1991-01-01', 'shop.size': { uk: 7, eu: 40 }, 'shop.club': true } },
      { metafields: { 'shop.club': false } },
    ]
    expect(fieldOf(mergeIntoFirst(parts), 'metafields')).toEqual({
      kept: { 'facts.birth_date': '1990-01-01', 'shop.size': { eu: 40, uk: 7 }, 'shop.club': true },
      source: ['1', '2'],
      rule: 'by-key',
      dropped: [
        { id: '2', value: { 'facts.birth_date': '1991-01-01' } },
        { id: '3', value: { 'shop.club': false } },
      ],
    })
  })

  it.each<[string, Metafields, Metafields, unknown, string, unknown[]]>([
    ['null', { 'a.b': null }, { 'a.b': 'x' }, 'x', '2', []],
    ['blanks', { 'a.b': ' ' }, { 'a.b': 0 }, 0, '2', []],
    ['null in both', { 'a.b': null }, { 'a.b': null }, null, '1', []],
    ['blanks in both', { 'a.b': null }, { 'a.b': '' }, null, '1', []],
    ['null in the other', { 'a.b': 'x' }, { 'a.b': null }, 'x', '1', []],
    ['false', { 'a.b': false }, { 'a.b': true }, false, '1', [{ id: '2', value: { 'a.b': true } }]],
    ['zero', { 'a.b': 0 }, { 'a.b': 1 }, 0, '1', [{ id: '2', value: { 'a.b': 1 } }]],
    ['an empty list', { 'a.b': [] }, { 'a.b': [1] }, [], '1', [{ id: '2', value: { 'a.b': [1] } }]],
  ])(
    'are filled from the other where the survivor says nothing: %s',
    (_what, one, other, value, source, dropped) => {
      const row = fieldOf(mergeIntoFirst([{ metafields: one }, { metafields: other }]), 'metafields')
      expect(row).toEqual({ kept: { 'a.b': value }, source, rule: 'by-key', dropped })
    },
  )

  it('are empty where all are', () => {
    const row = fieldOf(mergeIntoFirst([{}, {}]), 'metafields')
    expect(row).toEqual({ kept: {}, source: null, rule: 'empty', dropped: [] })
  })

  it('keep a hostile key as a key', () => {
    const [one, other] = people({}, {})
    const metafields = JSON.parse('{"__proto__":{"polluted":true}}') as Customer['metafields']
    const hostile = { ...other!, customer: { ...other!.customer, metafields } }
    const plan = planned(planMerge({ records: [one!, hostile], survivor: '1' }, buildContext()))
    expect(Object.keys(plan.result.customer.metafields)).toEqual(['__proto__'])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})
