import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/customer/facts.js'
import { deletionBlockers } from '../../src/deletion/deletion-blockers.js'
import { mergeBlockers } from '../../src/merge/merge-blockers.js'
import type { Blocker } from '../../src/policy/blocker.js'
import { deletionInvariantRows, mergeInvariants } from '../../src/policy/blockers.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import { arbitraries } from '../../src/testing/arbitraries.js'

const lawsuit = { code: 'shop.lawsuit', fact: 'custom.lawsuit', allows: ['none'] } as const
const own = definePolicy(policies['shopify-fi'], { mergeBlockers: [lawsuit], deletionBlockers: [lawsuit] })

/** Only what the rows read; what else a host might know is not there. */
function named(facts: Facts, rows: readonly Blocker[]): Partial<Facts> {
  const names = rows.map(({ fact }) => fact.split('.')[0])
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.includes(name)))
}

describe.each([...Object.values(policies), own])('under $name', (policy) => {
  it('mergeBlockers needs only the facts that its rows name', () => {
    fc.assert(
      fc.property(arbitraries(fc).record, ({ facts }) => {
        const few = named(facts, [...policy.mergeBlockers, ...mergeInvariants])
        expect(mergeBlockers({ facts: few }, policy)).toEqual(mergeBlockers({ facts }, policy))
      }),
    )
  })

  it('deletionBlockers needs only the facts that its rows name', () => {
    fc.assert(
      fc.property(arbitraries(fc).record, ({ facts }) => {
        const few = named(facts, [...policy.deletionBlockers, ...Object.values(deletionInvariantRows)])
        expect(deletionBlockers({ facts: few }, policy)).toEqual(deletionBlockers({ facts }, policy))
      }),
    )
  })
})
