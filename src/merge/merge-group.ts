import type { Address, BillingDetails } from '../address/address.js'
import type { CustomerRecord } from '../customer/record.js'
import type { Context } from '../plan/context.js'
import type { Policy } from '../policy/policy.js'
import type { Instant } from '../value/instant.js'
import { newIds } from '../value/new-ids.js'
import { bookOf, mergeBooks, type MergedBook } from './address-books.js'
import type { KeepField, MergeWish } from './merge-wish.js'
import type { TypedContacts } from './typed-contacts.js'

/** One record or more; the first is the survivor. */
export type Records = readonly [CustomerRecord, ...CustomerRecord[]]

/** All that the rule of a field may read. */
export interface MergeGroup {
  /** the survivor first, the others in the order in which they were given */
  readonly records: Records
  readonly wish: MergeWish
  /** what is typed in place of what the rules would keep (M-2a) */
  readonly typed: TypedContacts
  readonly policy: Pick<Policy, 'consent' | 'identity'>
  readonly now: Instant
  readonly addresses: MergedBook<Address>
  readonly billingDetails: MergedBook<BillingDetails>
}

/** Puts the survivor first and merges the address books, whose ids several fields need. What is typed is not read yet. */
export function mergeGroup(records: Records, wish: MergeWish, { now, policy }: Context): MergeGroup {
  const nextId = newIds()
  return {
    records,
    wish,
    typed: {},
    policy,
    now,
    addresses: mergeBooks(
      records.map(({ customer }) => bookOf(customer.id, customer.addresses, customer.defaultAddressId)),
      nextId,
    ),
    billingDetails: mergeBooks(
      records.map(({ customer }) =>
        bookOf(customer.id, customer.billingDetails, customer.defaultBillingDetailsId),
      ),
      nextId,
    ),
  }
}

/** The record that `keep` names for a field; nothing where there is no such choice or no such record. */
export function chosenRecord(
  { records, wish }: Pick<MergeGroup, 'records' | 'wish'>,
  field: KeepField,
): CustomerRecord | undefined {
  const id = wish.keep?.[field]
  return records.find(({ customer }) => customer.id === id)
}
