import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noLibraryFacts } from '../../src/customer/facts.js'
import type { CustomerRecord } from '../../src/customer/record.js'
import type { Context } from '../../src/plan/context.js'
import { requestOf } from '../../src/plan/request.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import { eraseCustomer, erasureTouches } from '../../src/privacy/erase-customer.js'
import { planRedaction } from '../../src/privacy/plan-redaction.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { buildContext } from '../../src/testing/build-context.js'
import { buildRecord, type RecordOverrides } from '../../src/testing/build-record.js'
import { CANARIES, canaryCustomer, canaryRecord } from './canary-record.js'
import { codesOf, planned } from './outcomes.js'

const now = '2026-11-22T12:00:00.000Z'
const by = { type: 'staff', id: 'staff-1' } as const
const inCommit = buildContext({ key: 'k', store: { relations: { orders: 'in-commit' } } })
const outbox = buildContext({
  key: 'k',
  store: { relations: { orders: 'in-commit', discounts: 'outbox', wishlists: 'outbox' } },
})

type FactOverrides = NonNullable<RecordOverrides['facts']>

const state = (field: string, value: unknown) => ({ type: 'state', id: 'customer-7', field, value })

describe('planRedaction, where all follows in the commit', () => {
  const planOf = () => planned(planRedaction(canaryRecord, inCommit))

  it('G-1 erases the profile, the host’s rows, the timeline, and remembers whom to keep out', () => {
    expect(planOf().changeSet).toStrictEqual({
      key: 'k',
      request: requestOf('redaction', ['customer-7'], {}),
      confirmed: false,
      expects: [{ id: 'customer-7', revision: 'r7' }],
      guards: [],
      changes: [
        {
          type: 'put',
          customer: eraseCustomer(canaryCustomer, { now, policy: policies.shopify }),
          claims: [],
          touches: erasureTouches(),
        },
        { type: 'redact', relation: 'orders', id: 'customer-7' },
        { type: 'redactEvents', id: 'customer-7' },
        { type: 'suppress', id: 'customer-7' },
        state('redaction', 'done'),
        state('redactionRequest', null),
        state('dataRequest', 'none'),
        { type: 'event', id: 'k/event/1', customer: 'customer-7', at: now, event: { kind: 'redacted', by } },
      ],
      outbox: [{ id: 'k/account/1', type: 'account', customer: 'customer-7', action: 'disable', link: null }],
      summary: { planner: 'redaction', customer: 'customer-7', stage: 'record' },
    })
  })

  it('shows what becomes of each field and of each kind of rows, and names the wish by the id alone', () => {
    const plan = planOf()
    expect(plan).toMatchObject({
      planner: 'redaction',
      wish: {},
      subjects: ['customer-7'],
      customer: 'customer-7',
      stage: 'record',
      touches: erasureTouches(),
      warnings: [],
    })
    expect(plan.fields).toHaveLength(Object.keys(canaryCustomer).length)
    expect(plan.fields).toContainEqual({ field: 'note', fate: 'emptied' })
    expect(plan.fields).toContainEqual({ field: 'priceLevel', fate: 'kept' })
    expect(plan.relations).toContainEqual({ relation: 'orders', mode: 'in-commit' })
    expect(plan.relations).toContainEqual({ relation: 'discounts', mode: 'none' })
  })

  it('decision 15: holds nothing of whom it erases, and is JSON', () => {
    const plan = planOf()
    expect(JSON.stringify(plan)).not.toMatch(CANARIES)
    expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan)
  })

  it('is the same plan for any two people who keep the same business data', () => {
    const { record: anyRecord } = arbitraries(fc)
    fc.assert(
      fc.property(anyRecord, ({ customer, statistics, facts, revision }) => {
        const { id, account, priceLevel, taxExempt, createdAt } = customer
        const kept = { id, account, priceLevel, taxExempt, createdAt }
        const some = {
          statistics,
          facts: { ...facts, ...noLibraryFacts, redaction: 'pending' },
          revision,
        } as const
        const one = planned(planRedaction({ ...some, customer }, inCommit))
        const other = planned(planRedaction({ ...some, customer: { ...canaryCustomer, ...kept } }, inCommit))
        expect(one).toStrictEqual(other)
      }),
    )
  })
})

