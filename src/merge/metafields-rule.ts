import type { Metafields } from '../customer/customer.js'
import type { JsonValue } from '../outcome/json.js'
import { sameJson } from '../outcome/same-json.js'
import type { CustomerId } from '../value/id.js'
import { nothing, type FieldRule } from './field-rules.js'
import { isMissing } from './keepable.js'
import { losses, sourceOf } from './merged-field.js'

/** Key by key: the survivor's value stays; what only others have is added, and stands where the survivor's says nothing. */
export const mergedMetafields: FieldRule<'metafields'> = ({ records }) => {
  const byKey = new Map<string, { readonly value: JsonValue; readonly owner: CustomerId }>()
  for (const { customer } of records)
    for (const [key, value] of Object.entries(customer.metafields)) {
      const before = byKey.get(key)
      if (before === undefined || (isMissing(before.value) && !isMissing(value)))
        byKey.set(key, { value, owner: customer.id })
    }
  const kept: Metafields = Object.fromEntries([...byKey].map(([key, { value }]) => [key, value]))
  if (byKey.size === 0) return nothing(kept)
  const lost = ([key, value]: [string, JsonValue]): boolean =>
    !isMissing(value) && !sameJson(value, kept[key])
  return {
    kept,
    source: sourceOf([...new Set([...byKey.values()].map(({ owner }) => owner))]),
    rule: 'by-key',
    dropped: losses(records, ({ metafields }) => Object.fromEntries(Object.entries(metafields).filter(lost))),
  }
}
