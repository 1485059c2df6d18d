import { describe, expect, it } from 'vitest'
import type { CustomerRecord } from '../../src/customer/record.js'
import type { Context } from '../../src/plan/context.js'
import { requestOf } from '../../src/plan/request.js'
import { planDataRequest, planDataRequestCompletion } from '../../src/privacy/plan-data-request.js'
import { planRedactionCancellation } from '../../src/privacy/plan-redaction-cancellation.js'
import { planRedactionRequest } from '../../src/privacy/plan-redaction-request.js'
import { buildContext } from '../../src/testing/build-context.js'
import { buildRecord, type RecordOverrides } from '../../src/testing/build-record.js'
import type { Actor } from '../../src/value/actor.js'
import { codesOf, planned } from './outcomes.js'

const context = buildContext({ key: 'k' })
const at = '2026-11-01T00:00:00.000Z'
const requested = { redaction: 'pending', redactionRequest: { at, by: 'staff:staff-1' } } as const

const planners = {
  'redaction-request': planRedactionRequest,
  'redaction-cancellation': planRedactionCancellation,
  'data-request': planDataRequest,
  'data-request-completion': planDataRequestCompletion,
}

type Name = keyof typeof planners
type FactOverrides = NonNullable<RecordOverrides['facts']>

const plan = (name: Name, facts: FactOverrides, given: Context = context) =>
  planners[name](buildRecord({ customer: { id: '7' }, facts, revision: 'r7' }), given)

/** Per planner: the facts with which it plans, what it sets, and what the timeline will say. */
const done: readonly (readonly [Name, FactOverrides, readonly (readonly [string, unknown])[], string])[] = [
  [
    'redaction-request',
    {},
    [
      ['redaction', 'pending'],
      ['redactionRequest', { at: context.now, by: 'staff:staff-1' }],
    ],
    'redaction-requested',
  ],
  [
    'redaction-cancellation',
    requested,
    [
      ['redaction', 'none'],
      ['redactionRequest', null],
    ],
    'redaction-cancelled',
  ],
  ['data-request', {}, [['dataRequest', 'pending']], 'data-requested'],
  ['data-request-completion', { dataRequest: 'pending' }, [['dataRequest', 'none']], 'data-handed-over'],
]

describe('a plan about the state of personal data (G-1, G-4)', () => {
  it.each(done)('%s sets its facts and tells the timeline', (name, facts, values, kind) => {
    expect(planned(plan(name, facts))).toStrictEqual({
      planner: name,
      wish: {},
      subjects: ['7'],
      touches: [],
      warnings: [],
      changeSet: {
        key: 'k',
        request: requestOf(name, ['7'], {}),
        expects: [{ id: '7', revision: 'r7' }],
        guards: [],
        changes: [
          ...values.map(([field, value]) => ({ type: 'state', id: '7', field, value })),
          {
            type: 'event',
            id: 'k/event/1',
            customer: '7',
            at: context.now,
            event: { kind, by: { type: 'staff', id: 'staff-1' } },
          },
        ],
        outbox: [],
        summary: { planner: name, customer: '7' },
      },
      customer: '7',
    })
  })

  /** Each row differs from what its planner accepts in one thing; without it the plan is made. */
  it.each<readonly [Name, FactOverrides, readonly string[]]>([
    ['redaction-request', { deleted: true }, ['privacy.deleted']],
    ['redaction-request', { redaction: 'pending' }, ['privacy.already-requested']],
    ['redaction-request', { redaction: 'done' }, ['privacy.already-redacted']],
    ['redaction-request', { mergeInProgress: true }, []],
    ['redaction-request', { dataRequest: 'pending' }, []],
    ['redaction-cancellation', { ...requested, deleted: true }, ['privacy.deleted']],
    ['redaction-cancellation', { redaction: 'none' }, ['privacy.not-pending']],
    ['redaction-cancellation', { redaction: 'done' }, ['privacy.not-pending']],
    ['redaction-cancellation', { ...requested, relationRedaction: 'pending' }, ['privacy.erasure-begun']],
    ['redaction-cancellation', { ...requested, relationRedaction: 'done' }, ['privacy.erasure-begun']],
    ['redaction-cancellation', { ...requested, relationRedaction: undefined }, []],
    ['redaction-cancellation', { redaction: 'pending' }, ['privacy.not-requester']],
    ['data-request', { deleted: true }, ['privacy.deleted']],
    ['data-request', { redaction: 'done' }, ['privacy.already-redacted']],
    ['data-request', { redaction: 'pending' }, []],
    ['data-request', { dataRequest: 'pending' }, ['privacy.data-already-requested']],
    ['data-request-completion', { dataRequest: 'pending', deleted: true }, ['privacy.deleted']],
    ['data-request-completion', {}, ['privacy.data-not-requested']],
    ['data-request-completion', { dataRequest: 'pending', redaction: 'done' }, []],
  ])('%s of a record with %j is refused with %j', (name, facts, codes) => {
    expect(codesOf(plan(name, facts))).toEqual(codes)
  })

  it('tells everything at once', () => {
    const facts = { deleted: true, redaction: 'pending', relationRedaction: 'pending' } as const
    expect(codesOf(plan('redaction-cancellation', facts))).toEqual([
      'privacy.deleted',
      'privacy.erasure-begun',
      'privacy.not-requester',
    ])
  })

  it('says where each reason lies', () => {
    const outcome = plan('redaction-cancellation', { redaction: 'pending', relationRedaction: 'done' })
    expect(outcome.ok ? [] : outcome.problems).toEqual([
      { code: 'privacy.erasure-begun', path: ['facts', 'relationRedaction'] },
      { code: 'privacy.not-requester', path: ['facts', 'redactionRequest'] },
    ])
  })

  it('takes a fact that is not there for a reason against it, never for a no', () => {
    const record = { customer: { id: '7' }, facts: {} as never, revision: 'r7' }
    const outcome = planRedactionRequest(record, context)
    expect(outcome.ok ? [] : outcome.problems).toEqual([
      { code: 'privacy.unknown-fact', path: ['facts', 'deleted'], params: { fact: 'deleted' } },
      { code: 'privacy.unknown-fact', path: ['facts', 'redaction'], params: { fact: 'redaction' } },
    ])
  })
})

describe('a record that says nothing of tables that follow by the outbox', () => {
  it('G-1 is one of which none is being erased, so the request can be cancelled', () => {
    const record = buildRecord({ facts: requested })
    const { relationRedaction: _none, ...facts } = record.facts
    const silent = { ...record, facts } as CustomerRecord
    expect(planRedactionCancellation(silent, context).ok).toBe(true)
    expect(planRedactionCancellation(silent, context)).toStrictEqual(
      planRedactionCancellation(record, context),
    )
  })
})

describe('G-1 an erasure is cancelled only by whom it was requested', () => {
  const cases: readonly (readonly [string, Actor, readonly string[]])[] = [
    ['customer:7', { type: 'customer', id: '7' }, []],
    ['customer:7', { type: 'staff', id: '7' }, ['privacy.not-requester']],
    ['customer:7', { type: 'customer', id: '8' }, ['privacy.not-requester']],
    ['staff:7', { type: 'staff', id: '7' }, []],
    ['system', { type: 'system', id: null }, []],
    ['system', { type: 'system', id: '1' }, ['privacy.not-requester']],
    ['system', { type: 'staff', id: null }, ['privacy.not-requester']],
  ]

  it.each(cases)('requested by %s, cancelled by %j: %j', (by, actor, codes) => {
    const facts = { redaction: 'pending', redactionRequest: { at, by } } as const
    expect(codesOf(plan('redaction-cancellation', facts, buildContext({ actor })))).toEqual(codes)
  })

  it.each(cases)('the actor of a request (%s) is whom the cancellation asks for', (_by, actor) => {
    const given = buildContext({ actor })
    const { changeSet } = planned(plan('redaction-request', {}, given))
    const change = changeSet.changes.find((one) => one.type === 'state' && one.field === 'redactionRequest')
    const request = change?.type === 'state' ? change.value : null
    const facts = { redaction: 'pending', redactionRequest: request as never } as const
    expect(codesOf(plan('redaction-cancellation', facts, given))).toEqual([])
  })
})
