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

/** Deeper than any planner accepts a wish; the digest looks no further, so that no depth overflows the stack. */
const DEPTH = 64

/** JSON with the keys of every object in order, so that equal data gives equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value, DEPTH))
}

/** A copy whose keys stand in order. Without a prototype, so that no key is anything but a key. */
function inOrder(value: unknown, depth: number): unknown {
  if (value === null || typeof value !== 'object') return value ?? null
  if (depth === 0) return '…'
  if (Array.isArray(value)) return value.map((item) => inOrder(item, depth - 1))
  const map = value as { readonly [key: string]: unknown }
  const ordered = Object.create(null) as { [key: string]: unknown }
  for (const key of Object.keys(map).toSorted())
    if (map[key] !== undefined) ordered[key] = inOrder(map[key], depth - 1)
  return ordered
}
