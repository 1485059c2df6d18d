import { describe, expect, it } from 'vitest'
import { noLibraryFacts } from '../../src/customer/facts.js'
import { defaultRules } from '../../src/customer/rules.js'
import { claimsOf } from '../../src/plan/claims.js'
import type { Blocker } from '../../src/policy/blocker.js'
import {
  deletionBlockerRows,
  deletionInvariantRows,
  mergeBlockerRows,
  mergeInvariants,
} from '../../src/policy/blockers.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies, type PolicyName } from '../../src/policy/policies.js'
import type { Policy } from '../../src/policy/policy.js'
import { buildRecord } from '../../src/testing/build-record.js'

const names: readonly PolicyName[] = ['shopify', 'shopify-fi', 'shopify-nb', 'shopify-nl', 'shopelo']

/** The tables of the requirements, cell by cell; where an edition states nothing, the newest edition's rules. */
const mergeMatrix: readonly (readonly [string, string, ...boolean[]])[] = [
  // id, code, shopify, -fi, -nb, -nl, shopelo
  ['MB-1', 'merge.subscription-history', true, true, true, true, true],
  ['MB-2', 'merge.company-contact', true, true, true, true, true],
  ['MB-3', 'merge.vaulted-card', true, false, true, true, true],
  ['MB-4', 'merge.store-credit', true, false, true, true, true],
  ['MB-5', 'merge.multipass', true, false, true, true, true],
  ['MB-6', 'merge.deleted', true, true, true, true, true],
  ['MB-7', 'merge.redacted', true, true, true, true, true],
  ['MB-8', 'merge.in-progress', true, true, true, true, true],
  ['MB-9', 'merge.data-request', true, true, true, true, true],
]

const deletionMatrix: readonly (readonly [string, string, ...boolean[]])[] = [
  ['D-1', 'deletion.pending-redaction', true, true, true, false, true],
  ['D-2', 'deletion.scheduled-gift-card', true, true, false, false, true],
  ['D-3', 'deletion.subscription-history', true, true, false, false, true],
  ['D-4', 'deletion.active-subscription', false, false, true, false, false],
  ['D-5', 'deletion.order-history', false, true, true, true, false],
]

const rowsOf = (matrix: typeof mergeMatrix, column: number): string[] =>
  matrix.filter(([, , ...cells]) => cells[column]).map(([id, code]) => `${id} ${code}`)

const rowsIn = (blockers: readonly Blocker[]): string[] =>
  blockers.map(({ requirement, code }) => `${requirement} ${code}`).toSorted()

describe('the shipped policies', () => {
  it.each(names.map((name, column) => [name, column] as const))(
    'MB-1 … MB-9 and D-1 … D-5 block under %s as its edition states',
    (name, column) => {
      expect(rowsIn(policies[name].mergeBlockers)).toEqual(rowsOf(mergeMatrix, column))
      expect(rowsIn(policies[name].deletionBlockers)).toEqual(rowsOf(deletionMatrix, column))
    },
  )

  it('are named by their keys', () => {
    expect(Object.entries(policies).map(([key, { name }]) => [key, name])).toEqual(
      names.map((name) => [name, name]),
    )
  })

  it.each(names)('survive JSON: %s', (name) => {
    expect(JSON.parse(JSON.stringify(policies[name]))).toStrictEqual(policies[name])
  })

  it.each(names)(
    'M-4, M-5, M-6, A-0 hold under %s: 5000 characters, 250 tags, either consent, a warning',
    (name) => {
      const { limits, consent, military } = policies[name]
      expect([limits.note, limits.tags, consent]).toEqual([5000, 250, 'either'])
      expect(military).toEqual({ level: 'merchant', severity: 'warn' })
    },
  )

  it.each([
    ['shopify', true],
    ['shopify-fi', true],
    ['shopify-nb', true],
    ['shopify-nl', true],
    ['shopelo', false],
  ] as const)('G-1, G-2: under %s erasure waits for a request: %j', (name, requestFirst) => {
    expect(policies[name].erasure).toEqual({ requestFirst, retentionDays: 0, businessMetafields: [] })
  })

  it.each(names)(
    'E-2, C-8, C-10: under %s a customer edits contacts and addresses, never what is the shop’s',
    (name) => {
      const { staff, customer } = policies[name].editable
      expect(customer.toSorted()).toEqual([
        'addresses',
        'billingDetails',
        'defaultAddressId',
        'defaultBillingDetailsId',
        'email',
        'firstName',
        'lastName',
        'locale',
        'phone',
      ])
      const ours = [
        'note',
        'tags',
        'account',
        'priceLevel',
        'source',
        'taxExempt',
        'taxExemptions',
        'metafields',
      ]
      expect(staff.toSorted()).toEqual([...customer, ...ours].toSorted())
    },
  )

  it('are judged by before any is chosen: the rules without a policy are those of the default', () => {
    const { limits, military } = policies.shopify
    expect(defaultRules).toEqual({ limits, military })
    expect(defaultRules.military).toEqual({ level: 'merchant', severity: 'warn' })
  })

  it.each(names)(
    'let a guest become the account that is registered on proof of the mailbox alone, under %s',
    (name) => {
      expect(policies[name].registration).toBe('when-email-confirmed')
    },
  )

  it.each(names)('let an invitation hold 30 days and a password reset one, under %s', (name) => {
    expect(policies[name].linkHours).toEqual({ invitation: 720, 'password-reset': 24 })
  })

  it.each([
    ['shopify', 'customer'],
    ['shopify-fi', 'customer'],
    ['shopify-nb', 'customer'],
    ['shopify-nl', 'chosen'],
    ['shopelo', 'customer'],
  ] as const)('P-1 under %s a payment link goes to: %s', (name, recipient) => {
    expect(policies[name].paymentLink).toEqual({ recipient })
  })

  it.each(names)('keep emails and phones apart in the whole shop, under %s', (name) => {
    expect(policies[name].identity).toEqual({ email: 'per-shop', phone: 'unique', ignore: [] })
  })
})

