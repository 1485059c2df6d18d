import type { JsonValue } from '../outcome/json.js'
import { isPlainMap } from './plain-map.js'
import { isStorable } from './text.js'

/** How deep JSON may nest, and of how many values it may consist (ours). */
const DEPTH = 32
const VALUES = 10_000

/**
 * Whether a value is JSON that every store can keep: plain, finite, neither too deep nor too large, every text storable.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(isStorableJson({ sizes: [38, null] })).toBe(true)
 * expect(isStorableJson(new Date(0))).toBe(false)
 * ```
 */
export function isStorableJson(value: unknown): value is JsonValue {
  let values = 0
  const isKept = (inner: unknown, depth: number): boolean => {
    if (++values > VALUES) return false
    if (inner === null || typeof inner === 'boolean') return true
    if (typeof inner === 'string') return isStorable(inner)
    if (typeof inner === 'number') return Number.isFinite(inner)
    if (depth === 0) return false
    if (Array.isArray(inner))
      return inner.length <= VALUES && Array.from(inner).every((item) => isKept(item, depth - 1))
    return (
      isPlainMap(inner) &&
      Object.entries(inner).every(([key, item]) => isStorable(key) && isKept(item, depth - 1))
    )
  }
  return isKept(value, DEPTH)
}
