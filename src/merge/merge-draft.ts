import type { Customer } from '../customer/customer.js'
import type { Context } from '../plan/context.js'
import type { CountryCode } from '../value/country.js'
import type { Touch } from '../plan/touch.js'
import type { CustomerId } from '../value/id.js'
import { mergeGroup, type MergeGroup, type Records } from './merge-group.js'
import { mergedCustomer, mergedFields } from './merge-rules.js'
import { mergeTouches } from './merge-touches.js'
import type { MergeWish } from './merge-wish.js'
import { defaultAddress } from './address-rules.js'
import { readTyped } from './typed-contacts.js'
import type { MergedField } from './merged-field.js'
import { assignRoles, type SurvivorRule } from './survivor.js'

/** What the rules make of some records, before anybody asks whether they may be merged. */
export interface MergeDraft {
  readonly wish: MergeWish
  /** the records as the caller named them */
  readonly given: Records
  readonly group: MergeGroup
  readonly survivorRule: SurvivorRule
  readonly absorbed: readonly CustomerId[]
  readonly fields: readonly MergedField[]
  readonly customer: Customer
  readonly touches: readonly Touch[]
}

/** Merges distinct records in memory. Total: a choice that names nothing is passed over here, and refused elsewhere. */
export function draftMerge(given: Records, wish: MergeWish, context: Context): MergeDraft {
  const { records, rule } = assignRoles(given, wish)
  const unread = mergeGroup(records, wish, context)
  const group = { ...unread, typed: readTyped(wish, countryOf(unread, context), context) }
  const fields = mergedFields(group)
  return {
    wish,
    given,
    group,
    survivorRule: rule,
    absorbed: records.slice(1).map(({ customer }) => customer.id),
    fields,
    customer: mergedCustomer(fields),
    touches: mergeTouches(fields, wish, records[0]),
  }
}

/** By which a typed phone is read: the country of the default address that is kept, else of the shop. */
function countryOf(group: MergeGroup, { shop }: Context): CountryCode {
  const id = defaultAddress(group).kept
  return group.addresses.kept.find((address) => address.id === id)?.countryCode ?? shop.country
}
