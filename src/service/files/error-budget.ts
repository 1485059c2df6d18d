import { invariant } from '../../outcome/invariant.js'
import { refusal, success, type Outcome } from '../../outcome/outcome.js'
import { problem } from '../../outcome/problem.js'
import type { ImportPlan } from '../../transfer/import-plan.js'

/** Refuses the plan of a chunk that refuses more rows than may be. */
export interface ErrorBudget {
  judge(plan: ImportPlan): Outcome<ImportPlan>
  /** the plan that was too much, if one was */
  overrun(): ImportPlan | null
}

/** What is left of a budget when so many rows have been refused; without a limit nothing is too much. */
export function errorBudget(refused: number, limit: number = Infinity): ErrorBudget {
  invariant(limit >= 0, 'an error budget is a number of rows')
  let overrun: ImportPlan | null = null
  return {
    judge(plan) {
      overrun = refused + plan.tally.refused > limit ? plan : null
      if (overrun === null) return success(plan, plan.warnings)
      return refusal(problem('import.too-many-refused', [], { limit }))
    },
    overrun: () => overrun,
  }
}
