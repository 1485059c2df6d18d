import type { Customer } from '../customer/customer.js'
import type { Limits } from '../limits/limits.js'
import { problem, type Problem } from '../outcome/problem.js'
import { codePointLength, isLongerThan, isStorable } from '../value/text.js'
import { textProblems } from '../value/text-problems.js'
import type { MergeProblemCode } from './merge-problem.js'
import type { MergeWish } from './merge-wish.js'

type Found = Problem<MergeProblemCode>

/**
 * What of the merged note and tags is over a limit (M-4, M-5), checked once, when everything is merged; a shorter `note`
 * or list of `tags` in the wish clears it. Of texts that the wish itself brings, also whether they can be kept; of tags,
 * those that could be kept at all, because a wish may bring any number.
 */
export function limitProblems({ note, tags }: Customer, wish: MergeWish, limits: Limits): Found[] {
  return [
    ...(note === null ? [] : noteProblems(note, wish, limits.note)),
    ...(tags.length > limits.tags
      ? [problem('merge.too-many-tags', ['tags'], { limit: limits.tags, length: tags.length })]
      : []),
    ...(wish.tags === undefined
      ? []
      : tags.slice(0, limits.tags).flatMap((tag, index) => textProblems(tag, limits.tag, ['tags', index]))),
  ]
}

function noteProblems(note: string, wish: MergeWish, limit: number): Found[] {
  if (isLongerThan(note, limit))
    return [problem('merge.note-too-long', ['note'], { limit, length: codePointLength(note) })]
  return wish.note === undefined || isStorable(note) ? [] : [problem('text.not-storable', ['note'])]
}
