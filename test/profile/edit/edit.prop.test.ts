import {
  type Customer,
  type CustomerEdit,
  type CustomerRecord,
  type EditPlan,
  editConflicts,
  type Outcome,
  planEdit,
  rebaseEdit,
} from 'clientele'
import { arbitraries, buildContext } from 'clientele/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerProblems } from '../../../src/customer/customer-problems.js'
import { tagKey } from '../../../src/customer/tags.js'

const { record, edit } = arbitraries(fc)
const context = buildContext()

/** Records that can be edited, each with edits of it. */
const edited = record
  .map((one) => ({ ...one, facts: { ...one.facts, mergeInProgress: false } }))
  .chain((one) => fc.tuple(fc.constant(one), edit(one), edit(one)))

/** The fields of a wish that fall to one of two people; of tags and addresses both may wish something. */
function share(wish: CustomerEdit, isMine: (field: number) => boolean): CustomerEdit {
  const both = ['tags', 'addresses', 'billingDetails']
  const mine = Object.entries(wish).filter(([field], index) => both.includes(field) || isMine(index))
  return Object.fromEntries(mine)
}

/** As a store would have it after the commit: whatever is new has a number of its own. */
function committed(record: CustomerRecord, plan: EditPlan, name: string): CustomerRecord {
  const text = JSON.stringify(plan.result).replaceAll('"new:', `"${name}:`)
  const customer = JSON.parse(text) as Customer
  return { ...record, customer, revision: `${record.revision}+${name}` }
}

function after(record: CustomerRecord, wish: CustomerEdit, name: string): CustomerRecord | null {
  const outcome = planEdit(record, wish, context)
  return outcome.ok ? committed(record, outcome.value, name) : null
}

/** A customer in which the order of tags and addresses does not count. */
function unordered({ customer }: CustomerRecord): unknown {
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
  return {
    ...customer,
    tags: customer.tags.map(tagKey).toSorted(),
    addresses: customer.addresses.toSorted(byId),
    billingDetails: customer.billingDetails.toSorted(byId),
  }
}

function overlap(one: readonly string[], other: readonly string[]): boolean {
  return one.every((step, index) => index >= other.length || step === other[index])
}

const touchesOf = (outcome: Outcome<EditPlan>) => (outcome.ok ? outcome.value.touches : [])

describe('any edit', () => {
  it('E-1 that is accepted when rebased equals the edit on the newer record', () => {
    let accepted = 0
    fc.assert(
      fc.property(edited, ([seen, mine, theirs]) => {
        const plan = planEdit(seen, mine, context)
        const current = after(seen, theirs, 'their')
        if (!plan.ok || current === null) return
        const rebased = rebaseEdit(plan.value, current, context)
        if (rebased.ok) {
          accepted++
          expect(rebased).toEqual(planEdit(current, mine, context))
        } else if (rebased.problems[0].code === 'edit.conflict') {
          const isOfTag = ([field]: readonly unknown[]) => field === 'tags'
          const named = (path: readonly unknown[]) => (isOfTag(path) ? ['tags'] : path)
          const paths = rebased.problems.map(({ path }) => path)
          expect(paths.map(named)).toEqual(editConflicts(plan.value, current).map(({ path }) => named(path)))
          for (const [, side, place] of paths.filter(isOfTag))
            expect(mine.tags?.[side as 'add' | 'remove']?.[place as number]).toBeTypeOf('string')
        }
      }),
    )
    expect(accepted).toBeGreaterThan(0)
  })

  it('E-1 commutes with one that touches nothing of the same, where both are accepted', () => {
    let compared = 0
    fc.assert(
      fc.property(edited, fc.array(fc.boolean(), { minLength: 15 }), ([seen, ...wishes], mask) => {
        const [one, other] = [
          share(wishes[0], (field) => mask[field] === true),
          share(wishes[1], (field) => mask[field] === false),
        ]
        const [first, second] = [planEdit(seen, one, context), planEdit(seen, other, context)]
        const paths = touchesOf(second).map(({ path }) => path)
        if (touchesOf(first).some(({ path }) => paths.some((next) => overlap(path, next)))) return
        const [left, right] = [after(seen, one, 'one'), after(seen, other, 'other')]
        const ways = [left && after(left, other, 'other'), right && after(right, one, 'one')]
        const [there, back] = ways
        if (!there || !back) return
        compared += 1
        expect(unordered(there)).toEqual(unordered(back))
      }),
      { numRuns: 400 },
    )
    expect(compared).toBeGreaterThan(0)
  })

  it('E-1 that changes nothing else than it touches', () => {
    fc.assert(
      fc.property(edited, ([seen, wish]) => {
        const plan = planEdit(seen, wish, context)
        if (!plan.ok) return
        const fields = new Set(plan.value.touches.map(({ path }) => path[0]))
        for (const [field, value] of Object.entries(plan.value.result))
          if (field !== 'updatedAt' && !fields.has(field))
            expect(value).toEqual(seen.customer[field as keyof Customer])
      }),
    )
  })

  it('E-3, E-4, E-5 leaves tags a folded set and each default in its list, under any sequence', () => {
    const life = record
      .map((one) => ({ ...one, facts: { ...one.facts, mergeInProgress: false } }))
      .chain((one) => fc.tuple(fc.constant(one), fc.array(edit(one), { maxLength: 6 })))
    fc.assert(
      fc.property(life, ([start, wishes]) => {
        const last = wishes.reduce(
          (current, wish, number) => after(current, wish, `n${number}`) ?? current,
          start,
        )
        const { tags, addresses, defaultAddressId, billingDetails, defaultBillingDetailsId } = last.customer
        expect(new Set(tags.map(tagKey)).size).toBe(tags.length)
        for (const [book, pointer] of [
          [addresses, defaultAddressId],
          [billingDetails, defaultBillingDetailsId],
        ] as const)
          expect(book.length === 0 ? pointer === null : book.some(({ id }) => id === pointer)).toBe(true)
        expect(customerProblems(last.customer, context.policy)).toEqual([])
      }),
    )
  })

  it('is plain JSON, freezes nothing and changes nothing that it was given', () => {
    fc.assert(
      fc.property(edited, ([seen, wish]) => {
        const before = JSON.stringify([seen, wish])
        const plan = planEdit(seen, wish, context)
        expect(JSON.stringify([seen, wish])).toBe(before)
        if (plan.ok) {
          expect(JSON.parse(JSON.stringify(plan.value))).toEqual(plan.value)
          expect(Object.isFrozen(plan.value.result)).toBe(false)
        }
      }),
    )
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), record, (wish, one) => {
        planEdit(one, wish as CustomerEdit, context)
      }),
    )
  })
})
