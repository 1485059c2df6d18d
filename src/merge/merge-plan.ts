import type { CustomerRecord } from '../customer/record.js'
import type { Plan } from '../plan/plan.js'
import type { RelationFate } from '../plan/follow-relations.js'
import type { CustomerId } from '../value/id.js'
import type { MergeWish } from './merge-wish.js'
import type { MergedField } from './merged-field.js'
import type { SurvivorRule } from './survivor.js'

/** What a merge would do, field by field (M-9). Plain JSON; it cannot be undone once committed (M-3). */
export interface MergePlan extends Plan<MergeWish> {
  readonly planner: 'merge'
  /** the record that lives on */
  readonly survivor: CustomerId
  /** what decided that it does */
  readonly survivorRule: SurvivorRule
  /** the records that end and lead to the survivor */
  readonly absorbed: readonly CustomerId[]
  /** the merged record; its statistics and the host's facts are a forecast, its revision is the survivor's */
  readonly result: CustomerRecord
  /** every field of the customer */
  readonly fields: readonly MergedField[]
  /** what happens to each kind of the host's rows */
  readonly relations: readonly RelationFate[]
}
