import { tagKey, tagPlaces } from '../customer/tags.js'
import { ceilings, type Limits } from '../limits/limits.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { CustomerId } from '../value/id.js'
import { codePointLength, isLongerThan, isStorable } from '../value/text.js'
import { textProblems } from '../value/text-problems.js'
import type { MergeDraft } from './merge-draft.js'
import type { MergeProblemCode } from './merge-problem.js'
import type { MergeWish } from './merge-wish.js'
import type { MergedField, MergedValue } from './merged-field.js'

type Found = Problem<MergeProblemCode>

/**
 * What of the merged note and tags is over a limit (M-4, M-5), and of the addresses over the ceiling, checked once, when
 * everything is merged; a shorter `note` or list of `tags` in the wish clears it. Of texts that the wish itself brings, also
 * whether they can be kept; of tags, those that could be kept at all, because a wish may bring any number.
 */
export function limitProblems({ fields, given, wish }: MergeDraft, limits: Limits): Found[] {
  const ids = given.map(({ customer }) => customer.id)
  return fields.flatMap((row) => {
    if (row.field === 'note') return noteProblems(row, wish, limits.note, givers(ids, row.source))
    if (row.field === 'addresses' || row.field === 'billingDetails') return bookProblems(row)
    return row.field === 'tags' ? tagsProblems(row, wish, limits, givers(ids, row.source)) : []
  })
}

/** A customer whom no shape fits any more could neither be edited nor handed over. */
function bookProblems({
  field,
  kept,
}: MergedField & { readonly field: 'addresses' | 'billingDetails' }): Found[] {
  return kept.length > ceilings.list ? [problem('shape.too-long', [field], { limit: ceilings.list })] : []
}

function noteProblems(
  { kept: note }: MergedValue<string | null>,
  wish: MergeWish,
  limit: number,
  whose: Givers,
): Found[] {
  if (note === null) return []
  if (isLongerThan(note, limit))
    return [problem('merge.note-too-long', ['note'], { limit, length: codePointLength(note), ...whose })]
  return wish.note === undefined || isStorable(note) ? [] : [problem('text.not-storable', ['note'])]
}

function tagsProblems(
  { kept: tags }: MergedValue<readonly string[]>,
  wish: MergeWish,
  limits: Limits,
  whose: Givers,
): Found[] {
  return [
    ...(tags.length > limits.tags
      ? [problem('merge.too-many-tags', ['tags'], { limit: limits.tags, length: tags.length, ...whose })]
      : []),
    ...(wish.tags === undefined ? [] : typedTagsProblems(tags.slice(0, limits.tags), wish.tags, limits.tag)),
  ]
}

/** Each under the place at which it was typed: one text may hold several tags. */
function typedTagsProblems(tags: readonly string[], typed: readonly string[], limit: number): Found[] {
  const places = tagPlaces(typed)
  return tags.flatMap((tag) => textProblems(tag, limit, ['tags', places.get(tagKey(tag)) as number]))
}

type Givers = { readonly customers?: CustomerId[] }

/** Whose they are, as with every other blocker in the order of the records; what the wish brings is nobody's. */
function givers(ids: readonly CustomerId[], source: CustomerId | readonly CustomerId[] | null): Givers {
  if (source === null) return {}
  const own = new Set([source].flat())
  return { customers: ids.filter((id) => own.has(id)) }
}
