import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/customer/facts.js'
import type { MergePlan } from '../../src/merge/merge-plan.js'
import { mergeRequest } from '../../src/merge/merge-write.js'
import { planMerge } from '../../src/merge/plan-merge.js'
import { requestOf } from '../../src/plan/request.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import { buildContext } from '../../src/testing/build-context.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { planned } from './planned.js'

const records = [
  buildRecord({ customer: { id: '1', email: null, phone: '+48601234567' }, revision: 'r1' }),
  buildRecord({ customer: { id: '2', email: 'Anna@Example.com' }, revision: 'r2' }),
  buildRecord({ customer: { id: '3', email: null, phone: '+48607654321' }, revision: 'r3' }),
]

const policy = definePolicy(policies.shopify, {
  mergeBlockers: [
    { code: 'merge.vaulted-card', fact: 'vaultedCards', allows: [0] },
    { code: 'merge.deleted', fact: 'deleted', allows: [false] },
  ],
})

const context = buildContext({
  key: 'merge-1',
  policy,
  now: '2026-05-01T10:00:00.000Z',
  actor: { type: 'staff', id: 'staff-9' },
  store: { relations: { orders: 'in-commit', 'gift-cards': 'outbox' } },
})

const atomic = buildContext({
  ...context,
  policy,
  store: { ...context.store, relations: { 'gift-cards': 'none' } },
})

