import type { StoreTraits } from '../plan/store-traits.js'

/** What an adapter can do; the contract suite holds it to exactly this. */
export interface Capabilities extends StoreTraits {
  /** whether guarded facts are read again inside the commit; otherwise the service reads them just before, with a gap */
  readonly guards: 'in-commit' | 'before-commit'
  /** whether the host's own transaction can be passed in */
  readonly transactions: boolean
}
