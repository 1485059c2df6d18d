import type { Revision } from '../value/id.js'
import type { Customer } from './customer.js'
import type { Facts } from './facts.js'
import type { Statistics } from './statistics.js'

/** A customer with all that the rules read: statistics, facts, and the revision that a commit is checked against. */
export interface CustomerRecord {
  readonly customer: Customer
  readonly statistics: Statistics
  readonly facts: Facts
  readonly revision: Revision
}
