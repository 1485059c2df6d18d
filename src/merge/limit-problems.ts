import type { Customer, CustomerField } from '../customer/customer.js'
import { tagKey, tagPlaces } from '../customer/tags.js'
import { ceilings, type Limits } from '../limits/limits.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { CustomerId } from '../value/id.js'
import { codePointLength, isLongerThan, isStorable } from '../value/text.js'
import { textProblems } from '../value/text-problems.js'
import type { MergeDraft } from './merge-draft.js'
import type { MergeProblemCode } from './merge-problem.js'
import type { MergedValue } from './merged-field.js'

type Found = Problem<MergeProblemCode>

interface Row<Field extends CustomerField, Value = Customer[Field]> extends MergedValue<Value> {
  readonly field: Field
}

type Judge<Field extends CustomerField> = (row: Row<Field>, draft: MergeDraft, limits: Limits) => Found[]

/** What is judged of a merged profile; all else comes from one record, in which it was right or was there before. */
const judges: { readonly [Field in CustomerField]?: Judge<Field> } = {
  note: noteProblems,
  tags: tagsProblems,
  addresses: crowdProblems,
  billingDetails: crowdProblems,
  metafields: crowdProblems,
}

/**
 * What of the merged note and tags is over a limit (M-4, M-5), and of the addresses and the host data over the ceiling, checked
 * once, when everything is merged; a shorter `note` or list of `tags` in the wish clears it. Of texts that the wish itself brings,
 * also whether they can be kept; of tags, those that could be kept at all, because a wish may bring any number.
 */
export function limitProblems(draft: MergeDraft, limits: Limits): Found[] {
  return draft.fields.flatMap((row) => {
    const judge = judges[row.field] as Judge<CustomerField> | undefined
    return judge?.(row, draft, limits) ?? []
  })
}

/** A customer whom no shape fits any more could neither be edited nor handed over. */
function crowdProblems({ field, kept }: Row<CustomerField, object>): Found[] {
  const limit = ceilings.list
  return Object.keys(kept).length > limit ? [problem('shape.too-long', [field], { limit })] : []
}

function noteProblems(
  { kept: note, source }: MergedValue<string | null>,
  { given, wish }: MergeDraft,
  { note: limit }: Limits,
): Found[] {
  if (note === null) return []
  if (isLongerThan(note, limit))
    return [
      problem('merge.note-too-long', ['note'], {
        limit,
        length: codePointLength(note),
        ...givers(given, source),
      }),
    ]
  return wish.note === undefined || isStorable(note) ? [] : [problem('text.not-storable', ['note'])]
}

function tagsProblems(
  { kept: tags, source }: MergedValue<readonly string[]>,
  { given, wish }: MergeDraft,
  limits: Limits,
): Found[] {
  const { length } = tags
  const limit = limits.tags
  return [
    ...(length > limit
      ? [problem('merge.too-many-tags', ['tags'], { limit, length, ...givers(given, source) })]
      : []),
    ...(wish.tags === undefined ? [] : typedTagsProblems(tags.slice(0, limit), wish.tags, limits.tag)),
  ]
}

/** Each under the place at which it was typed: one text may hold several tags. */
function typedTagsProblems(tags: readonly string[], typed: readonly string[], limit: number): Found[] {
  const places = tagPlaces(typed)
  return tags.flatMap((tag) => textProblems(tag, limit, ['tags', places.get(tagKey(tag)) as number]))
}

/** Whose they are, as with every other blocker in the order of the records; what the wish brings is nobody's. */
function givers(
  given: MergeDraft['given'],
  source: CustomerId | readonly CustomerId[] | null,
): { readonly customers?: CustomerId[] } {
  if (source === null) return {}
  const own = new Set([source].flat())
  return { customers: given.map(({ customer }) => customer.id).filter((id) => own.has(id)) }
}
