import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planMerge } from '../../src/merge/plan-merge.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import type { Policy } from '../../src/policy/policy.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import type { RecordPair } from '../../src/testing/arbitrary-pair.js'
import { buildContext } from '../../src/testing/build-context.js'

const { mergeablePair, blockedPair } = arbitraries(fc)

/** Blockers of a host's own, two of them on one fact, and limits that ordinary records are over. */
const own = definePolicy(policies.shopify, {
  name: 'own',
  mergeBlockers: [
    { code: 'shop.lawsuit', fact: 'custom.lawsuit', allows: ['none', 'settled'] },
    { code: 'shop.some-cards', fact: 'vaultedCards', allows: [0, 7] },
    { code: 'shop.many-cards', fact: 'vaultedCards', allows: [0, 1] },
    { code: 'shop.orders', fact: 'orderHistory', allows: ['none', 'unknown'] },
  ],
  limits: { ...policies.shopify.limits, note: 40, tags: 5 },
})

const everyPolicy: readonly Policy[] = [...Object.values(policies), own]

const codesOf = (records: RecordPair, policy: Policy): string[] => {
  const outcome = planMerge({ records }, buildContext({ policy }))
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code)
}

describe('mergeablePair', () => {
  it.each(everyPolicy.map((policy) => [policy.name, policy] as const))(
    'makes pairs that planMerge accepts under %s',
    (_name, policy) => {
      fc.assert(
        fc.property(mergeablePair(policy), (pair) => {
          expect(codesOf(pair, policy)).toEqual([])
          expect(JSON.parse(JSON.stringify(pair))).toStrictEqual(pair)
        }),
      )
    },
  )

  it("is of the newest edition's policy where none is given", () => {
    fc.assert(fc.property(mergeablePair(), (pair) => codesOf(pair, policies.shopify).length === 0))
  })

  it('leaves what the policy does not read as it may be', () => {
    const pairs = fc.sample(mergeablePair(policies['shopify-fi']), { numRuns: 500, seed: 1 })
    const facts = pairs.flatMap(([first, second]) => [first.facts, second.facts])
    expect(facts.some(({ vaultedCards }) => vaultedCards === 3)).toBe(true)
    expect(facts.some(({ orderHistory }) => orderHistory === 'some')).toBe(true)
    expect(facts.some(({ multipass }) => multipass === 'unknown')).toBe(true)
  })

  it('is a programmer’s error under a policy that nobody can pass', () => {
    const contradiction = { code: 'shop.no-cards', fact: 'vaultedCards', allows: [1] } as const
    const policy = definePolicy(policies.shopify, {
      mergeBlockers: [...policies.shopify.mergeBlockers, contradiction],
    })
    expect(() => mergeablePair(policy)).toThrow('no value of vaultedCards passes all blockers')
  })
})

const general = [
  'merge.unknown-fact',
  'merge.same-customer',
  'merge.note-too-long',
  'merge.too-many-tags',
] as const

describe('blockedPair', () => {
  const cases = everyPolicy.flatMap((policy) =>
    [...new Set([...policy.mergeBlockers.map(({ code }) => code), 'merge.deleted', ...general])].map(
      (code) => [code, policy.name, policy] as const,
    ),
  )

  it.each(cases)('makes pairs that planMerge refuses with exactly %s under %s', (code, _name, policy) => {
    fc.assert(
      fc.property(blockedPair(code, policy), (pair) => {
        expect(codesOf(pair, policy)).toEqual([code])
        expect(JSON.parse(JSON.stringify(pair))).toStrictEqual(pair)
      }),
      { numRuns: 15 },
    )
  })

  it("is of the newest edition's policy where none is given", () => {
    fc.assert(
      fc.property(blockedPair('merge.multipass'), (pair) => {
        expect(codesOf(pair, policies.shopify)).toEqual(['merge.multipass'])
      }),
    )
  })

  it('blames the first, the second, and both', () => {
    const pairs = fc.sample(blockedPair('merge.vaulted-card'), { numRuns: 100, seed: 1 })
    const sides = pairs.map((pair) => pair.map(({ facts }) => facts.vaultedCards !== 0).join())
    expect(new Set(sides)).toEqual(new Set(['true,false', 'false,true', 'true,true']))
  })

  it('makes pairs by every value that blocks, each with what belongs to it', () => {
    const pairs = fc.sample(blockedPair('merge.redacted'), { numRuns: 100, seed: 1 })
    const facts = pairs.flatMap(([first, second]) => [first.facts, second.facts])
    expect(new Set(facts.map(({ redaction }) => redaction))).toEqual(new Set(['none', 'pending', 'done']))
    for (const { redaction, redactionRequest } of facts)
      expect(redactionRequest !== null).toBe(redaction === 'pending')
  })

  it.each(general.slice(2))('makes pairs of which neither alone is over the limit: %s', (code) => {
    fc.assert(
      fc.property(blockedPair(code), (pair) => {
        for (const { customer } of pair) {
          expect([...(customer.note ?? '')].length).toBeLessThanOrEqual(5000)
          expect(customer.tags.length).toBeLessThanOrEqual(250)
        }
      }),
    )
  })

  it('is a programmer’s error with a code that no row of the policy has', () => {
    expect(() => blockedPair('merge.multipass', policies['shopify-fi'])).toThrow('blocked by this code alone')
    expect(() => blockedPair('toString')).toThrow('blocked by this code alone')
  })
})
