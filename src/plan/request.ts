import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils'
import type { JsonValue } from '../outcome/json.js'
import type { CustomerId, Flavour } from '../value/id.js'

/** A digest of who wished what for whom: idempotency is of the wish, not of what a plan made of it. */
export type RequestDigest = Flavour<'RequestDigest'>

/**
 * The request of a change set: the planner, the ids that the caller named (never ids that were found), and the wish.
 * A digest, because it is stored and a wish holds personal data.
 *
 * @example
 * ```ts @import.meta.vitest
 * const wish = { email: 'anna@example.com', tags: ['vip'] }
 * const reordered = { tags: ['vip'], email: 'anna@example.com' }
 * expect(requestOf('create', [], reordered)).toBe(requestOf('create', [], wish))
 * ```
 */
export function requestOf(planner: string, ids: readonly CustomerId[], wish: JsonValue): RequestDigest {
  return `${planner}:${bytesToHex(sha256(utf8ToBytes(canonicalJson([ids, wish]))))}`
}

/** JSON with the keys of every object in order, so that equal data gives equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
