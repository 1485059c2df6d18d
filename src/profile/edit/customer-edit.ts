import type { AddressInput } from '../../address/address.js'
import type { BillingDetailsInput } from '../../address/address.js'
import type { Metafields } from '../../customer/customer.js'
import type { AddressId } from '../../value/id.js'

type Text = string | null | undefined

/** Adds a line to what is there. */
export interface NoteAddition {
  readonly append: string
}

/** Tags that go, and then tags that come; in any case and spelling (E-3). */
export interface TagsEdit {
  readonly add?: readonly string[] | undefined
  readonly remove?: readonly string[] | undefined
}

/** One change of an address book, by the address's id; never by its place, which another change may have moved. */
export type BookEdit<Input> =
  | { readonly type: 'add'; readonly address: Input; readonly asDefault?: boolean | undefined }
  | { readonly type: 'edit'; readonly id: AddressId; readonly changes: Input }
  | { readonly type: 'remove'; readonly id: AddressId }
  | { readonly type: 'default'; readonly id: AddressId }

/** One change of the delivery addresses (E-4). */
export type AddressEdit = BookEdit<AddressInput>

/** One change of the invoice data (E-5). */
export type BillingDetailsEdit = BookEdit<BillingDetailsInput>

/**
 * What is to be changed about a customer, as data: a field is named by what it shall be, `null` empties it, and what is
 * left out stays. Consent is not among them: it has transitions of its own.
 */
export interface CustomerEdit {
  readonly firstName?: Text
  readonly lastName?: Text
  readonly email?: Text
  readonly phone?: Text
  readonly locale?: Text
  /** the whole note, or a line more (E-2) */
  readonly note?: Text | NoteAddition
  readonly tags?: TagsEdit | undefined
  /** carried out in their order (E-4) */
  readonly addresses?: readonly AddressEdit[] | undefined
  readonly billingDetails?: readonly BillingDetailsEdit[] | undefined
  /** C-8 */
  readonly account?: 'block' | 'unblock' | undefined
  /** C-10 */
  readonly priceLevel?: number | undefined
  readonly source?: Text
  readonly taxExempt?: boolean | undefined
  readonly taxExemptions?: readonly string[] | undefined
  /** only the keys that are to change; `null` takes one away */
  readonly metafields?: Metafields | undefined
}

/** What of a customer an edit can name. */
export type EditField = keyof CustomerEdit
