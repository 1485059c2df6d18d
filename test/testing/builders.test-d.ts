import * as namespace from 'fast-check'
import fc from 'fast-check'
import { describe, expectTypeOf, it } from 'vitest'
import type { CustomerRecord } from '../../src/customer/record.js'
import { policies } from '../../src/policy/policies.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { buildContext } from '../../src/testing/build-context.js'
import { buildRecord, type RecordOverrides } from '../../src/testing/build-record.js'

describe('buildRecord', () => {
  it('takes any part of a record', () => {
    expectTypeOf(
      buildRecord({ customer: { tags: ['vip'] }, facts: { custom: { a: [1] } } }),
    ).toEqualTypeOf<CustomerRecord>()
  })

  it('takes no half of an account or of an amount, which the other half may not fit', () => {
    expectTypeOf<{ customer: { account: { state: 'ENABLED' } } }>().not.toExtend<RecordOverrides>()
    expectTypeOf<{ statistics: { amountSpent: { minor: number } } }>().not.toExtend<RecordOverrides>()
  })

  it('takes no field that there is not, and no value of another type', () => {
    // @ts-expect-error: a customer has no nickname
    buildRecord({ customer: { nickname: 'a' } })
    // @ts-expect-error: cards are counted
    buildRecord({ facts: { vaultedCards: 'none' } })
  })
})

describe('buildContext', () => {
  it('takes a policy only whole', () => {
    expectTypeOf(buildContext).toBeCallableWith({ policy: policies.shopelo, shop: { country: 'PL' } })
    // @ts-expect-error: half a policy is none
    buildContext({ policy: { name: 'half' } })
  })
})

describe('arbitraries', () => {
  it('take fast-check as people import it', () => {
    expectTypeOf(arbitraries).toBeCallableWith(fc)
    expectTypeOf(arbitraries).toBeCallableWith(namespace)
    expectTypeOf(arbitraries(fc).record).toEqualTypeOf<fc.Arbitrary<CustomerRecord>>()
  })
})
