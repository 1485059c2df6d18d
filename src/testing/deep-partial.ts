import { isPlainMap } from '../value/plain-map.js'

/** Any part of a plain value: maps in depth; lists, and what may be `null`, whole. */
export type DeepPartial<T> = null extends T
  ? T
  : T extends string | number | boolean | readonly unknown[]
    ? T
    : { readonly [Key in keyof T]?: DeepPartial<T[Key]> | undefined }

/** Lays `overrides` over `base`: maps merge, lists and single values replace, `undefined` leaves as is. */
export function mergeDeep<T>(base: T, overrides: DeepPartial<NoInfer<T>> | undefined): T {
  if (overrides === undefined) return base
  if (!isPlainMap(base) || !isPlainMap(overrides)) return overrides as T
  const laid = Object.entries(overrides).map(([key, value]) => [
    key,
    mergeDeep(own(base, key), value as never),
  ])
  return { ...base, ...Object.fromEntries(laid) } as T
}

/** Only what is there itself: a key such as `__proto__` reads nothing and is kept as data. */
function own(map: { readonly [key: string]: unknown }, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined
}
