import type { Customer } from '../../customer/customer.js'
import type { Person } from '../../plan/person.js'
import { noRelations, type RelationMode, type Relations, type StoreTraits } from '../../plan/store-traits.js'
import type { IdentityRule } from '../../policy/policy.js'
import type { SegmentMapping } from '../../segment/sql/mapping.js'
import type { CustomerId } from '../../value/id.js'
import type { HostTable } from './beside/host-table.js'

/**
 * One kind of the host's rows that follows inside the commit, in its transaction. Both instructions are one set-based statement
 * each, and may be repeated: when the commit is rolled back, so are they, and it is sent again.
 */
export interface PostgresRelation<Tx> {
  readonly mode: 'in-commit'
  /** re-points all rows (M-1) */
  reassign(from: readonly CustomerId[], to: CustomerId, transaction: Tx): Promise<unknown>
  /** erases the person; by email only rows without a customer id (G-1) */
  redact(person: Person, transaction: Tx): Promise<unknown>
}

/** How each kind of the host's rows follows; kinds that are not named have no table. */
export type PostgresRelations<Tx> = {
  readonly [kind: string]: Exclude<RelationMode, 'in-commit'> | PostgresRelation<Tx>
}

/** What a store makes ids for. */
export type NewThing = 'customer' | 'address' | 'segment'

/** What holds for every call. */
export interface Settings {
  readonly statistics: StoreTraits['statistics']
  readonly relations: Relations
  readonly identity: IdentityRule
  /** by what somebody is looked up, as `foundByReader` reads it */
  readonly foundByOf: (customer: Customer) => readonly string[]
  readonly mapping: SegmentMapping
  /** makes ids; without it the database does */
  readonly newId: ((kind: NewThing) => string) | undefined
  /** the host's table of customers, where they are kept beside one */
  readonly host: HostTable | null
}

/** The modes alone, as plain data for planners. */
export function modesOf<Tx>(relations: PostgresRelations<Tx>): Relations {
  const modes = Object.entries(relations).map(
    ([kind, relation]) => [kind, typeof relation === 'string' ? relation : relation.mode] as const,
  )
  return { ...noRelations, ...Object.fromEntries(modes) }
}
