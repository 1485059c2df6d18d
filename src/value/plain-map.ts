/**
 * Whether a value is a map as JSON has them. A list, a `Date`, a `Map` or an instance of a class is none: each comes back
 * from JSON as something else. Holds for objects of another realm, too.
 */
export function isPlainMap(value: unknown): value is { readonly [key: string]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype = Object.getPrototypeOf(value) as object | null
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
