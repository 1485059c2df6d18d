/**
 * Whether two plain values are the same as JSON: maps by their keys in any order, lists by place, no prototype looked at.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(sameJson({ a: 1, b: [null] }, { b: [null], a: 1 })).toBe(true)
 * ```
 */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isMap(one) || !isMap(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key], other[key]))
  )
}

function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null
}
