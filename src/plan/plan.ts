import type { JsonValue } from '../outcome/json.js'
import type { Problem } from '../outcome/problem.js'
import type { CustomerId } from '../value/id.js'
import type { ChangeSet } from './change-set.js'
import type { Touch } from './touch.js'

/** The wish of a planner whose subject says it all. */
export type NoWish = { readonly [name: string]: never }

/**
 * What would happen, as plain JSON: to be shown, stored, and committed or not. Planning does nothing.
 * Each planner adds what its preview shows.
 */
export interface Plan<Wish = JsonValue> {
  readonly planner: string
  readonly wish: Wish
  /** whom it concerns; `new:1` stands for a record yet to be made */
  readonly subjects: readonly CustomerId[]
  readonly touches: readonly Touch[]
  readonly warnings: readonly Problem[]
  readonly changeSet: ChangeSet
}
