import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import type { Problem } from '../outcome/problem.js'
import { checkShape, type ShapeProblemCode } from '../outcome/shape-problems.schema.js'
import { customerSchema } from './customer.schema.js'
import type { CustomerProblem } from './customer-problem.js'
import { judgeCustomer } from './customer-problems.js'
import type { Customer } from './customer.js'
import { defaultRules, type CustomerRules } from './rules.js'

/**
 * Reads a customer from anything: first the shape, then the rules, all problems at once. What is left out becomes `null`,
 * empty, or the harmless value; `id`, `createdAt` and `updatedAt` must be there.
 *
 * Codes: `shape.*`, and those of `customerProblems`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const at = '2026-11-22T09:00:00.000Z'
 * const outcome = parseCustomer({ id: '7', email: 'anna@example.com', createdAt: at, updatedAt: at })
 * expect(outcome.ok && outcome.value.tags).toEqual([])
 * ```
 */
export function parseCustomer(
  input: unknown,
  rules: CustomerRules = defaultRules,
): Outcome<Customer, CustomerProblem | Problem<ShapeProblemCode>> {
  const shape = checkShape(customerSchema, input)
  if (!shape.ok) return shape
  const { problems, warnings } = judgeCustomer(shape.value, rules)
  return unlessProblems(problems, () => shape.value, warnings)
}
