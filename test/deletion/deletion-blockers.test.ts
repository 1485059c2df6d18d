import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/customer/facts.js'
import { deletionBlockers } from '../../src/deletion/deletion-blockers.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies, type PolicyName } from '../../src/policy/policies.js'
import { buildRecord } from '../../src/testing/build-record.js'

const names = [
  'shopify',
  'shopify-fi',
  'shopify-nb',
  'shopify-nl',
  'shopelo',
] as const satisfies readonly PolicyName[]

interface Row {
  readonly name: string
  readonly facts: Partial<Facts>
  readonly code: string
  readonly lift: string
  /** ours: nobody is anonymised to whom something is still to be sent */
  readonly instead: readonly string[]
  /** the policies under which it blocks; shopelo has the newest rules */
  readonly blocks: readonly PolicyName[]
}

/** The table of section 7, typed from the requirements. */
const rows: readonly Row[] = [
  {
    name: 'D-1 a pending redaction',
    facts: { redaction: 'pending' },
    code: 'deletion.pending-redaction',
    lift: 'cancel-redaction',
    instead: ['anonymise', 'block'],
    blocks: ['shopify', 'shopify-fi', 'shopify-nb', 'shopelo'],
  },
  {
    name: 'D-1 a redaction that is done',
    facts: { redaction: 'done' },
    code: 'deletion.pending-redaction',
    lift: 'cancel-redaction',
    instead: ['anonymise', 'block'],
    blocks: [],
  },
  {
    name: 'D-2 a scheduled gift card',
    facts: { scheduledGiftCards: 1 },
    code: 'deletion.scheduled-gift-card',
    lift: 'deliver-or-cancel-gift-card',
    instead: ['block'],
    blocks: ['shopify', 'shopify-fi', 'shopelo'],
  },
  {
    name: 'D-3 a past subscription',
    facts: { subscriptionContracts: 'past' },
    code: 'deletion.subscription-history',
    lift: 'never',
    instead: ['anonymise', 'block'],
    blocks: ['shopify', 'shopify-fi', 'shopelo'],
  },
  {
    name: 'D-3 an active subscription',
    facts: { subscriptionContracts: 'active' },
    code: 'deletion.subscription-history',
    lift: 'never',
    instead: ['anonymise', 'block'],
    blocks: ['shopify', 'shopify-fi', 'shopelo'],
  },
  {
    name: 'D-4 an active subscription',
    facts: { subscriptionContracts: 'active' },
    code: 'deletion.active-subscription',
    lift: 'end-subscription',
    instead: ['block'],
    blocks: ['shopify-nb'],
  },
  {
    name: 'D-4 a past subscription',
    facts: { subscriptionContracts: 'past' },
    code: 'deletion.active-subscription',
    lift: 'end-subscription',
    instead: ['block'],
    blocks: [],
  },
  {
    name: 'D-5 an order history',
    facts: { orderHistory: 'some' },
    code: 'deletion.order-history',
    lift: 'never',
    instead: ['anonymise', 'block'],
    blocks: ['shopify-fi', 'shopify-nb', 'shopify-nl'],
  },
]

/** Which facts each policy reads, from the same table. */
const reads: Readonly<Record<PolicyName, readonly (keyof Facts)[]>> = {
  shopify: ['redaction', 'scheduledGiftCards', 'subscriptionContracts'],
  'shopify-fi': ['redaction', 'scheduledGiftCards', 'subscriptionContracts', 'orderHistory'],
  'shopify-nb': ['redaction', 'subscriptionContracts', 'orderHistory'],
  'shopify-nl': ['orderHistory'],
  shopelo: ['redaction', 'scheduledGiftCards', 'subscriptionContracts'],
}

describe('deletionBlockers', () => {
  const cases = rows.flatMap((row) =>
    names.map((policy) => ({ ...row, policy, isBlocked: row.blocks.includes(policy) })),
  )

  it.each(cases)(
    '$name under $policy blocks by $code: $isBlocked',
    ({ facts, code, lift, instead, policy, isBlocked }) => {
      const found = deletionBlockers(buildRecord({ facts }), policies[policy]).filter(
        (one) => one.code === code,
      )
      const path = ['facts', Object.keys(facts)[0]]
      expect(found).toEqual(isBlocked ? [{ code, path, params: { lift, instead } }] : [])
    },
  )

  it.each(names)('lets a customer with nothing going on be deleted under %s', (policy) => {
    expect(deletionBlockers(buildRecord(), policies[policy])).toEqual([])
  })

  it.each(names)(
    'counts every fact that the host cannot tell as a blocker under %s, and no other',
    (policy) => {
      expect(deletionBlockers({ facts: {} }, policies[policy])).toEqual(
        reads[policy].map((fact) => ({
          code: 'deletion.unknown-fact',
          path: ['facts', fact],
          params: { fact, lift: 'tell-fact', instead: ['block'] },
        })),
      )
    },
  )

  /** What nobody's policy can lift: a second deletion, and one while rows of an absorbed person are still on the way. */
  const invariants = [
    ['deleted', 'deletion.deleted', { lift: 'never' }],
    ['mergeInProgress', 'deletion.merge-in-progress', { lift: 'wait-for-merge', instead: ['block'] }],
  ] as const

  const lenient = definePolicy(policies.shopify, { name: 'lenient', deletionBlockers: [] })

  it.each(
    invariants.flatMap((row) =>
      [...names.map((name) => policies[name]), lenient].map(
        (policy) => [...row, policy.name, policy] as const,
      ),
    ),
  )('D-6 blocks by the fact %s under every policy: %s, %o, %s', (fact, code, params, _name, policy) => {
    expect(deletionBlockers(buildRecord({ facts: { [fact]: true } }), policy)).toEqual([
      { code, path: ['facts', fact], params },
    ])
    expect(deletionBlockers(buildRecord({ facts: { [fact]: false } }), policy)).toEqual([])
  })

  it('counts what the library keeps only where it is given', () => {
    expect(deletionBlockers({ facts: {} }, lenient)).toEqual([])
    expect(deletionBlockers({ facts: { mergeInProgress: true } }, lenient)).toHaveLength(1)
  })

  it("says once what a host's own row says of the same", () => {
    const row = { code: 'deletion.deleted', fact: 'deleted', allows: [false] } as const
    const policy = definePolicy(policies.shopify, { deletionBlockers: [row] })
    expect(deletionBlockers({ facts: { deleted: true } }, policy)).toEqual([
      { code: 'deletion.deleted', path: ['facts', 'deleted'] },
    ])
  })

  it('gives all blockers at once', () => {
    const record = buildRecord({
      facts: { orderHistory: 'some', redaction: 'pending', scheduledGiftCards: 2 },
    })
    expect(deletionBlockers(record, policies['shopify-fi']).map(({ code }) => code)).toEqual([
      'deletion.pending-redaction',
      'deletion.scheduled-gift-card',
      'deletion.order-history',
    ])
  })

  it("obeys a host's own row", () => {
    const policy = definePolicy(policies.shopify, {
      deletionBlockers: [{ code: 'shop.lawsuit', fact: 'custom.lawsuit', allows: ['none'] }],
    })
    expect(deletionBlockers({ facts: { custom: { lawsuit: 'open' } } }, policy)).toEqual([
      { code: 'shop.lawsuit', path: ['facts', 'custom.lawsuit'] },
    ])
  })
})
