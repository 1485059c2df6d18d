import type { ShapeProblemCode } from '../outcome/shape-problems.schema.js'
import type { CapabilityProblemCode } from '../plan/not-stored.js'
import type { MergeBlockerCode } from '../policy/blockers.js'
import type { TextProblemCode } from '../value/text-problems.js'

/** Every code with which `planMerge` refuses or warns, those of a host's own blockers apart. */
export type MergeProblemCode =
  | MergeBlockerCode
  | ShapeProblemCode
  | CapabilityProblemCode
  | 'merge.unknown-fact'
  | 'merge.too-few-records'
  | 'merge.same-customer'
  | 'merge.unknown-record'
  | 'merge.unknown-field'
  | 'merge.kept-value-missing'
  | 'merge.survivor-not-free'
  | 'merge.note-too-long'
  | 'merge.too-many-tags'
  | 'merge.consent-widened'
  | 'merge.mixed-currencies'
  | TextProblemCode
