import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomerRecord } from '../../src/customer/record.js'
import { isMissing, keepable } from '../../src/merge/keepable.js'
import type { KeepField, MergeKeep } from '../../src/merge/merge-wish.js'
import { planMerge } from '../../src/merge/plan-merge.js'
import type { Context } from '../../src/plan/context.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import { buildContext } from '../../src/testing/build-context.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { mergeable } from './mergeable.js'
import { planned } from './planned.js'

const harmless = buildRecord().facts

/** What can be chosen freely; whose email is kept decides who survives. */
const fields = (Object.keys(keepable) as KeepField[]).filter((field) => field !== 'email')

const consents = fc.constantFrom('either', 'most-restrictive', 'follows-contact')

type Several = readonly [CustomerRecord, ...CustomerRecord[]]

const several = mergeable(3, 5).map((records) => records.map(withOwnAddressIds) as unknown as Several)

/** Of some fields a record that has anything to keep. */
const choices = several.chain((records) =>
  fc.tuple(
    fc.constant(records),
    fc
      .record(
        Object.fromEntries(fields.map((field) => [field, fc.constantFrom<CustomerRecord>(...records)])),
        {
          requiredKeys: [],
          noNullPrototype: true,
        },
      )
      .map((chosen) =>
        Object.fromEntries(
          Object.entries<CustomerRecord>(chosen as Record<string, CustomerRecord>)
            .filter(([field, { customer }]) => !isMissing(keepable[field as KeepField](customer)))
            .map(([field, { customer }]) => [field, customer.id]),
        ),
      ),
  ),
)

const merge = (records: Several, keep: MergeKeep, context: Context): CustomerRecord =>
  planned(planMerge({ records, survivor: records[0].customer.id, keep }, context)).result

/** Two by two: what was chosen of a record that is merged already, the survivor has. */
function fold([survivor, ...others]: Several, keep: MergeKeep, context: Context): CustomerRecord {
  const merged = new Set([survivor.customer.id])
  return others.reduce((one, next) => {
    merged.add(next.customer.id)
    const now = Object.entries(keep)
      .filter(([, id]) => merged.has(id ?? ''))
      .map(([field, id]) => [field, id === next.customer.id ? id : one.customer.id])
    return merge([{ ...one, facts: harmless }, next], Object.fromEntries(now), context)
  }, survivor)
}

describe('M-10 a merge of many', () => {
  const contextOf = (consent: 'either' | 'most-restrictive' | 'follows-contact'): Context =>
    buildContext({ policy: definePolicy(policies.shopify, { consent }) })

  it('equals merging two by two into the same survivor', () => {
    fc.assert(
      fc.property(several, consents, (records, consent) => {
        const context = contextOf(consent)
        const [atOnce, folded] = [merge(records, {}, context), fold(records, {}, context)]
        expect(folded).toEqual(atOnce)
      }),
    )
  })

  it('equals merging two by two with what is chosen, each time of what there is', () => {
    fc.assert(
      fc.property(choices, consents, ([records, keep], consent) => {
        const context = contextOf(consent)
        expect(fold(records, keep, context).customer).toEqual(merge(records, keep, context).customer)
      }),
      { numRuns: 50 },
    )
  })
})

/** New ids are numbered in each merge apart, so records that share none are needed to compare. */
function withOwnAddressIds(record: CustomerRecord): CustomerRecord {
  const { customer } = record
  const own = <Id extends string | null>(id: Id): Id => (id === null ? id : (`${customer.id}-${id}` as Id))
  return {
    ...record,
    customer: {
      ...customer,
      addresses: customer.addresses.map((address) => ({ ...address, id: own(address.id ?? '') })),
      defaultAddressId: own(customer.defaultAddressId),
      billingDetails: customer.billingDetails.map((details) => ({ ...details, id: own(details.id ?? '') })),
      defaultBillingDetailsId: own(customer.defaultBillingDetailsId),
    },
  }
}
