import type { CustomerField } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import type { JsonValue } from '../outcome/json.js'
import { tagTouches } from '../plan/tag-touches.js'
import type { Touch } from '../plan/touch.js'
import type { KeepField, MergeWish } from './merge-wish.js'
import type { MergedField } from './merged-field.js'

/** The names of `keep` that are called otherwise in a customer. */
const pointers: { readonly [Field in Exclude<KeepField, CustomerField>]: CustomerField } = {
  defaultAddress: 'defaultAddressId',
  defaultBillingDetails: 'defaultBillingDetailsId',
}

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

/** The fields of the merged profile of which the wish says anything. */
export function namedFields({ keep = {}, note, tags }: MergeWish): ReadonlySet<string> {
  const edited = Object.entries({ note, tags }).filter(([, value]) => value !== undefined)
  const names = [...Object.keys(keep), ...edited.map(([field]) => field)]
  return new Set(names.map((name) => (Object.hasOwn(pointers, name) ? pointers[name as Pointer] : name)))
}

type Pointer = keyof typeof pointers
