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
function canonicalJson(value: unknown, depth: number = DEPTH): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  if (depth === 0) return '"…"'
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth - 1)).join(',')}]`
  const map = value as { readonly [key: string]: unknown }
  let members = ''
  for (const key of Object.keys(map).toSorted()) {
    if (map[key] === undefined) continue
    members += `${members && ','}${JSON.stringify(key)}:${canonicalJson(map[key], depth - 1)}`
  }
  return `{${members}}`
}
