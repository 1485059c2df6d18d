import type { Customer } from '../../customer/customer.js'
import type { CustomerRecord } from '../../customer/record.js'
import type { EventChange } from '../../plan/change.js'
import type { CustomerId } from '../../value/id.js'
import type { Capabilities } from '../capabilities.js'
import type { CustomerRepository } from '../port.js'

/** What a case is about. */
export type ContractGroup =
  | 'identity'
  | 'revisions'
  | 'guards'
  | 'uniqueness'
  | 'atomicity'
  | 'idempotency'
  | 'erasure'
  | 'timelines'
  | 'concurrency'
  | 'paging'
  | 'sorting'
  | 'search'
  | 'segments'
  | 'tombstones'
  | 'relations'
  | 'hostile text'
  | 'duplicates'
  | 'transactions'

/** A method of the port that an adapter may do without. */
export type OptionalMethod =
  | 'knownAs'
  | 'find'
  | 'count'
  | 'timeline'
  | 'segments'
  | 'memberships'
  | 'findByBlockingKeys'
  | 'distinctFrom'

/**
 * Runs some work in a transaction of the host's own, which is then kept or undone. `transaction` is the handle that the adapter
 * takes.
 */
export type InTransaction = (
  work: (transaction: never) => Promise<void>,
  end: 'commit' | 'rollback',
) => Promise<void>

/** How a case says to a runner that it is skipped, and why. What vitest and node:test hand to a test can do so. */
export interface RunningTest {
  skip(reason?: string): unknown
}

/**
 * One promise of the port, ready for any runner: `run` rejects with an `Error` that says what is wrong. Where the adapter has not
 * the method that the case is about, it is skipped, and the running test is told why.
 */
export interface ContractCase {
  /** a sentence, unlike any other of the suite */
  readonly name: string
  readonly group: ContractGroup
  /** the optional method that it is about, or `null` */
  readonly method: OptionalMethod | null
  run(test?: RunningTest): Promise<void>
}

/** A second way to what is stored, past the adapter: its raw tables. It catches an adapter that lies about its writes. */
export interface ReadBack {
  /** the customer as stored, or `null` where none lives under the id */
  customer?(id: CustomerId): Promise<Customer | null>
  /** what stands on the customer's timeline and on those of everybody merged into them, oldest first */
  timeline?(id: CustomerId): Promise<readonly Omit<EventChange, 'type'>[]>
  /** all that is stored in whatever table and form, as JSON: what must be erased is searched for in its text (G-1) */
  everything?(): Promise<unknown>
}

/** What a case works on: a repository of its own, and the second way to it. */
export interface World {
  readonly repository: CustomerRepository
  readonly capabilities: Capabilities
  readonly readBack: ReadBack
  readonly inTransaction: InTransaction | undefined
}

/** A case as the suite writes it down. */
export interface CaseRow {
  readonly name: string
  /** what the repository holds at the start */
  readonly seed?: readonly CustomerRecord[]
  /** what the adapter must be able to do; where it cannot, the case is left out */
  readonly needs?: (capabilities: Capabilities) => boolean
  /** the method without which the case is skipped */
  readonly method?: OptionalMethod
  /** whether it takes a transaction of the host's; it is skipped where the suite was given no way to one */
  readonly inTransaction?: true
  readonly check: (world: World) => Promise<void>
}
