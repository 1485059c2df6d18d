import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerProblems } from '../../src/customer/customer-problems.js'
import { planMerge } from '../../src/merge/plan-merge.js'
import { policies } from '../../src/policy/policies.js'
import { buildContext } from '../../src/testing/build-context.js'
import { mergeable } from './mergeable.js'
import { planned } from './planned.js'

describe('the merged customer', () => {
  it('is one against whom no rule has anything, where none has against those who are merged', () => {
    fc.assert(
      fc.property(mergeable(), (records) => {
        const { customer } = planned(planMerge({ records }, buildContext())).result
        expect(customerProblems(customer, policies.shopify)).toEqual([])
      }),
    )
  })
})