describe('the rows of blockers', () => {
  /** Of each fact, which values let the operation pass, as the requirement reads. */
  const allowed: readonly (readonly [string, string, readonly unknown[], readonly unknown[]])[] = [
    ['MB-1', 'subscriptionContracts', ['never'], ['past', 'active', 'unknown']],
    ['MB-2', 'company', ['none'], ['active', 'past-orders', 'unknown']],
    ['MB-3', 'vaultedCards', [0], [1, 7, 'unknown']],
    ['MB-4', 'storeCreditAccounts', [0], [1, 'unknown']],
    ['MB-5', 'multipass', [false], [true, 'unknown']],
    ['MB-6', 'deleted', [false], [true, 'unknown']],
    ['MB-7', 'redaction', ['none'], ['pending', 'done', 'unknown']],
    ['MB-8', 'mergeInProgress', [false], [true, 'unknown']],
    ['MB-9', 'dataRequest', ['none'], ['pending', 'unknown']],
    ['D-1', 'redaction', ['none', 'done'], ['pending', 'unknown']],
    ['D-2', 'scheduledGiftCards', [0], [1, 2, 'unknown']],
    ['D-3', 'subscriptionContracts', ['never'], ['past', 'active', 'unknown']],
    ['D-4', 'subscriptionContracts', ['never', 'past'], ['active', 'unknown']],
    ['D-5', 'orderHistory', ['none'], ['some', 'unknown']],
  ]

  const rows: readonly Blocker[] = [...Object.values(mergeBlockerRows), ...Object.values(deletionBlockerRows)]

  it.each(allowed)('%s reads %s and lets pass %j alone, not %j', (id, fact, passes, blocks) => {
    const row = rows.find(({ requirement }) => requirement === id)
    expect(row?.fact).toBe(fact)
    expect(passes.filter((value) => !row?.allows.some((one) => one === value))).toEqual([])
    expect(blocks.filter((value) => row?.allows.some((one) => one === value))).toEqual([])
  })

  it('are all of the requirements, each once', () => {
    expect(rows.map(({ requirement }) => requirement)).toEqual(allowed.map(([id]) => id))
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length)
  })

  it('D-1 … D-5 say what would lift each', () => {
    expect(Object.values(deletionBlockerRows).map((row) => [row.requirement, row.lift])).toEqual([
      ['D-1', 'cancel-redaction'],
      ['D-2', 'deliver-or-cancel-gift-card'],
      ['D-3', 'never'],
      ['D-4', 'end-subscription'],
      ['D-5', 'never'],
    ])
  })
})

describe('the invariants', () => {
  it('MB-6 is one for a merge', () => {
    expect(mergeInvariants.map(({ requirement, code }) => [requirement, code])).toEqual([
      ['MB-6', 'merge.deleted'],
    ])
  })

  it('D-6 rests on two for a deletion: nobody is deleted twice, or while a merge still moves rows', () => {
    expect(Object.values(deletionInvariantRows)).toEqual([
      { code: 'deletion.deleted', fact: 'deleted', allows: [false], lift: 'never', requirement: 'D-6' },
      {
        code: 'deletion.merge-in-progress',
        fact: 'mergeInProgress',
        allows: [false],
        lift: 'wait-for-merge',
        instead: ['block'],
        requirement: 'D-6',
      },
    ])
  })

  it('read only what the library keeps, so that no host can fail to tell it', () => {
    const facts = [...mergeInvariants, ...Object.values(deletionInvariantRows)].map(({ fact }) => fact)
    expect(facts.filter((fact) => !Object.hasOwn(noLibraryFacts, fact))).toEqual([])
  })
})

