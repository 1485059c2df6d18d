import type { JsonValue } from '../outcome/json.js'
import { fingerprint } from '../value/fingerprint.js'
import type { CustomerId, Flavour } from '../value/id.js'

/** A digest of who wished what for whom: idempotency is of the wish, not of what a plan made of it. */
export type RequestDigest = Flavour<'RequestDigest'>

/**
 * The request of a change set: the planner, the ids that the caller named (never ids that were found), and the wish.
 *
 * A digest, because a wish is long and its text has no business in the store; not a cryptographic one, because it is only ever
 * compared with the one that stands under the same key, and nobody gains by two wishes of one digest: whoever sends the second
 * under a key of their own gets the receipt of the first, which holds no personal data, and the second is not carried out.
 * It stands beside the records that it tells of, and erasure drops it with them.
 *
 * @example
 * ```ts @import.meta.vitest
 * const wish = { email: 'anna@example.com', tags: ['vip'] }
 * const reordered = { tags: ['vip'], email: 'anna@example.com' }
 * expect(requestOf('create', [], reordered)).toBe(requestOf('create', [], wish))
 * ```
 */
export function requestOf(planner: string, ids: readonly CustomerId[], wish: JsonValue): RequestDigest {
  return `${planner}:${fingerprint([ids, wish])}`
}