describe('planRedaction, where tables of the host follow by the outbox', () => {
  it('has them erased first: the profile stays, by which they find the person', () => {
    const plan = planned(planRedaction(canaryRecord, outbox))
    expect(plan).toMatchObject({ stage: 'relations', touches: [] })
    expect(plan.changeSet).toStrictEqual({
      key: 'k/relations',
      request: requestOf('redaction', ['customer-7'], {}),
      confirmed: false,
      expects: [{ id: 'customer-7', revision: 'r7' }],
      guards: [],
      changes: [
        state('redaction', 'pending'),
        state('redactionRequest', canaryRecord.facts.redactionRequest),
        state('relationRedaction', 'pending'),
        {
          type: 'event',
          id: 'k/relations/event/1',
          customer: 'customer-7',
          at: now,
          event: { kind: 'redaction-begun', by },
        },
      ],
      outbox: [
        { id: 'k/relations/effect/1', type: 'redact', relation: 'discounts', customer: 'customer-7' },
        { id: 'k/relations/effect/2', type: 'redact', relation: 'wishlists', customer: 'customer-7' },
      ],
      summary: { planner: 'redaction', customer: 'customer-7', stage: 'relations' },
    })
    expect(JSON.stringify(plan)).not.toMatch(CANARIES)
  })

  it('notes who asked, where nobody had to ask before', () => {
    const context = { ...outbox, policy: policies.shopelo }
    const { changes } = planned(
      planRedaction(buildRecord({ customer: { id: 'customer-7' } }), context),
    ).changeSet
    expect(changes).toContainEqual(state('redactionRequest', { at: now, by: 'staff:staff-1' }))
  })

  it('waits for them, and then erases the rest', () => {
    const withFact = (relationRedaction: 'pending' | 'done'): CustomerRecord => ({
      ...canaryRecord,
      facts: { ...canaryRecord.facts, relationRedaction },
    })
    expect(planRedaction(withFact('pending'), outbox)).toEqual({
      ok: false,
      problems: [{ code: 'privacy.relation-outstanding', path: ['facts', 'relationRedaction'] }],
    })
    const plan = planned(planRedaction(withFact('done'), outbox))
    expect(plan.stage).toBe('record')
    expect(plan.changeSet).toMatchObject({ key: 'k', outbox: [{ type: 'account', action: 'disable' }] })
    expect(plan.changeSet.changes).toContainEqual({ type: 'redact', relation: 'orders', id: 'customer-7' })
    expect(plan.changeSet.changes).toContainEqual(state('relationRedaction', 'none'))
    expect(plan.relations).toContainEqual({ relation: 'discounts', mode: 'outbox' })
  })
})

describe('planRedaction refuses', () => {
  const shopelo = buildContext({ policy: policies.shopelo })

  /** Each row differs in one thing from a record that is erased. */
  it.each<readonly [string, FactOverrides, readonly string[]]>([
    ['nothing against it', {}, []],
    ['a request that is pending', { redaction: 'pending' }, []],
    ['deleted', { deleted: true }, ['privacy.deleted']],
    ['erased', { redaction: 'done' }, ['privacy.already-redacted']],
    ['a merge in progress', { mergeInProgress: true }, ['privacy.merge-in-progress']],
    ['rows outstanding', { relationRedaction: 'pending' }, ['privacy.relation-outstanding']],
    ['no row outstanding any more', { relationRedaction: 'done' }, []],
    ['a subscription', { subscriptionContracts: 'active' }, []],
    ['orders', { orderHistory: 'some' }, []],
    ['nothing that the host can tell', { orderHistory: 'unknown' }, []],
  ])('G-2 at once under shopelo, with %s', (_what, facts, codes) => {
    expect(codesOf(planRedaction(buildRecord({ facts }), shopelo))).toEqual(codes)
  })

  it.each(['shopify', 'shopify-fi', 'shopify-nb', 'shopify-nl'] as const)(
    'decision 17: under %s only what was requested',
    (name) => {
      const context = buildContext({ policy: policies[name] })
      expect(codesOf(planRedaction(buildRecord(), context))).toEqual(['privacy.not-requested'])
      expect(codesOf(planRedaction(buildRecord({ facts: { redaction: 'pending' } }), context))).toEqual([])
      expect(codesOf(planRedaction(buildRecord({ facts: { redaction: 'done' } }), context))).toEqual([
        'privacy.already-redacted',
      ])
    },
  )

  it('everything at once', () => {
    const policy = definePolicy(policies.shopify, {
      erasure: { requestFirst: true, retentionDays: 10, businessMetafields: [] },
    })
    const record = buildRecord({
      facts: { deleted: true, mergeInProgress: true, relationRedaction: 'pending' },
      statistics: { lastOrderAt: now },
    })
    expect(codesOf(planRedaction(record, buildContext({ policy })))).toEqual([
      'privacy.deleted',
      'privacy.merge-in-progress',
      'privacy.relation-outstanding',
      'privacy.not-requested',
      'privacy.retention',
    ])
  })

  it('a record without one of the facts', () => {
    const record = {
      ...canaryRecord,
      facts: { redaction: 'pending', deleted: false } as never,
    }
    const outcome = planRedaction(record, inCommit)
    expect(outcome.ok ? [] : outcome.problems).toEqual([
      {
        code: 'privacy.unknown-fact',
        path: ['facts', 'mergeInProgress'],
        params: { fact: 'mergeInProgress' },
      },
    ])
  })

  it('each fact that nobody can tell once, though several rules read it', () => {
    const outcome = planRedaction({ ...canaryRecord, facts: {} as CustomerRecord['facts'] }, inCommit)
    expect(outcome.ok ? [] : outcome.problems.map(({ code, path }) => [code, ...path].join(' '))).toEqual([
      'privacy.unknown-fact facts deleted',
      'privacy.unknown-fact facts redaction',
      'privacy.unknown-fact facts mergeInProgress',
    ])
  })

  it('nothing for want of the fact that only a store with relations by the outbox keeps', () => {
    const { relationRedaction: _none, ...facts } = canaryRecord.facts
    const record = { ...canaryRecord, facts }
    const plan = planned(planRedaction(record, inCommit))
    expect(plan.stage).toBe('record')
    expect(plan.changeSet.changes.filter((change) => change.type === 'state')).toEqual([
      state('redaction', 'done'),
      state('redactionRequest', null),
      state('dataRequest', 'none'),
    ])
    expect(planned(planRedaction(record, outbox)).stage).toBe('relations')
  })
})