describe('definePolicy', () => {
  const before = JSON.stringify(policies)

  it('replaces whole what is named and keeps the rest', () => {
    const row: Blocker = { code: 'host.lawsuit', fact: 'custom.lawsuit', allows: ['none'] }
    const own = definePolicy(policies['shopify-fi'], { name: 'own', mergeBlockers: [row] })
    expect(own).toEqual({ ...policies['shopify-fi'], name: 'own', mergeBlockers: [row] })
    expect(JSON.parse(JSON.stringify(own))).toStrictEqual(own)
  })

  it('brings the texts of its own codes', () => {
    const messages = { en: { 'host.lawsuit': 'A lawsuit is open.' } }
    expect(definePolicy(policies.shopify, { messages }).messages).toEqual(messages)
  })

  it('C-6 takes emails of one mailbox for one where a host asks for it by data, and no shipped policy does', () => {
    const emailKey = { ignoreTags: true, ignoreDots: true }
    const own = definePolicy(policies.shopify, { identity: { ...policies.shopify.identity, emailKey } })
    expect(JSON.parse(JSON.stringify(own))).toStrictEqual(own)
    const { customer } = buildRecord({ customer: { email: 'An.Na+1@example.com' } })
    expect(claimsOf(customer, own.identity)).toEqual(['email:anna@example.com'])
    for (const { identity } of Object.values(policies))
      expect(claimsOf(customer, identity)).toEqual(['email:an.na+1@example.com'])
  })

  it('takes what is undefined for not named', () => {
    const changes = { name: 'own', limits: undefined, mergeBlockers: undefined } as unknown as Partial<Policy>
    expect(definePolicy(policies.shopify, changes)).toStrictEqual({ ...policies.shopify, name: 'own' })
  })

  it.each([
    [{ consent: 'both' }, "`consent` of a policy is one of 'either', 'most-restrictive', 'follows-contact'"],
    [
      { registration: 'always' },
      "`registration` of a policy is one of 'never', 'when-email-confirmed', 'same-email'",
    ],
    [
      { military: { level: 'usps', severity: 'warn' } },
      "`military.level` of a policy is one of 'merchant', 'postal'",
    ],
    [{ military: { level: 'postal' } }, "`military.severity` of a policy is one of 'warn', 'refuse'"],
    [{ military: null }, "`military.level` of a policy is one of 'merchant', 'postal'"],
    [{ military: 'postal' }, "`military.level` of a policy is one of 'merchant', 'postal'"],
    [
      { identity: { email: 'unique', phone: 'unique', ignore: [] } },
      "`identity.email` of a policy is one of 'per-shop', 'per-account-type', 'not-unique'",
    ],
    [
      { identity: { email: 'per-shop', phone: 'per-shop', ignore: [] } },
      "`identity.phone` of a policy is one of 'unique', 'not-unique'",
    ],
    [{ paymentLink: {} }, "`paymentLink.recipient` of a policy is one of 'customer', 'chosen'"],
    [{ registraton: 'never' }, 'a policy has no `registraton`'],
  ])('throws for what nobody would follow, as from a file: %j', (changes, says) => {
    expect(() => definePolicy(policies.shopify, changes as never)).toThrow(
      new TypeError(`clientele: ${says}`),
    )
  })

  it('leaves its base as it was', () => {
    definePolicy(policies.shopify, { name: 'x', consent: 'most-restrictive' })
    expect(JSON.stringify(policies)).toBe(before)
  })
})

describe('definePolicy, of each way that a policy can choose', () => {
  const { shopify } = policies
  const { identity, military, paymentLink } = shopify
  const emails = ['per-shop', 'per-account-type', 'not-unique'] as const
  const ways: readonly Partial<Policy>[] = [
    ...(['either', 'most-restrictive', 'follows-contact'] as const).map((consent) => ({ consent })),
    ...emails.map((email) => ({ identity: { ...identity, email } })),
    ...(['unique', 'not-unique'] as const).map((phone) => ({ identity: { ...identity, phone } })),
    ...(['never', 'when-email-confirmed', 'same-email'] as const).map((registration) => ({ registration })),
    ...(['merchant', 'postal'] as const).map((level) => ({ military: { ...military, level } })),
    ...(['warn', 'refuse'] as const).map((severity) => ({ military: { ...military, severity } })),
    ...(['customer', 'chosen'] as const).map((recipient) => ({ paymentLink: { ...paymentLink, recipient } })),
  ]

  it.each(ways)('takes %j', (changes) => {
    expect(definePolicy(shopify, changes)).toEqual({ ...shopify, ...changes })
  })

  it.each(['shopify', null, undefined, () => shopify])('throws for a base that is none: %s', (base) => {
    expect(() => definePolicy(base as never, {})).toThrow(
      'a policy is derived from another, such as policies.shopify',
    )
  })

  it('throws for changes that are none', () => {
    expect(() => definePolicy(shopify, [] as never)).toThrow('what is different in a policy is given by name')
  })

  it.each(['toString', 'constructor'])('has no way that every object has: %s', (consent) => {
    expect(() => definePolicy(shopify, { consent: consent as never })).toThrow(
      '`consent` of a policy is one of',
    )
  })
})
