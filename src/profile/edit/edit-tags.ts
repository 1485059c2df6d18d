import { tagCountProblems } from '../../customer/customer-rule-table.js'
import { normalizeTags, tagKey } from '../../customer/tags.js'
import { touchOf, type Touch } from '../../plan/touch.js'
import type { TagsEdit } from './customer-edit.js'
import type { EditedPart, EditGround } from './edited-part.js'

type ByKey = ReadonlyMap<string, string>

/**
 * Tags that go, and then tags that come; what stays keeps its spelling and its place (E-3). Whoever has too many already
 * may lose some, and is refused any more.
 */
export function editTags({ draft, context }: EditGround, { add = [], remove = [] }: TagsEdit): EditedPart {
  const [removed, added] = [byKey(remove), byKey(add)]
  const had = new Map<string, string>()
  const tags: string[] = []
  for (const tag of draft.tags) {
    const key = tagKey(tag)
    if (!had.has(key)) had.set(key, tag)
    if (!removed.has(key)) tags.push(tag)
  }
  const stay = tags.length
  for (const [key, tag] of added) if (removed.has(key) || !had.has(key)) tags.push(tag)
  draft.tags = tags
  const tooMany = tagCountProblems(tags, context.policy.limits.tags)
  const isMore = tags.length > stay
  return {
    fields: ['tags'],
    touches: touchesOf(had, removed, added),
    narrow: (customer) => {
      customer.tags = customer.tags.filter((tag) => added.has(tagKey(tag)))
    },
    problems: isMore ? tooMany : [],
    warnings: isMore ? [] : tooMany,
  }
}

/** One for each tag that is named: what goes may come back in another spelling, and what stays keeps its own. */
function touchesOf(had: ByKey, removed: ByKey, added: ByKey): Touch[] {
  const touches: Touch[] = []
  for (const key of removed.keys())
    touches.push(touchOf(['tags', key], had.get(key) ?? null, added.get(key) ?? null))
  for (const [key, tag] of added)
    if (!removed.has(key)) touches.push(touchOf(['tags', key], had.get(key) ?? null, had.get(key) ?? tag))
  return touches
}

function byKey(typed: readonly string[]): ByKey {
  const tags = new Map<string, string>()
  for (const tag of normalizeTags(typed)) tags.set(tagKey(tag), tag)
  return tags
}
