import type { CustomerRecord } from '../../customer/record.js'
import { tagPlaces } from '../../customer/tags.js'
import { invariant } from '../../outcome/invariant.js'
import { refusal, type Outcome } from '../../outcome/outcome.js'
import { problem, type Problem, type ProblemPath } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import type { CustomerEdit } from './customer-edit.js'
import { editConflicts } from './edit-conflicts.js'
import { planEdit, type EditPlan } from './plan-edit.js'

/**
 * Plans the wish of a plan anew on a newer record (E-1): where nobody has changed what it touches, or they have made the same
 * of it, as if it had been planned on that record at first; limits and all other rules count as they are now.
 *
 * Refused with `edit.conflict` for each path that two people changed at once (`editConflicts` gives the values; of a tag, the path is
 * its place in the wish), else with whatever `planEdit` refuses.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../../testing/build-context.js')
 * const { buildRecord } = await import('../../testing/build-record.js')
 * const seen = buildRecord({ customer: { firstName: 'Ana', note: null } })
 * const plan = planEdit(seen, { firstName: 'Anna' }, buildContext())
 * if (!plan.ok) throw new Error('refused')
 * const current = buildRecord({ customer: { firstName: 'Ana', note: 'Rings twice' }, revision: 'revision-2' })
 * const rebased = rebaseEdit(plan.value, current, buildContext())
 * expect(rebased.ok && rebased.value.result).toMatchObject({ firstName: 'Anna', note: 'Rings twice' })
 * ```
 */
export function rebaseEdit(
  plan: Pick<EditPlan, 'wish' | 'touches' | 'subjects'>,
  current: CustomerRecord,
  context: Context,
): Outcome<EditPlan> {
  invariant(
    plan.subjects[0] === current.customer.id,
    'an edit is rebased on another record of the same customer',
  )
  const [first, ...rest] = conflictProblems(plan, current)
  return first === undefined ? planEdit(current, plan.wish, context) : refusal(first, ...rest)
}

function conflictProblems(
  plan: Pick<EditPlan, 'wish' | 'touches'>,
  current: CustomerRecord,
): Problem<'edit.conflict'>[] {
  const conflicts = editConflicts(plan, current)
  if (conflicts.length === 0) return []
  const places = tagPlacesIn(plan.wish)
  return conflicts.map(({ path }) => problem('edit.conflict', places.get(path.join()) ?? path))
}

/** Where the tags of a wish stand in it, by the path of their touch: what a tag says may be about somebody, so no problem repeats it. */
function tagPlacesIn({ tags = {} }: CustomerEdit): ReadonlyMap<string, ProblemPath> {
  const placesOf = (side: 'add' | 'remove'): [string, ProblemPath][] =>
    [...tagPlaces(tags[side] ?? [])].map(([key, place]) => [['tags', key].join(), ['tags', side, place]])
  return new Map([...placesOf('remove'), ...placesOf('add')])
}
