import type { Customer } from '../../customer/customer.js'
import type { Problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import type { Touch } from '../../plan/touch.js'

/** What one named field of an edit makes of a customer. */
export interface EditedPart {
  readonly changes: Partial<Customer>
  readonly touches: readonly Touch[]
  /** as much of what it changes as the wish concerns, before or after, for the rules to judge; all of it where this is left out */
  readonly concern?: (customer: Customer) => Partial<Customer>
  readonly problems?: readonly Problem[]
  readonly warnings?: readonly Problem[]
}

/** What a part of an edit stands on: the customer, as far as it is edited already. */
export interface EditGround {
  readonly customer: Customer
  readonly context: Context
  readonly nextId: () => string
}
