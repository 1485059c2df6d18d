import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AddressFields } from '../../src/address/address.js'
import { addressFieldNames } from '../../src/address/address.js'
import type { Customer } from '../../src/customer/customer.js'
import type { CustomerRecord } from '../../src/customer/record.js'
import { tagKey } from '../../src/customer/tags.js'
import type { MergePlan } from '../../src/merge/merge-plan.js'
import { planMerge } from '../../src/merge/plan-merge.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { buildContext } from '../../src/testing/build-context.js'
import { mergeable } from './mergeable.js'
import { planned } from './planned.js'

const context = buildContext({ store: { relations: { orders: 'in-commit', discounts: 'outbox' } } })

const merge = (records: readonly CustomerRecord[], survivor?: string): MergePlan =>
  planned(planMerge({ records, survivor }, context))

const contentOf = (entry: AddressFields & { readonly taxId?: string | null }): string =>
  JSON.stringify([...addressFieldNames.map((name) => entry[name]), entry.taxId])

const contentsOf = (customers: readonly Customer[], book: 'addresses' | 'billingDetails'): Set<string> =>
  new Set(customers.flatMap((customer) => customer[book].map(contentOf)))

const tagsOf = (customers: readonly Customer[]): Set<string> =>
  new Set(customers.flatMap(({ tags }) => tags.map(tagKey)))

const customersOf = (records: readonly CustomerRecord[]): Customer[] =>
  records.map(({ customer }) => customer)

describe('a merge', () => {
  it('M-1 loses no tag, no address and no invoice data, and makes none up', () => {
    fc.assert(
      fc.property(mergeable(), (records) => {
        const { customer } = merge(records).result
        expect(tagsOf([customer])).toEqual(tagsOf(customersOf(records)))
        for (const book of ['addresses', 'billingDetails'] as const) {
          expect(contentsOf([customer], book)).toEqual(contentsOf(customersOf(records), book))
          expect(new Set(customer[book].map(({ id }) => id)).size).toBe(customer[book].length)
        }
      }),
    )
  })

  it('M-9 lists every field once, with what the result holds', () => {
    fc.assert(
      fc.property(mergeable(), (records) => {
        const { fields, result } = merge(records)
        expect(fields.map(({ field }) => field).toSorted()).toEqual(
          Object.keys(records[0]!.customer).toSorted(),
        )
        for (const { field, kept } of fields) expect(result.customer[field]).toBe(kept)
      }),
    )
  })

  it('M-9 accounts for every text: it is kept, joined, or listed as dropped', () => {
    fc.assert(
      fc.property(mergeable(), (records) => {
        const { fields } = merge(records)
        for (const { field, kept, dropped } of fields)
          for (const { customer } of records) {
            const value = customer[field]
            if (typeof value !== 'string' || field.startsWith('default')) continue
            const isListed = dropped.some((one) => one.id === customer.id && one.value === value)
            expect(isListed || (typeof kept === 'string' && kept.includes(value))).toBe(true)
          }
      }),
    )
  })

  it('never changes what it was given', () => {
    fc.assert(
      fc.property(mergeable(), (records) => {
        const before = JSON.stringify(records)
        merge(records)
        expect(JSON.stringify(records)).toBe(before)
      }),
    )
  })

  it('is a plan that survives JSON', () => {
    fc.assert(
      fc.property(mergeable(), (records) => {
        const plan = merge(records)
        expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan)
      }),
    )
  })

  it('has the same survivor in every order of the records, where a rule decides', () => {
    fc.assert(
      fc.property(mergeable(), fc.infiniteStream(fc.nat()), (records, numbers) => {
        const shuffled = records
          .map((record) => ({ record, at: numbers.next().value as number }))
          .toSorted((one, other) => one.at - other.at)
          .map(({ record }) => record)
        const plan = merge(records)
        const again = merge(shuffled)
        expect(again.survivorRule).toBe(plan.survivorRule)
        if (plan.survivorRule === 'last')
          expect(records.map(({ customer }) => customer.id)).toContain(again.survivor)
        else expect(again.survivor).toBe(plan.survivor)
      }),
    )
  })

  it('gives a result over no limit, or a refusal that says which', () => {
    const limits = { ...policies.shopify.limits, note: 60, tags: 8 }
    const small = { ...context, policy: definePolicy(policies.shopify, { limits }) }
    fc.assert(
      fc.property(mergeable(), (records) => {
        const outcome = planMerge({ records }, small)
        const codes = outcome.ok ? [] : outcome.problems.map(({ code }) => code)
        const { note, tags } = merge(records).result.customer
        expect(codes.includes('merge.note-too-long')).toBe([...(note ?? '')].length > 60)
        expect(codes.includes('merge.too-many-tags')).toBe(tags.length > 8)
        expect(outcome.ok).toBe(codes.length === 0)
      }),
    )
  })

  it('of any records and choices is a plan or a refusal with problems, and never throws', () => {
    const id = fc.constantFrom('customer-1', 'customer-2', 'nobody', '__proto__')
    const choices = fc.record(
      {
        survivor: id,
        firstName: fc.option(fc.string({ unit: 'binary' })),
        lastName: fc.option(fc.constant('\ud800')),
        email: fc.option(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' }))),
        phone: fc.option(fc.oneof(fc.constant('601 234 567'), fc.string({ unit: 'binary' }))),
        note: fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constant('\ud800'),
          fc.constant('x'.repeat(100_000)),
        ),
        tags: fc.array(fc.string({ unit: 'binary' })),
        keep: fc.dictionary(
          fc.constantFrom(
            'email',
            'phone',
            'tags',
            'note',
            'defaultAddress',
            'account',
            '__proto__',
            'constructor',
          ),
          id,
        ),
      },
      { requiredKeys: [], noNullPrototype: true },
    )
    fc.assert(
      fc.property(fc.array(arbitraries(fc).record, { maxLength: 3 }), choices, (records, wish) => {
        const outcome = planMerge({ records, ...wish }, context)
        if (!outcome.ok) expect(outcome.problems.length).toBeGreaterThan(0)
      }),
    )
  })
})
