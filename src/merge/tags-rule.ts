import { normalizeTags, tagKey } from '../customer/tags.js'
import { nothing, type FieldRule } from './field-rules.js'
import { chosenRecord } from './merge-group.js'
import { losses, sourceOf, type Dropped, type MergedValue } from './merged-field.js'
import type { MergeGroup, Records } from './merge-group.js'

type Tags = readonly string[]

/** The tags of the wish, else the chosen record's, else those of all, folded, the survivor's first (M-5, E-3). */
export const mergedTags: FieldRule<'tags'> = (group) => {
  const { records, wish } = group
  const kept = wish.tags === undefined ? null : normalizeTags(wish.tags)
  if (kept !== null) return { kept, source: null, rule: 'edited', dropped: lostTags(records, kept) }
  return keptTags(group)
}

function keptTags(group: MergeGroup): MergedValue<Tags> {
  const { records } = group
  const chosen = chosenRecord(group, 'tags')?.customer
  if (chosen !== undefined)
    return { kept: chosen.tags, source: chosen.id, rule: 'chosen', dropped: lostTags(records, chosen.tags) }
  const united = uniteTags(records)
  const kept = united.map(({ tag }) => tag)
  if (kept.length === 0) return nothing(kept)
  const source = sourceOf([...new Set(united.map(({ owner }) => owner))])
  return { kept, source, rule: 'united', dropped: lostTags(records, kept) }
}

function uniteTags(records: Records): { readonly tag: string; readonly owner: string }[] {
  const byKey = new Map<string, { readonly tag: string; readonly owner: string }>()
  for (const { customer } of records)
    for (const tag of customer.tags) {
      const key = tagKey(tag)
      if (!byKey.has(key)) byKey.set(key, { tag, owner: customer.id })
    }
  return [...byKey.values()]
}

/** The tags that are gone, and the other spellings of those that stay. */
function lostTags(records: Records, kept: Tags): Dropped<Tags>[] {
  const spellings = new Set(kept)
  return losses(records, ({ tags }): Tags => tags.filter((tag) => !spellings.has(tag)))
}
