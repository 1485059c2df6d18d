import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/customer/facts.js'
import { deletionRequest, planDeletion, type DeletionPlan } from '../../src/deletion/plan-deletion.js'
import type { Outcome } from '../../src/outcome/outcome.js'
import { requestOf } from '../../src/plan/request.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies, type PolicyName } from '../../src/policy/policies.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { buildContext } from '../../src/testing/build-context.js'
import { buildRecord } from '../../src/testing/build-record.js'

const planned = (outcome: Outcome<DeletionPlan>): DeletionPlan => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.problems.map(({ code }) => code).join(', ')}`)
  return outcome.value
}

const record = buildRecord({ customer: { id: '7' }, revision: 'r7' })
const context = buildContext({
  key: 'delete-7',
  now: '2026-05-01T10:00:00.000Z',
  actor: { type: 'staff', id: 'staff-9' },
  store: { relations: { orders: 'in-commit', 'gift-cards': 'outbox' } },
})

describe('planDeletion', () => {
  it('D-6 redacts the host rows and the timeline, then ends the record, which leads nowhere', () => {
    expect(planned(planDeletion(record, context)).changeSet.changes).toEqual([
      { type: 'redact', relation: 'orders', id: '7' },
      { type: 'redactEvents', id: '7' },
      {
        type: 'event',
        id: 'delete-7/event/1',
        customer: '7',
        at: '2026-05-01T10:00:00.000Z',
        event: { kind: 'deleted', by: { type: 'staff', id: 'staff-9' } },
      },
      { type: 'tombstone', id: '7', into: null },
    ])
  })

  it('D-6 redacts by an effect what shares no transaction', () => {
    const plan = planned(planDeletion(record, context))
    expect(plan.changeSet.outbox).toEqual([
      { id: 'delete-7/effect/1', type: 'redact', relation: 'gift-cards', customer: '7' },
    ])
    expect(plan.relations).toContainEqual({ relation: 'gift-cards', mode: 'outbox' })
    expect(plan.relations).toContainEqual({ relation: 'discounts', mode: 'none' })
  })

  it('C-6 suppresses nobody: a deleted customer who comes back gets a new record', () => {
    const types = planned(planDeletion(record, context)).changeSet.changes.map(({ type }) => type)
    expect(types).not.toContain('suppress')
  })

  it.each([
    ['pending', ['redact', 'redactEvents', 'suppress', 'event', 'tombstone']],
    ['none', ['redact', 'redactEvents', 'event', 'tombstone']],
    ['done', ['redact', 'redactEvents', 'event', 'tombstone']],
  ] as const)(
    'G-1 suppresses whoever has asked for an erasure, where that does not block: redaction %s',
    (redaction, types) => {
      const asked = buildRecord({ facts: { redaction } })
      const { changeSet } = planned(planDeletion(asked, { ...context, policy: policies['shopify-nl'] }))
      expect(changeSet.changes.map(({ type }) => type)).toEqual(types)
    },
  )

  it('G-4 warns that what was requested and not handed over will be gone', () => {
    const asked = buildRecord({ facts: { dataRequest: 'pending' } })
    const warnings = [{ code: 'privacy.data-request-pending', path: ['facts', 'dataRequest'] }]
    expect(planDeletion(asked, context)).toMatchObject({ ok: true, value: { warnings }, warnings })
  })

  it('waits for a person to confirm, on the revision and the facts it read', () => {
    const { changeSet } = planned(planDeletion(record, context))
    expect(changeSet.confirmed).toBe(false)
    expect(changeSet.expects).toEqual([{ id: '7', revision: 'r7' }])
    expect(changeSet.guards).toEqual([
      { id: '7', fact: 'scheduledGiftCards', oneOf: [0] },
      { id: '7', fact: 'subscriptionContracts', oneOf: ['never'] },
    ])
  })

  it('names the wish by the id alone', () => {
    const plan = planned(planDeletion(record, context))
    expect(plan).toMatchObject({ planner: 'deletion', wish: {}, subjects: ['7'], touches: [], warnings: [] })
    expect(plan.customer).toBe('7')
    expect(plan.changeSet.request).toBe(deletionRequest('7'))
    expect(plan.changeSet).toMatchObject({
      key: 'delete-7',
      request: requestOf('deletion', ['7'], {}),
      summary: { planner: 'deletion', customer: '7' },
    })
  })

  it('refuses with every blocker at once', () => {
    const blocked = buildRecord({ facts: { redaction: 'pending', subscriptionContracts: 'active' } })
    const outcome = planDeletion(blocked, context)
    expect(outcome).toEqual({
      ok: false,
      problems: [
        {
          code: 'deletion.pending-redaction',
          path: ['facts', 'redaction'],
          params: { lift: 'cancel-redaction', instead: ['anonymise', 'block'] },
        },
        {
          code: 'deletion.subscription-history',
          path: ['facts', 'subscriptionContracts'],
          params: { lift: 'never', instead: ['anonymise', 'block'] },
        },
      ],
    })
  })

  it.each([
    ['deleted', 'deletion.deleted'],
    ['mergeInProgress', 'deletion.merge-in-progress'],
  ] as const)('D-6 refuses a record with the fact %s under a policy without any row', (fact, code) => {
    const policy = definePolicy(policies.shopify, { deletionBlockers: [] })
    const outcome = planDeletion(buildRecord({ facts: { [fact]: true } }), buildContext({ policy }))
    expect(outcome.ok ? [] : outcome.problems.map((one) => one.code)).toEqual([code])
  })

  it('needs of a record only its id, its revision and the facts that the policy names', () => {
    const policy = definePolicy(policies.shopify, { deletionBlockers: [] })
    const outcome = planDeletion(
      { customer: { id: '7' }, facts: record.facts, revision: 'r7' },
      buildContext({ policy }),
    )
    expect(planned(outcome).changeSet.guards).toEqual([])
  })

  /** One record a line of section 7; the last has nothing going on. */
  const many: readonly [id: string, facts: Partial<Facts>][] = [
    ['D-1', { redaction: 'pending' }],
    ['D-2', { scheduledGiftCards: 1 }],
    ['D-3', { subscriptionContracts: 'past' }],
    ['D-4', { subscriptionContracts: 'active' }],
    ['D-5', { orderHistory: 'some' }],
    ['none', {}],
  ]
  const eligible: readonly [policy: PolicyName, ids: readonly string[]][] = [
    ['shopify', ['D-5', 'none']],
    ['shopify-fi', ['none']],
    ['shopify-nb', ['D-2', 'D-3', 'none']],
    ['shopify-nl', ['D-1', 'D-2', 'D-3', 'D-4', 'none']],
    ['shopelo', ['D-5', 'none']],
  ]

  it.each(eligible)(
    'D-7 of many under %s deletes %j and leaves the others, each with its reason',
    (name, ids) => {
      const own = { ...context, policy: policies[name] }
      const outcomes = many.map(([id, facts]) => ({
        id,
        outcome: planDeletion(buildRecord({ customer: { id }, facts }), own),
      }))
      expect(outcomes.filter(({ outcome }) => outcome.ok).map(({ id }) => id)).toEqual(ids)
      for (const { outcome } of outcomes) {
        if (outcome.ok) continue
        expect(outcome.problems).toHaveLength(1)
        expect(outcome.problems[0].params).toHaveProperty('lift')
      }
    },
  )

  it.each(eligible)('D-6 redacts the person in the records of the shop under %s', (name) => {
    const { changeSet } = planned(planDeletion(record, { ...context, policy: policies[name] }))
    expect(changeSet.confirmed).toBe(false)
    expect(changeSet.changes.map(({ type }) => type)).toEqual([
      'redact',
      'redactEvents',
      'event',
      'tombstone',
    ])
    expect(changeSet.outbox.map(({ type }) => type)).toEqual(['redact'])
  })

  it.each([
    ['ENABLED', ['disable']],
    ['INVITED', ['disable']],
    ['DISABLED', []],
    ['DECLINED', []],
  ] as const)('C-8 shuts the login of an account that is %s: %j', (state, actions) => {
    const { customer, facts, revision } = record
    const account = { type: 'account', state, blocked: false } as const
    const { outbox } = planned(
      planDeletion({ customer: { ...customer, account }, facts, revision }, context),
    ).changeSet
    expect(outbox.filter(({ type }) => type === 'account')).toEqual(
      actions.map((action) => ({
        id: 'delete-7/account/1',
        type: 'account',
        customer: '7',
        action,
        link: null,
      })),
    )
  })

  it('C-8 tells nothing of an account that nobody says anything of', () => {
    const { facts, revision } = record
    const { outbox } = planned(planDeletion({ customer: { id: '7' }, facts, revision }, context)).changeSet
    expect(outbox.map(({ type }) => type)).toEqual(['redact'])
  })

  it("is JSON, and holds none of the person's data", () => {
    const { record: anyRecord } = arbitraries(fc)
    fc.assert(
      fc.property(anyRecord, ({ customer, statistics, revision }) => {
        const subject = { customer, statistics, facts: record.facts, revision }
        const { id, account } = customer
        const bare = { customer: { id, account }, facts: record.facts, revision }
        const plan = planned(planDeletion(subject, context))
        expect(plan).toStrictEqual(JSON.parse(JSON.stringify(plan)))
        expect(plan).toStrictEqual(planned(planDeletion(bare, context)))
      }),
    )
  })
})