describe("a merge's change set", () => {
  const plan = (): MergePlan => planned(planMerge({ records }, context))
  const changeSet = (): MergePlan['changeSet'] => plan().changeSet

  it('writes the survivor, moves the host rows, ends the others, and says so on the timeline, in this order', () => {
    expect(plan().survivor).toBe('2')
    expect(changeSet().changes).toEqual([
      {
        type: 'put',
        customer: plan().result.customer,
        claims: ['email:anna@example.com', 'phone:+48601234567'],
        touches: [],
      },
      { type: 'reassign', relation: 'orders', from: ['1', '3'], to: '2' },
      { type: 'tombstone', id: '1', into: '2' },
      { type: 'tombstone', id: '3', into: '2' },
      { type: 'state', id: '2', field: 'mergeInProgress', value: true },
      {
        type: 'event',
        id: 'merge-1/event/1',
        customer: '2',
        at: '2026-05-01T10:00:00.000Z',
        event: { kind: 'merged', by: { type: 'staff', id: 'staff-9' }, absorbed: ['1', '3'] },
      },
    ])
  })

  it('MB-8 stands as in progress until the outbox is worked off', () => {
    expect(changeSet().outbox).toEqual([
      { id: 'merge-1/effect/1', type: 'reassign', relation: 'gift-cards', from: ['1', '3'], to: '2' },
    ])
    expect(plan().result.facts.mergeInProgress).toBe(true)
  })

  const request = (day: number) => ({ at: `2026-04-0${day}T00:00:00.000Z`, by: `customer:${day}` })
  const pending = (day: number) => ({ redaction: 'pending', redactionRequest: request(day) }) as const
  const open = { dataRequest: 'pending' } as const
  it.each<[string, readonly Partial<Facts>[], Partial<Facts>]>([
    ['nothing', [{}, {}, {}], {}],
    ['a data request', [{}, open, {}], open],
    ['an erasure, with who asked for it', [{}, {}, pending(1)], pending(1)],
    ['both', [{}, pending(1), open], { ...pending(1), ...open }],
    ['the first of two erasures', [{}, pending(2), pending(1)], pending(2)],
    [
      'nothing that was asked for of the survivor',
      [{ ...pending(3), ...open }, { ...pending(1), ...open }, {}],
      {},
    ],
    ['no erasure that is done', [{}, { redaction: 'done' }, {}], {}],
    ['nothing where the survivor was erased', [{ redaction: 'done' }, pending(1), {}], {}],
  ])(
    'G-1, G-4 asks of the survivor what was asked for of the absorbed, where the policy lets them merge: %s',
    (_what, facts, taken) => {
      const given = facts.map((own, at) => buildRecord({ customer: { id: `${at + 1}` }, facts: own }))
      const plan = planned(planMerge({ records: given, survivor: '1' }, atomic))
      const states = plan.changeSet.changes.filter(({ type }) => type === 'state')
      expect(states).toEqual(
        Object.entries(taken).map(([field, value]) => ({ type: 'state', id: '1', field, value })),
      )
      expect(plan.result.facts).toEqual({ ...given[0]!.facts, ...taken })
    },
  )

  it('is over at once where all rows share the commit', () => {
    const done = planned(planMerge({ records }, atomic))
    const types = ['put', 'tombstone', 'tombstone', 'event']
    expect(done.changeSet.changes.map(({ type }) => type)).toEqual(types)
    expect(done.changeSet.outbox).toEqual([])
    expect(done.result.facts.mergeInProgress).toBe(false)
  })

  it('says what happens to every kind of rows (M-1)', () => {
    expect(plan().relations).toEqual([
      { relation: 'orders', mode: 'in-commit' },
      { relation: 'draft-orders', mode: 'none' },
      { relation: 'payment-methods', mode: 'none' },
      { relation: 'accounts', mode: 'none' },
      { relation: 'gift-cards', mode: 'outbox' },
      { relation: 'discounts', mode: 'none' },
    ])
  })

  it('M-2b waits for a person to confirm', () => {
    expect(changeSet().confirmed).toBe(false)
  })

  it('M-7 has nothing sent to the customer', () => {
    expect(new Set(changeSet().outbox.map(({ type }) => type))).toEqual(new Set(['reassign']))
  })

  it('relies on the revisions of all records and on the host facts that the policy uses', () => {
    expect(changeSet().expects).toEqual([
      { id: '2', revision: 'r2' },
      { id: '1', revision: 'r1' },
      { id: '3', revision: 'r3' },
    ])
    expect(changeSet().guards).toEqual([
      { id: '2', fact: 'vaultedCards', oneOf: [0] },
      { id: '1', fact: 'vaultedCards', oneOf: [0] },
      { id: '3', fact: 'vaultedCards', oneOf: [0] },
    ])
  })

  it('names the wish by the ids as they were given and by what was chosen, whatever the plan made of it', () => {
    expect(plan().wish).toStrictEqual({})
    expect(changeSet().request).toBe(requestOf('merge', ['1', '2', '3'], {}))
    const choices = { note: 'x', keep: { phone: '3' } }
    const chosen = planned(
      planMerge(
        { records, survivor: undefined, tags: undefined, ...choices, keep: { phone: '3', note: undefined } },
        context,
      ),
    )
    expect(chosen.wish).toStrictEqual(choices)
    expect(chosen.changeSet.request).toBe(requestOf('merge', ['1', '2', '3'], choices))
  })

  it('has a request that is known before anything is loaded', () => {
    const choices = { survivor: undefined, note: 'x' }
    const { request } = planned(planMerge({ records, ...choices }, context)).changeSet
    expect(mergeRequest(['1', '2', '3'], choices)).toBe(request)
    expect(mergeRequest(['2', '1', '3'], choices)).not.toBe(request)
  })

  it('takes a keep without any choice for none', () => {
    expect(planned(planMerge({ records, keep: { phone: undefined } }, context)).wish).toStrictEqual({})
  })

  it('sums up without personal data', () => {
    expect(changeSet().summary).toEqual({ planner: 'merge', survivor: '2', absorbed: ['1', '3'] })
  })

  it('keeps the revision that the survivor was read with', () => {
    expect(plan().result.revision).toBe('r2')
    expect(plan()).toMatchObject({ planner: 'merge', subjects: ['2', '1', '3'] })
  })

  it("claims by the policy's identity rule", () => {
    const perType = definePolicy(policy, {
      identity: { email: 'per-account-type', phone: 'not-unique', ignore: [] },
    })
    const [put] = planned(planMerge({ records }, { ...context, policy: perType })).changeSet.changes
    expect(put).toMatchObject({ type: 'put', claims: ['email:guest:anna@example.com'] })
  })
})
