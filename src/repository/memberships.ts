import type { Outcome } from '../outcome/outcome.js'
import type { CustomerId } from '../value/id.js'
import type { CallOptions } from './call-options.js'
import type { RecordFilter } from './query.js'

/** Who has come into a segment and who has left it since it was last asked (S-2); by code points of the ids. */
export interface MembershipChange {
  readonly entered: readonly CustomerId[]
  readonly left: readonly CustomerId[]
}

/** Some members of a segment. */
export interface MemberPage {
  readonly ids: readonly CustomerId[]
  /** the `after` of the next page, or `null` at the end */
  readonly next: CustomerId | null
}

/**
 * Who was found in one saved segment (S-2). Whoever is erased, merged or deleted is no member any more; the record that an erasure
 * leaves may be found again the next time.
 */
export interface Memberships<Tx = never> {
  /**
   * Who is in it now takes the place of who was, all or nothing. A refusal means that the store cannot answer the filter, or that
   * there is no such segment (`commit.stale`, `params.id`).
   */
  replace(asOf: RecordFilter, options?: CallOptions<Tx>): Promise<Outcome<MembershipChange>>
  /** A page of those who were in it when it was last replaced, by code points of the ids; none of a segment that is not there. */
  members(
    page: { readonly after: CustomerId | null; readonly limit: number },
    options?: CallOptions<Tx>,
  ): Promise<MemberPage>
}
