import type { Address } from '../address/address.js'
import type { AddressId } from '../value/id.js'
import type { MergedBook } from './address-books.js'
import { nothing, type FieldRule } from './field-rules.js'
import { chosenRecord, type MergeGroup } from './merge-group.js'
import type { KeepField } from './merge-wish.js'
import { sourceOf, type MergedValue } from './merged-field.js'

/** Every delivery address of every record (M-1). */
export const allAddresses: FieldRule<'addresses'> = ({ addresses }) => wholeBook(addresses)

/** Every set of invoice data of every record (E-5). */
export const allBillingDetails: FieldRule<'billingDetails'> = ({ billingDetails }) =>
  wholeBook(billingDetails)

/** The default of the chosen record, else of the survivor, else the first that there is. */
export const defaultAddress: FieldRule<'defaultAddressId'> = (group) =>
  mergedDefault(group, 'defaultAddress', group.addresses.defaults)

/** The same for invoice data. */
export const defaultBillingDetails: FieldRule<'defaultBillingDetailsId'> = (group) =>
  mergedDefault(group, 'defaultBillingDetails', group.billingDetails.defaults)

function wholeBook<Entry extends Address>(book: MergedBook<Entry>): MergedValue<readonly Entry[]> {
  const { kept, owners, dropped } = book
  return kept.length === 0 ? nothing(kept) : { kept, source: sourceOf(owners), rule: 'all-kept', dropped }
}

/** What is dropped is only that it was the default; the address itself stays. */
function mergedDefault(
  group: MergeGroup,
  field: KeepField,
  defaults: MergedBook<Address>['defaults'],
): MergedValue<AddressId | null> {
  const chosen = chosenRecord(group, field)?.customer.id
  const all = [...defaults]
  const winner = all.find(([owner]) => owner === chosen) ?? all[0]
  if (winner === undefined) return nothing(null)
  const [source, kept] = winner
  const rule =
    source === chosen ? 'chosen' : source === group.records[0].customer.id ? 'survivor' : 'only-value'
  return {
    kept,
    source,
    rule,
    dropped: all.filter(([, id]) => id !== kept).map(([id, value]) => ({ id, value })),
  }
}
