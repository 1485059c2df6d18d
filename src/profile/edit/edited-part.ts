import type { Customer, CustomerField } from '../../customer/customer.js'
import type { Problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import type { Touch } from '../../plan/touch.js'

/** A copy of a customer, on which an edit is carried out. */
export type Draft = { -readonly [Field in CustomerField]: Customer[Field] }

/** What one named field of an edit has made of a draft. */
export interface EditedPart {
  /** what of the draft it has set */
  readonly fields: readonly CustomerField[]
  readonly touches: readonly Touch[]
  /** leaves in a customer, before or after, as much of its fields as the wish concerns, for the rules to judge; all where it is left out */
  readonly narrow?: (customer: Draft) => void
  readonly problems?: readonly Problem[]
  readonly warnings?: readonly Problem[]
}

/** What a part of an edit stands on: the draft, as far as it is edited already. */
export interface EditGround {
  readonly draft: Draft
  readonly context: Context
  readonly nextId: () => string
}
