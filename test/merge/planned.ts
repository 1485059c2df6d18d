import type { MergePlan } from '../../src/merge/merge-plan.js'
import type { MergedField } from '../../src/merge/merged-field.js'
import type { MergeChoices } from '../../src/merge/merge-wish.js'
import { planMerge } from '../../src/merge/plan-merge.js'
import type { CustomerRecord } from '../../src/customer/record.js'
import type { Outcome } from '../../src/outcome/outcome.js'
import type { Context } from '../../src/plan/context.js'
import { buildContext, type ContextOverrides } from '../../src/testing/build-context.js'
import { buildRecord } from '../../src/testing/build-record.js'

/** Any part of a customer. */
export type Person = NonNullable<NonNullable<Parameters<typeof buildRecord>[0]>['customer']>

/** The plan of an outcome that is expected to have one. */
export function planned(outcome: Outcome<MergePlan>): MergePlan {
  if (!outcome.ok) throw new Error(`refused: ${outcome.problems.map(({ code }) => code).join(', ')}`)
  return outcome.value
}

/** The codes of a refusal; none of a plan. */
export function codesOf(outcome: Outcome<MergePlan>): string[] {
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code)
}

/** Records with the ids `1`, `2` … and nothing else but what is said. */
export function people(...parts: readonly Person[]): CustomerRecord[] {
  return parts.map((customer, index) =>
    buildRecord({
      customer: { id: `${index + 1}`, firstName: null, lastName: null, email: null, ...customer },
    }),
  )
}

/** The plan by which the first of some people absorbs the others. */
export function mergeIntoFirst(
  parts: readonly Person[],
  choices: MergeChoices = {},
  context: ContextOverrides = {},
): MergePlan {
  return planned(planMerge({ survivor: '1', ...choices, records: people(...parts) }, contextOf(context)))
}

function contextOf(overrides: ContextOverrides): Context {
  return buildContext({ now: '2026-06-01T00:00:00.000Z', ...overrides })
}

/** One row of the review, without its name. */
export function fieldOf<Field extends MergedField['field']>(
  plan: MergePlan,
  field: Field,
): Omit<Extract<MergedField, { field: Field }>, 'field'> {
  const row = plan.fields.find((one) => one.field === field) as Extract<MergedField, { field: Field }>
  const { field: _name, ...rest } = row
  return rest
}
