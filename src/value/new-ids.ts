import { newId } from './id.js'

/**
 * The first of them, made once for all change sets: a text that is one and the same each time is found in a map or in an object
 * several times as fast as one that only reads the same.
 */
const first: readonly string[] = /* @__PURE__ */ Array.from({ length: 1024 }, (_, index) => newId(index + 1))

/** Numbers the new things of one change set: `new:1`, `new:2` … */
export function newIds(): () => string {
  let last = 0
  return () => first[last++] ?? newId(last)
}
