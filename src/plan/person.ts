import type { EmailKey } from '../contact/email.js'
import type { E164 } from '../contact/phone.js'
import type { CustomerId } from '../value/id.js'

/**
 * Under what a host's tables may know a person: the id and everything merged into it, current and former emails by their
 * canonical key, current and former phones.
 */
export interface Person {
  readonly customers: readonly CustomerId[]
  readonly emails: readonly EmailKey[]
  readonly phones: readonly E164[]
}
