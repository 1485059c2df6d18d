import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../src/contact/phone-parser.js'
import { customerProblems } from '../../src/customer/customer-problems.js'
import type { CustomerRecord } from '../../src/customer/record.js'
import type { MergeChoices } from '../../src/merge/merge-wish.js'
import { planMerge } from '../../src/merge/plan-merge.js'
import { noRelations } from '../../src/plan/store-traits.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { buildContext } from '../../src/testing/build-context.js'
import { codesOf, planned } from './planned.js'

const { mergeablePair } = arbitraries(fc)

/** What may be typed in the review, right and wrong. */
const typedContacts = {
  firstName: fc.option(fc.string({ unit: 'grapheme', maxLength: 20 })),
  lastName: fc.option(fc.string({ unit: 'grapheme', maxLength: 20 })),
  email: fc.option(fc.oneof(fc.emailAddress(), fc.string({ maxLength: 20 }))),
  phone: fc.option(fc.oneof(fc.constant('+48 601 234 567'), fc.string({ maxLength: 20 }))),
} as const

/** Anything that may be chosen of two records. */
function choicesOf([first, second]: readonly [CustomerRecord, CustomerRecord]): fc.Arbitrary<MergeChoices> {
  const id = fc.constantFrom(first.customer.id, second.customer.id)
  return fc.record(
    {
      survivor: id,
      ...typedContacts,
      note: fc.option(fc.string({ unit: 'grapheme', maxLength: 20 })),
      tags: fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 5 }),
      keep: fc.record(
        { firstName: id, tags: id, note: id, account: id, smsMarketingConsent: id, defaultAddress: id },
        { requiredKeys: [], noNullPrototype: true },
      ),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
}

const wished = mergeablePair().chain((pair) => fc.tuple(fc.constant(pair), choicesOf(pair)))

const relations = fc.dictionary(
  fc.oneof(fc.constantFrom('orders', 'wishlists', '__proto__'), fc.string()),
  fc.constantFrom('in-commit', 'outbox', 'none'),
  { noNullPrototype: true },
)

describe('a plan of a merge', () => {
  it('with any choices survives JSON, and lists every field once', () => {
    fc.assert(
      fc.property(wished, ([records, choices]) => {
        const outcome = planMerge({ records, ...choices }, buildContext())
        if (!outcome.ok) return
        const plan = outcome.value
        expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan)
        expect(plan.fields.map(({ field }) => field)).toEqual(Object.keys(plan.result.customer))
        for (const { field, kept } of plan.fields) expect(plan.result.customer[field]).toBe(kept)
      }),
    )
  })

  it('M-2a keeps of what is typed only what may be kept, and does not lose it', () => {
    const fields = ['firstName', 'lastName', 'email', 'phone'] as const
    fc.assert(
      fc.property(wished, ([records, choices]) => {
        const outcome = planMerge({ records, ...choices }, buildContext({ parsePhone }))
        if (!outcome.ok) return
        const { customer } = outcome.value.result
        const typed = fields.filter((field) => choices[field] !== undefined)
        const wrong = customerProblems(customer).filter(({ path: [field] }) =>
          typed.some((one) => one === field),
        )
        expect(wrong).toEqual([])
        for (const field of typed) {
          expect(outcome.value.fields.find((row) => row.field === field)?.rule).toBe('edited')
          expect(customer[field] === null).toBe((choices[field] ?? '').trim() === '')
        }
      }),
    )
  })

  it('loses no relation, the host’s own neither: each is moved once, in the commit or by the outbox', () => {
    fc.assert(
      fc.property(mergeablePair(), relations, (records, own) => {
        const all = { ...noRelations, ...own }
        const context = { ...buildContext(), store: { ...buildContext().store, relations: all } }
        const { changeSet, relations: fates, survivor, absorbed } = planned(planMerge({ records }, context))
        expect(fates).toEqual(Object.entries(all).map(([relation, mode]) => ({ relation, mode })))
        const namesOf = (moves: readonly { readonly type: string }[]): unknown[] =>
          moves
            .filter(({ type }) => type === 'reassign')
            .map((move) => (move as { relation?: string }).relation)
        const named = (wanted: string): string[] =>
          fates.filter(({ mode }) => mode === wanted).map(({ relation }) => relation)
        expect(namesOf(changeSet.changes)).toEqual(named('in-commit'))
        expect(namesOf(changeSet.outbox)).toEqual(named('outbox'))
        for (const move of [...changeSet.changes, ...changeSet.outbox])
          if (move.type === 'reassign') expect(move).toMatchObject({ from: absorbed, to: survivor })
      }),
    )
  })

  it('gives a result over no limit of any policy, whatever is chosen', () => {
    const limits = { ...policies.shopify.limits, note: 30, tags: 3 }
    const policy = definePolicy(policies.shopify, { limits })
    fc.assert(
      fc.property(wished, ([records, choices]) => {
        const outcome = planMerge({ records, ...choices }, buildContext({ policy }))
        if (!outcome.ok) return
        const { note, tags } = outcome.value.result.customer
        expect([...(note ?? '')].length).toBeLessThanOrEqual(30)
        expect(tags.length).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('is not made by half: what is refused names each of the reasons', () => {
    fc.assert(
      fc.property(arbitraries(fc).blockedPair('merge.too-many-tags'), ([first, second]) => {
        const blocked = {
          ...second,
          facts: { ...second.facts, multipass: true, dataRequest: 'pending' },
        } as const
        expect(codesOf(planMerge({ records: [first, blocked] }, buildContext()))).toEqual([
          'merge.multipass',
          'merge.data-request',
          'merge.too-many-tags',
        ])
      }),
      { numRuns: 30 },
    )
  })
})
