import { tagCountProblems } from '../../customer/customer-rule-table.js'
import { normalizeTags, tagKey } from '../../customer/tags.js'
import { touchOf } from '../../plan/touch.js'
import type { TagsEdit } from './customer-edit.js'
import type { EditedPart, EditGround } from './edited-part.js'

/**
 * Tags that go, and then tags that come; what stays keeps its spelling and its place (E-3). Whoever has too many already
 * may lose some, and is refused any more.
 */
export function editTags(
  { customer: { tags: before }, context }: EditGround,
  { add = [], remove = [] }: TagsEdit,
): EditedPart {
  const keys = before.map(tagKey)
  const [removed, added] = [byKey(normalizeTags(remove)), byKey(normalizeTags(add))]
  const there = new Set(keys.filter((key) => !removed.has(key)))
  const stay = before.filter((_tag, index) => there.has(keys[index] as string))
  const coming = [...added].filter(([key]) => !there.has(key)).map(([, tag]) => tag)
  const tags = [...stay, ...coming]
  const tooMany = tagCountProblems(tags, context.policy.limits.tags)
  return {
    changes: { tags },
    touches: [...new Set([...removed.keys(), ...added.keys()])].map((key) => {
      const kept = before[keys.indexOf(key)] ?? null
      return touchOf(['tags', key], kept, there.has(key) ? kept : (added.get(key) ?? null))
    }),
    concern: (customer) => ({ tags: customer.tags.filter((tag) => added.has(tagKey(tag))) }),
    ...(coming.length > 0 ? { problems: tooMany } : { warnings: tooMany }),
  }
}

function byKey(tags: readonly string[]): ReadonlyMap<string, string> {
  return new Map(tags.map((tag) => [tagKey(tag), tag]))
}
