import type { MilitaryRule } from '../address/military-rule.js'
import type { CustomerProblem } from './customer-problem.js'
import type { Customer, CustomerField } from './customer.js'
import type { CustomerRules } from './rules.js'

/** What a rule says of a customer, and which fields it reads: where none of them changes, what it says does not. */
export interface CustomerRule {
  readonly reads: readonly CustomerField[]
  readonly finds: (customer: Customer, rules: CustomerRules) => readonly CustomerProblem[]
  /** whether it finds nothing but doubts, by how a policy takes military mail */
  readonly isDoubt?: (military: MilitaryRule['severity']) => boolean
}
