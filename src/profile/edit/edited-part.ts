import type { Customer } from '../../customer/customer.js'
import type { JsonValue } from '../../outcome/json.js'
import type { Problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import type { Touch } from '../../plan/touch.js'

/** What one named field of an edit makes of a customer. */
export interface EditedPart {
  readonly changes: Partial<Customer>
  readonly touches: readonly Touch[]
  /** as much of a customer as the wish concerns, before or after, for the rules to judge */
  readonly concern: (customer: Customer) => Partial<Customer>
  readonly problems?: readonly Problem[]
  readonly warnings?: readonly Problem[]
}

/** What a part of an edit stands on: the customer, as far as it is edited already. */
export interface EditGround {
  readonly customer: Customer
  readonly context: Context
  readonly nextId: () => string
}

/** A path with both values. Plain data is JSON, though an interface does not say so. */
export function touch(path: readonly string[], before: unknown, after: unknown): Touch {
  return { path, before: before as JsonValue, after: after as JsonValue }
}
