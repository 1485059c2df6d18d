import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/customer/facts.js'
import { mergeBlockers } from '../../src/merge/merge-blockers.js'
import { planMerge } from '../../src/merge/plan-merge.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies, type PolicyName } from '../../src/policy/policies.js'
import { buildContext } from '../../src/testing/build-context.js'
import { buildRecord } from '../../src/testing/build-record.js'

const names = [
  'shopify',
  'shopify-fi',
  'shopify-nb',
  'shopify-nl',
  'shopelo',
] as const satisfies readonly PolicyName[]

/** `shopify-nl`, `shopify-nb` and `shopelo` describe no merge, so the newest rules apply. */
const everywhere: readonly PolicyName[] = names
const notFinnish = names.filter((name) => name !== 'shopify-fi')

/** The table of section 6, typed from the requirements. */
const rows: readonly { name: string; facts: Partial<Facts>; code: string; blocks: readonly PolicyName[] }[] =
  [
    {
      name: 'MB-1 an active subscription contract',
      facts: { subscriptionContracts: 'active' },
      code: 'merge.subscription-history',
      blocks: everywhere,
    },
    {
      name: 'MB-1 a past subscription contract',
      facts: { subscriptionContracts: 'past' },
      code: 'merge.subscription-history',
      blocks: everywhere,
    },
    {
      name: 'MB-2 an active company contact',
      facts: { company: 'active' },
      code: 'merge.company-contact',
      blocks: everywhere,
    },
    {
      name: 'MB-2 a tie to past company orders',
      facts: { company: 'past-orders' },
      code: 'merge.company-contact',
      blocks: everywhere,
    },
    {
      name: 'MB-3 a vaulted card',
      facts: { vaultedCards: 1 },
      code: 'merge.vaulted-card',
      blocks: notFinnish,
    },
    {
      name: 'MB-4 a store credit account',
      facts: { storeCreditAccounts: 1 },
      code: 'merge.store-credit',
      blocks: notFinnish,
    },
    { name: 'MB-5 Multipass', facts: { multipass: true }, code: 'merge.multipass', blocks: notFinnish },
    { name: 'MB-6 a deleted record', facts: { deleted: true }, code: 'merge.deleted', blocks: everywhere },
    {
      name: 'MB-7 a pending redaction',
      facts: { redaction: 'pending' },
      code: 'merge.redacted',
      blocks: everywhere,
    },
    {
      name: 'MB-7 a redaction that is done',
      facts: { redaction: 'done' },
      code: 'merge.redacted',
      blocks: everywhere,
    },
    {
      name: 'MB-8 a merge in progress',
      facts: { mergeInProgress: true },
      code: 'merge.in-progress',
      blocks: everywhere,
    },
    {
      name: 'MB-9 a data request',
      facts: { dataRequest: 'pending' },
      code: 'merge.data-request',
      blocks: everywhere,
    },
  ]

/** What does not block under any policy. */
const harmless: readonly Partial<Facts>[] = [
  { orderHistory: 'some' },
  { scheduledGiftCards: 3 },
  { orderHistory: 'unknown', scheduledGiftCards: 'unknown' },
  { custom: { lawsuit: 'open' } },
]

describe('mergeBlockers', () => {
  const cases = rows.flatMap((row) =>
    names.map((policy) => ({ ...row, policy, isBlocked: row.blocks.includes(policy) })),
  )

  it.each(cases)('$name under $policy blocks: $isBlocked', ({ facts, code, policy, isBlocked }) => {
    const path = ['facts', Object.keys(facts)[0]]
    expect(mergeBlockers(buildRecord({ facts }), policies[policy])).toEqual(isBlocked ? [{ code, path }] : [])
  })

  it.each(names.flatMap((policy) => harmless.map((facts) => ({ policy, facts }))))(
    'lets $facts pass under $policy',
    ({ policy, facts }) => {
      expect(mergeBlockers(buildRecord({ facts }), policies[policy])).toEqual([])
    },
  )

  it.each(names)('counts a fact that the host cannot tell only if %s uses it', (policy) => {
    const finnish = ['subscriptionContracts', 'company']
    const read =
      policy === 'shopify-fi' ? finnish : [...finnish, 'vaultedCards', 'storeCreditAccounts', 'multipass']
    const unknown = Object.fromEntries(
      [
        'orderHistory',
        'scheduledGiftCards',
        'multipass',
        'company',
        'vaultedCards',
        'storeCreditAccounts',
      ].map((fact) => [fact, 'unknown']),
    )
    const record = buildRecord({ facts: { ...unknown, subscriptionContracts: 'unknown' } })
    expect(mergeBlockers(record, policies[policy])).toEqual(
      read.map((fact) => ({ code: 'merge.unknown-fact', path: ['facts', fact], params: { fact } })),
    )
  })

  it('needs nothing but the facts that the policy names', () => {
    const policy = definePolicy(policies.shopify, {
      mergeBlockers: [{ code: 'shop.lawsuit', fact: 'custom.lawsuit', allows: ['none'] }],
    })
    expect(mergeBlockers({ facts: { custom: { lawsuit: 'none' } } }, policy)).toEqual([])
    expect(mergeBlockers({ facts: {} }, policy)).toEqual([
      { code: 'merge.unknown-fact', path: ['facts', 'custom.lawsuit'], params: { fact: 'custom.lawsuit' } },
    ])
  })
})

