import type { CustomerRecord } from '../../customer/record.js'
import type { JsonValue } from '../../outcome/json.js'
import { sameJson } from '../../outcome/same-json.js'
import type { Plan } from '../../plan/plan.js'
import { valueAt } from './value-at.js'

/** One path that two people changed at once, with both values: for the one of them who comes later to choose from. */
export interface EditConflict {
  readonly path: readonly string[]
  /** what both of them saw */
  readonly before: JsonValue
  /** what the plan makes of it */
  readonly mine: JsonValue
  /** what has been made of it since */
  readonly theirs: JsonValue
}

/**
 * What a plan touches and somebody else has changed since, otherwise than the plan does (E-1); an empty list when
 * nothing is. Equal changes do not conflict. It holds personal data, and is made only when it is asked for.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../../testing/build-context.js')
 * const { buildRecord } = await import('../../testing/build-record.js')
 * const { planEdit } = await import('./plan-edit.js')
 * const outcome = planEdit(buildRecord({ customer: { firstName: 'Ana' } }), { firstName: 'Anna' }, buildContext())
 * const current = buildRecord({ customer: { firstName: 'Anne' } })
 * expect(outcome.ok && editConflicts(outcome.value, current)).toEqual([
 *   { path: ['firstName'], before: 'Ana', mine: 'Anna', theirs: 'Anne' },
 * ])
 * ```
 */
export function editConflicts(
  { touches }: Pick<Plan<unknown>, 'touches'>,
  { customer }: Pick<CustomerRecord, 'customer'>,
): EditConflict[] {
  return touches
    .map(({ path, before, after }) => ({ path, before, mine: after, theirs: valueAt(customer, path) }))
    .filter(({ path, before, mine, theirs }) => !isSame(path, theirs, before) && !isSame(path, theirs, mine))
}

/** Of a tag, whose key is in the path, the spelling does not count (E-3). */
function isSame([field]: readonly string[], one: JsonValue, other: JsonValue): boolean {
  return field === 'tags' ? (one === null) === (other === null) : sameJson(one, other)
}
