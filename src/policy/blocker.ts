import type { FactName } from '../customer/facts.js'
import type { JsonValue } from '../outcome/json.js'

/**
 * One reason against a merge or a deletion, as data: it blocks when the fact is not among `allows`, so an unknown fact
 * blocks by itself.
 */
export interface Blocker {
  /** the problem's code: `merge.vaulted-card` */
  readonly code: string
  readonly fact: FactName
  readonly allows: readonly JsonValue[]
  /** what would lift it: `cancel-redaction`, or `never` */
  readonly lift?: string
  /** what could be done to the profile instead: `['anonymise', 'block']` */
  readonly instead?: readonly string[]
  /** the requirement it stands for: `MB-3` */
  readonly requirement?: string
}
