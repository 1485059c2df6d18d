/**
 * A value that survives `JSON.parse(JSON.stringify(value))` unchanged: what plans, change sets and problem parameters are made of.
 *
 * @example
 * ```ts @import.meta.vitest
 * const value: JsonValue = { tags: ['vip'], spent: 1250, note: null }
 * expect(JSON.parse(JSON.stringify(value))).toEqual(value)
 * ```
 */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }
