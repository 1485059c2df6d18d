import type { Customer, CustomerField } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import { sameJson } from '../outcome/same-json.js'
import type { ConsentRule } from '../policy/policy.js'
import type { CustomerId } from '../value/id.js'
import { isMissing } from './keepable.js'

/** Why a field of the merged profile has its value. */
export type MergeRule =
  /** the survivor's */
  | 'survivor'
  /** the survivor has none */
  | 'only-value'
  /** a choice of `keep` */
  | 'chosen'
  /** typed in the wish: a contact detail, the `note` or the `tags` (M-2a) */
  | 'edited'
  /** the notes by one space, the survivor's first (M-4) */
  | 'joined'
  /** the tags of all, folded (M-5) */
  | 'united'
  /** every address, exact duplicates once (M-1) */
  | 'all-kept'
  /** by key, the survivor's first */
  | 'by-key'
  /** the survivor's account, blocked because another is */
  | 'blocked-if-either'
  /** by the policy's rule (M-6) */
  | `consent-${ConsentRule}`
  | 'earliest'
  /** the time of the merge */
  | 'now'
  /** no record has any */
  | 'empty'

/** What of a record's value the merged profile does not hold, in the form of the field. */
export interface Dropped<Value> {
  readonly id: CustomerId
  readonly value: Value
}

/** The value of a field in the merged profile, whose it is, by which rule, and what is discarded (M-9). */
export interface MergedValue<Value> {
  readonly kept: Value
  /** the record it comes from; several where it is made of several; `null` where it comes from none */
  readonly source: CustomerId | readonly CustomerId[] | null
  readonly rule: MergeRule
  readonly dropped: readonly Dropped<Value>[]
}

/** One row of the review (M-9). */
export type MergedField = {
  readonly [Field in CustomerField]: { readonly field: Field } & MergedValue<Customer[Field]>
}[CustomerField]

/** One record's value of a field, whole; the other records' differing values are dropped. */
export function wholeValue<Field extends CustomerField>(
  records: readonly CustomerRecord[],
  field: Field,
  from: CustomerRecord,
  rule: MergeRule,
): MergedValue<Customer[Field]> {
  const kept = from.customer[field]
  return { kept, source: from.customer.id, rule, dropped: differing(records, field, kept) }
}

/** The values of a field that say something else than what is kept. */
export function differing<Field extends CustomerField>(
  records: readonly CustomerRecord[],
  field: Field,
  kept: Customer[Field],
): Dropped<Customer[Field]>[] {
  return records
    .map(({ customer }) => ({ id: customer.id, value: customer[field] }))
    .filter(({ value }) => !isMissing(value) && !sameJson(value, kept))
}

/** What each record loses of a value that has parts; a record that loses nothing is left out. */
export function losses<Value extends object>(
  records: readonly CustomerRecord[],
  lost: (customer: Customer) => Value,
): Dropped<Value>[] {
  return records
    .map(({ customer }) => ({ id: customer.id, value: lost(customer) }))
    .filter(({ value }) => Object.keys(value).length > 0)
}

/** The source of what one record or several have given to. */
export function sourceOf(ids: readonly CustomerId[]): CustomerId | readonly CustomerId[] {
  return ids.length === 1 ? (ids[0] as CustomerId) : ids
}
