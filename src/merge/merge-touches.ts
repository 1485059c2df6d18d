import type { CustomerRecord } from '../customer/record.js'
import type { JsonValue } from '../outcome/json.js'
import { tagTouches } from '../plan/tag-touches.js'
import type { Touch } from '../plan/touch.js'
import type { MergeWish } from './merge-wish.js'
import type { MergedField } from './merged-field.js'
import { namedFields } from './named-fields.js'

/**
 * One touch for every field that the wish names, changed or not, and of tags for every tag, in the order of the review:
 * what the survivor has, and what it will have.
 */
export function mergeTouches(
  fields: readonly MergedField[],
  wish: MergeWish,
  { customer }: Pick<CustomerRecord, 'customer'>,
): Touch[] {
  const named = namedFields(wish)
  return fields
    .filter(({ field }) => named.has(field))
    .flatMap((row) =>
      row.field === 'tags'
        ? tagTouches(customer.tags, row.kept)
        : // plain data is JSON, though an interface does not say so
          [{ path: [row.field], before: customer[row.field] as JsonValue, after: row.kept as JsonValue }],
    )
}
