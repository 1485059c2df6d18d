import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  deletionBlockers,
  explainProblem,
  mergeBlockers,
  normalizeTags,
  planDeletion,
  planMerge,
  policies,
  type CustomerRecord,
} from 'clientele'
import { en } from 'clientele/messages/en'
import { arbitraries, buildContext, buildRecord } from 'clientele/testing'
import fc from 'fast-check'
import { policy } from './rules.js'

const { record, mergeablePair, blockedPair } = arbitraries(fc)
const context = buildContext({ policy })

const codesOf = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code)
const withLoans = ({ facts }: CustomerRecord, loans: number) => ({
  facts: { ...facts, custom: { ...facts.custom, loans } },
})

/** The shop's two rows, and who asks them. */
const cases = [
  { code: 'deletion.open-loan', blockersOf: deletionBlockers },
  { code: 'merge.open-loan', blockersOf: mergeBlockers },
]
for (const { code, blockersOf } of cases) {
  test(`${code}: of all customers, exactly those with a loan are blocked by it`, () => {
    fc.assert(
      fc.property(record, fc.nat({ max: 3 }), (one, loans) => {
        const codes = codesOf(blockersOf(withLoans(one, loans), policy))
        assert.equal(codes.includes(code), loans > 0)
      }),
    )
  })

  test(`${code}: what the large platform blocks, stays blocked`, () => {
    fc.assert(
      fc.property(record, fc.nat({ max: 3 }), (one, loans) => {
        const before = codesOf(blockersOf(one, policies.shopify))
        const after = new Set(codesOf(blockersOf(withLoans(one, loans), policy)))
        assert.ok(before.every((known) => after.has(known)))
      }),
    )
  })

  test(`${code} has a text of the shop's own`, () => {
    const language = { ...en, problems: { ...en.problems, ...policy.messages?.['en'] } }
    assert.match(explainProblem({ code, path: [] }, language), /on loan/)
  })
}

test('nobody has asked about loans: that blocks, too', () => {
  const outcome = planDeletion(buildRecord({ facts: { custom: {} } }), context)
  assert.deepEqual(outcome.ok ? [] : codesOf(outcome.problems), ['deletion.unknown-fact'])
})

test('two profiles without loans merge, and no tag is lost', () => {
  fc.assert(
    fc.property(mergeablePair(policy), ([one, other]) => {
      const planned = planMerge({ records: [one, other] }, context)
      assert.ok(planned.ok)
      const { tags } = planned.value.result.customer
      assert.equal(normalizeTags([...tags, ...one.customer.tags, ...other.customer.tags]).length, tags.length)
    }),
    { numRuns: 50 },
  )
})

test('a loan alone keeps two profiles apart, whichever of them has it', () => {
  fc.assert(
    fc.property(blockedPair('merge.open-loan', policy), (records) => {
      const planned = planMerge({ records }, context)
      assert.deepEqual(planned.ok ? [] : [...new Set(codesOf(planned.problems))], ['merge.open-loan'])
    }),
    { numRuns: 50 },
  )
})
