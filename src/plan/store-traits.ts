import type { CustomerField } from '../customer/customer.js'

/** What a host may keep about customers in tables of its own (M-1). What the record itself holds is not among them. */
export const relationKinds = [
  'orders',
  'draft-orders',
  'payment-methods',
  'accounts',
  'gift-cards',
  'discounts',
] as const

/** A kind of host data that every host must answer for (M-1). */
export type RelationKind = (typeof relationKinds)[number]

/** How a host's table follows a merge or an erasure: in the same transaction, by an outbox row, or it has no such table. */
export type RelationMode = 'in-commit' | 'outbox' | 'none'

/** Every kind of M-1 is answered, so that nothing is lost by being forgotten; hosts add their own. */
export type Relations = Readonly<Record<RelationKind, RelationMode>> & {
  readonly [kind: string]: RelationMode
}

/** A host without tables of its own. */
export const noRelations: Relations = {
  orders: 'none',
  'draft-orders': 'none',
  'payment-methods': 'none',
  accounts: 'none',
  'gift-cards': 'none',
  discounts: 'none',
}

/** What planners must know of the store, as plain data; a repository's capabilities extend it. */
export interface StoreTraits {
  /** `'projected'`: the host computes statistics; `'counted'`: the library's deltas do */
  readonly statistics: 'projected' | 'counted'
  readonly relations: Relations
  /** fields that the store beside an existing customer table cannot hold */
  readonly notStored: readonly CustomerField[]
}
