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
  const [there, removed, added] = [byKey(before), byKey(normalizeTags(remove)), byKey(normalizeTags(add))]
  const stay = removed.size === 0 ? before : before.filter((tag) => !removed.has(tagKey(tag)))
  const coming = [...added].filter(([key]) => removed.has(key) || !there.has(key)).map(([, tag]) => tag)
  const tags = [...stay, ...coming]
  const tooMany = tagCountProblems(tags, context.policy.limits.tags)
  return {
    changes: { tags },
    touches: [...new Map([...removed, ...added]).keys()].map((key) => {
      const kept = there.get(key) ?? null
      const after = removed.has(key) || kept === null ? (added.get(key) ?? null) : kept
      return touchOf(['tags', key], kept, after)
    }),
    concern: (customer) => ({ tags: customer.tags.filter((tag) => added.has(tagKey(tag))) }),
    ...(coming.length > 0 ? { problems: tooMany } : { warnings: tooMany }),
  }
}

/** Of tags that are the same, the first. */
function byKey(tags: readonly string[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  for (const tag of tags) {
    const key = tagKey(tag)
    if (!first.has(key)) first.set(key, tag)
  }
  return first
}