describe('a record that says nothing of tables that follow by the outbox', () => {
  const { relationRedaction: _none, ...facts } = canaryRecord.facts
  const silent = { ...canaryRecord, facts } as CustomerRecord

  it.each([
    ['the commit', inCommit],
    ['the outbox', outbox],
  ])('is erased as one of which none has begun, where they follow by %s', (_by, context) => {
    expect(planRedaction(silent, context)).toStrictEqual(planRedaction(canaryRecord, context))
  })
})

describe('planRedaction warns', () => {
  it('G-4 where the data was asked for and is not handed over yet', () => {
    const record = buildRecord({ facts: { redaction: 'pending', dataRequest: 'pending' } })
    const outcome = planRedaction(record, inCommit)
    const warnings = [{ code: 'privacy.data-request-pending', path: ['facts', 'dataRequest'] }]
    expect(outcome.ok && outcome.warnings).toEqual(warnings)
    expect(planned(outcome).warnings).toEqual(warnings)
    expect(planned(planRedaction(canaryRecord, inCommit)).warnings).toEqual([])
  })
})

describe('the retention after the last order', () => {
  const under = (retentionDays: number, at: string = now): Context =>
    buildContext({
      now: at,
      policy: definePolicy(policies.shopelo, {
        erasure: { requestFirst: false, retentionDays, businessMetafields: [] },
      }),
    })
  const ordered = (lastOrderAt: string | null, orderHistory: 'none' | 'some' | 'unknown'): CustomerRecord =>
    buildRecord({ customer: { id: '7' }, statistics: { lastOrderAt }, facts: { orderHistory } })
  const lastOrderAt = '2026-11-12T12:00:00.000Z'

  it('is 0 days in every shipped policy', () => {
    expect(Object.values(policies).map(({ erasure }) => erasure.retentionDays)).toEqual([0, 0, 0, 0, 0])
  })

  it.each([
    ['an order just now, under 0 days', 0, now, []],
    ['11 days after an order 10 days ago', 11, now, ['privacy.retention']],
    ['10 days to the millisecond', 10, now, []],
    ['a millisecond less', 10, '2026-11-22T11:59:59.999Z', ['privacy.retention']],
  ] as const)('%s', (_what, days, at, codes) => {
    expect(codesOf(planRedaction(ordered(days === 0 ? now : lastOrderAt, 'some'), under(days, at)))).toEqual(
      codes,
    )
  })

  it('says how long it runs', () => {
    const outcome = planRedaction(ordered(lastOrderAt, 'some'), under(180))
    expect(outcome.ok ? [] : outcome.problems).toEqual([
      {
        code: 'privacy.retention',
        path: ['statistics', 'lastOrderAt'],
        params: { days: 180, until: '2027-05-11T12:00:00.000Z' },
      },
    ])
  })

  it.each([
    ['none', 180, []],
    ['some', 180, ['privacy.last-order-unknown']],
    ['unknown', 180, ['privacy.last-order-unknown']],
    ['some', 0, []],
  ] as const)('without a date of it, of an order history %s, under %i days', (orderHistory, days, codes) => {
    const outcome = planRedaction(ordered(null, orderHistory), under(days))
    expect(codesOf(outcome)).toEqual(codes)
    if (!outcome.ok) expect(outcome.problems[0].params).toEqual({ days: 180 })
  })

  it('holds at the commit too: who had no order then must have none now', () => {
    const guardsOf = (record: CustomerRecord, days: number) =>
      planned(planRedaction(record, under(days))).changeSet.guards
    expect(guardsOf(ordered(null, 'none'), 180)).toEqual([{ id: '7', fact: 'orderHistory', oneOf: ['none'] }])
    expect(guardsOf(ordered(null, 'none'), 0)).toEqual([])
    expect(guardsOf(ordered(lastOrderAt, 'some'), 1)).toEqual([])
  })
})