describe('MB-6 is an invariant', () => {
  const lenient = definePolicy(policies.shopify, { mergeBlockers: [] })
  const gone = { code: 'merge.deleted', path: ['facts', 'deleted'] }

  it('under a policy without the row', () => {
    expect(mergeBlockers(buildRecord({ facts: { deleted: true } }), lenient)).toEqual([gone])
    expect(mergeBlockers(buildRecord(), lenient)).toEqual([])
  })

  it('under a policy whose row allows it', () => {
    const row = { code: 'merge.deleted', fact: 'deleted', allows: [false, true] } as const
    const policy = definePolicy(policies.shopify, { mergeBlockers: [row] })
    expect(mergeBlockers({ facts: { deleted: true } }, policy)).toEqual([gone])
  })

  it('without saying twice what a row of the policy says', () => {
    const row = { code: 'merge.deleted', fact: 'deleted', allows: [false], lift: 'restore' } as const
    const policy = definePolicy(policies.shopify, { mergeBlockers: [row] })
    expect(mergeBlockers({ facts: { deleted: true } }, policy)).toEqual([
      { ...gone, params: { lift: 'restore' } },
    ])
  })

  it.each<[string, Partial<Facts>]>([
    ['absent', {}],
    ['not known', { deleted: 'unknown' } as unknown as Partial<Facts>],
  ])('that is silent about a fact that is %s', (_name, facts) => {
    expect(mergeBlockers({ facts }, lenient)).toEqual([])
  })

  it('that refuses the plan, and names the record', () => {
    const records = [true, false].map((deleted, index) =>
      buildRecord({ customer: { id: `${index + 1}` }, facts: { deleted } }),
    )
    expect(planMerge({ records }, buildContext({ policy: lenient }))).toEqual({
      ok: false,
      problems: [{ ...gone, params: { customers: ['1'] } }],
    })
  })
})

describe('planMerge and blockers', () => {
  const sides = [
    ['first', 0],
    ['second', 1],
    ['third', 2],
  ] as const
  const cases = rows.flatMap((row) =>
    names.flatMap((policy) =>
      sides.map(([side, index]) => ({ ...row, policy, side, index, isBlocked: row.blocks.includes(policy) })),
    ),
  )

  it.each(cases)('$name of the $side under $policy blocks: $isBlocked', (row) => {
    const records = [0, 1, 2].map((index) =>
      buildRecord({ customer: { id: `${index}` }, facts: index === row.index ? row.facts : {} }),
    )
    const outcome = planMerge({ records }, buildContext({ policy: policies[row.policy] }))
    const problem = {
      code: row.code,
      path: ['facts', Object.keys(row.facts)[0]],
      params: { customers: [`${row.index}`] },
    }
    expect(outcome.ok ? [] : outcome.problems).toEqual(row.isBlocked ? [problem] : [])
    expect(outcome.ok).toBe(!row.isBlocked)
  })

  it('gives all blockers of all records at once, each once with every record that it holds for', () => {
    const facts: Partial<Facts>[] = [
      { vaultedCards: 2, multipass: 'unknown' },
      { dataRequest: 'pending', company: 'unknown' },
      { vaultedCards: 1, multipass: 'unknown' },
    ]
    const records = facts.map((one, index) => buildRecord({ customer: { id: `${index + 1}` }, facts: one }))
    expect(planMerge({ records }, buildContext())).toEqual({
      ok: false,
      problems: [
        { code: 'merge.vaulted-card', path: ['facts', 'vaultedCards'], params: { customers: ['1', '3'] } },
        {
          code: 'merge.unknown-fact',
          path: ['facts', 'multipass'],
          params: { fact: 'multipass', customers: ['1', '3'] },
        },
        {
          code: 'merge.unknown-fact',
          path: ['facts', 'company'],
          params: { fact: 'company', customers: ['2'] },
        },
        { code: 'merge.data-request', path: ['facts', 'dataRequest'], params: { customers: ['2'] } },
      ],
    })
  })
})
