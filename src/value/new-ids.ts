import { newId } from './id.js'

/** Numbers the new things of one change set: `new:1`, `new:2` … */
export function newIds(): () => string {
  let last = 0
  return () => newId(++last)
}
