import type { Customer, CustomerField } from '../customer/customer.js'
import { isMissing } from './keepable.js'
import { chosenRecord, type MergeGroup } from './merge-group.js'
import type { KeepField, TypedField } from './merge-wish.js'
import { differing, wholeValue, type MergedValue } from './merged-field.js'

/** How one field of the merged profile comes about. */
export type FieldRule<Field extends CustomerField> = (group: MergeGroup) => MergedValue<Customer[Field]>

/** A field that is a text or missing. */
type FilledField = 'firstName' | 'lastName' | 'email' | 'phone' | 'locale' | 'source'

/** The chosen record's value, else the survivor's, else the first that there is. */
export function filled<Field extends FilledField>(field: Field): FieldRule<Field> {
  return (group) => {
    const { records } = group
    const chosen = chosenRecord(group, field)
    if (chosen !== undefined) return wholeValue(records, field, chosen, 'chosen')
    const from = records.find(({ customer }) => !isMissing(customer[field]))
    if (from === undefined) return nothing(null)
    return wholeValue(records, field, from, from === records[0] ? 'survivor' : 'only-value')
  }
}

/** What is typed in the review (M-2a), else as `filled`. */
export function typedOrFilled<Field extends TypedField>(field: Field): FieldRule<Field> {
  const rule = filled(field)
  return (group) => {
    const typed = group.typed[field]
    return typed === undefined ? rule(group) : edited(group, field, typed.value)
  }
}

/** A value that the wish brings; whatever else the records have is dropped. */
export function edited<Field extends CustomerField>(
  { records }: MergeGroup,
  field: Field,
  kept: Customer[Field],
): MergedValue<Customer[Field]> {
  return { kept, source: null, rule: 'edited', dropped: differing(records, field, kept) }
}

/** The chosen record's value, else the survivor's, whatever it is. */
export function ofSurvivor<Field extends CustomerField & KeepField>(field: Field): FieldRule<Field> {
  return (group) => {
    const chosen = chosenRecord(group, field)
    return chosen === undefined
      ? wholeValue(group.records, field, group.records[0], 'survivor')
      : wholeValue(group.records, field, chosen, 'chosen')
  }
}

/** The survivor's own, which nobody can choose otherwise. */
export const survivorId: FieldRule<'id'> = ({ records }) => wholeValue(records, 'id', records[0], 'survivor')

/** The first of the profiles was the first sign of the person (ours). */
export const earliestCreation: FieldRule<'createdAt'> = ({ records }) => {
  const earliest = records.reduce((first, next) =>
    next.customer.createdAt < first.customer.createdAt ? next : first,
  )
  return wholeValue(records, 'createdAt', earliest, 'earliest')
}

export const timeOfMerge: FieldRule<'updatedAt'> = ({ records, now }) => ({
  kept: now,
  source: null,
  rule: 'now',
  dropped: differing(records, 'updatedAt', now),
})

/** The account of the survivor or of the chosen record, blocked if any record's is (C-8). */
export const survivorAccount: FieldRule<'account'> = (group) => {
  const { records } = group
  const base = ofSurvivor('account')(group)
  const blocked = records.find(({ customer }) => customer.account.blocked)
  if (blocked === undefined || base.kept.blocked) return base
  const kept = { ...base.kept, blocked: true }
  return {
    kept,
    source: [base.source as string, blocked.customer.id],
    rule: 'blocked-if-either',
    dropped: differing(records, 'account', kept),
  }
}

/** What a field is when no record has any. */
export function nothing<Value>(kept: Value): MergedValue<Value> {
  return { kept, source: null, rule: 'empty', dropped: [] }
}
