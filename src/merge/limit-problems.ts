import type { Limits } from '../limits/limits.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { CustomerId } from '../value/id.js'
import { codePointLength, isLongerThan, isStorable } from '../value/text.js'
import { textProblems } from '../value/text-problems.js'
import type { MergeProblemCode } from './merge-problem.js'
import type { MergeWish } from './merge-wish.js'
import type { MergedField, MergedValue } from './merged-field.js'

type Found = Problem<MergeProblemCode>

/**
 * What of the merged note and tags is over a limit (M-4, M-5), checked once, when everything is merged; a shorter `note`
 * or list of `tags` in the wish clears it. Of texts that the wish itself brings, also whether they can be kept; of tags,
 * those that could be kept at all, because a wish may bring any number.
 */
export function limitProblems(fields: readonly MergedField[], wish: MergeWish, limits: Limits): Found[] {
  return fields.flatMap((row) => {
    if (row.field === 'note') return noteProblems(row, wish, limits.note)
    return row.field === 'tags' ? tagsProblems(row, wish, limits) : []
  })
}

function noteProblems(row: MergedValue<string | null>, wish: MergeWish, limit: number): Found[] {
  const { kept: note, source } = row
  if (note === null) return []
  if (isLongerThan(note, limit))
    return [problem('merge.note-too-long', ['note'], excess(limit, codePointLength(note), source))]
  return wish.note === undefined || isStorable(note) ? [] : [problem('text.not-storable', ['note'])]
}

function tagsProblems(row: MergedValue<readonly string[]>, wish: MergeWish, limits: Limits): Found[] {
  const { kept: tags, source } = row
  return [
    ...(tags.length > limits.tags
      ? [problem('merge.too-many-tags', ['tags'], excess(limits.tags, tags.length, source))]
      : []),
    ...(wish.tags === undefined
      ? []
      : tags.slice(0, limits.tags).flatMap((tag, index) => textProblems(tag, limits.tag, ['tags', index]))),
  ]
}

/** By how much, and whose they are, as with every other blocker; what the wish brings is nobody's. */
function excess(
  limit: number,
  length: number,
  source: CustomerId | readonly CustomerId[] | null,
): { limit: number; length: number; customers?: CustomerId[] } {
  return source === null ? { limit, length } : { limit, length, customers: [source].flat() }
}
