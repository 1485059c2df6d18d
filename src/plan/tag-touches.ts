import { tagKey } from '../customer/tags.js'
import type { Touch } from './touch.js'

/**
 * One touch for every tag of two lists, changed or not: `['tags', folded]`, with the spelling before and after, `null`
 * where the tag is not there. So two people who each add a tag do not stand in one another's way.
 */
export function tagTouches(before: readonly string[], after: readonly string[]): Touch[] {
  const [had, has] = [byKey(before), byKey(after)]
  return [...new Set([...before, ...after].map(tagKey))].map((key) => ({
    path: ['tags', key],
    before: had.get(key) ?? null,
    after: has.get(key) ?? null,
  }))
}

function byKey(tags: readonly string[]): ReadonlyMap<string, string> {
  return new Map(tags.map((tag) => [tagKey(tag), tag]))
}
