import type { Asking, Scope } from './asking.js'
import type { MappedType } from './mapping.js'

/** What is asked of something stored. */
export interface StorageAsking extends Asking {
  readonly scope: Scope
  /** as what it is compared */
  readonly type: MappedType
  /** of a family, which member: `facts.birth_date` */
  readonly key: string
}
