import type { CustomerRecord } from '../customer/record.js'
import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import type { Plan } from '../plan/plan.js'
import { requestOf, type RequestDigest } from '../plan/request.js'
import type { CustomerId } from '../value/id.js'

/** Why it is not recorded that profiles are different people. */
export type DistinctProblemCode = 'distinct.too-few' | 'distinct.same-customer'

/** There is nothing to choose about it. */
export type DistinctWish = { readonly [name: string]: never }

/** What would be recorded: that none of the subjects is any other. */
export interface DistinctPlan extends Plan<DistinctWish> {
  readonly planner: 'distinct'
}

/**
 * Plans to record that profiles are not the same person, so that they are never offered as duplicates again. The profiles
 * stay as they are, and may change meanwhile.
 *
 * Codes: `distinct.too-few` (two are wanted), `distinct.same-customer` (`params.id`).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext, buildRecord } = await import('clientele/testing')
 * const outcome = planDistinct([buildRecord({ customer: { id: '1' } }), buildRecord({ customer: { id: '2' } })], buildContext())
 * expect(outcome.ok && outcome.value.changeSet.changes).toEqual([{ type: 'distinct', ids: ['1', '2'] }])
 * ```
 */
export function planDistinct(
  records: readonly { readonly customer: Pick<CustomerRecord['customer'], 'id'> }[],
  context: Context,
): Outcome<DistinctPlan, Problem<DistinctProblemCode>> {
  const ids = records.map(({ customer }) => customer.id)
  return unlessProblems(distinctProblems(ids), () => ({
    planner: 'distinct',
    wish: {},
    subjects: ids,
    touches: [],
    warnings: [],
    changeSet: {
      key: context.key,
      request: distinctRequest(ids),
      expects: [],
      guards: [],
      changes: [{ type: 'distinct', ids }],
      outbox: [],
      summary: { planner: 'distinct', customers: ids },
    },
  }))
}

/** The request of such a decision; known before anything is loaded. */
export function distinctRequest(ids: readonly CustomerId[]): RequestDigest {
  return requestOf('distinct', ids, {})
}

function distinctProblems(ids: readonly CustomerId[]): Problem<DistinctProblemCode>[] {
  const seen = new Set<CustomerId>()
  const repeated = new Set(ids.filter((id) => seen.size === seen.add(id).size))
  return [
    ...(ids.length < 2 ? [problem('distinct.too-few')] : []),
    ...[...repeated].map((id) => problem('distinct.same-customer', [], { id })),
  ]
}
