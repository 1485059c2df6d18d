import type { Address, BillingDetails } from '../address/address.js'
import type { Consent } from '../contact/consent.js'
import type { E164 } from '../contact/phone.js'
import type { JsonValue } from '../outcome/json.js'
import type { AddressId, CustomerId } from '../value/id.js'
import type { Instant } from '../value/instant.js'
import type { Account } from './account.js'

/** Host data under `namespace.key`; a birthday is `facts.birth_date`. All of it is personal unless the policy says otherwise. */
export type Metafields = { readonly [namespacedKey: string]: JsonValue }

/**
 * A customer as the shop knows them. Plain data that survives JSON unchanged; missing is `null`.
 * At least one of first name, last name, email and phone is there.
 */
export interface Customer {
  readonly id: CustomerId
  readonly firstName: string | null
  readonly lastName: string | null
  /** as typed, without blanks; compared by `emailKey` */
  readonly email: string | null
  readonly phone: E164 | null
  /** BCP 47, `pl-PL`; `null` reads as the shop's */
  readonly locale: string | null
  /** for staff only (E-2) */
  readonly note: string | null
  /** first spelling and insertion order kept; compared folded (E-3) */
  readonly tags: readonly string[]
  readonly addresses: readonly Address[]
  /** points into `addresses`; `null` exactly when there are none (E-4) */
  readonly defaultAddressId: AddressId | null
  readonly billingDetails: readonly BillingDetails[]
  readonly defaultBillingDetailsId: AddressId | null
  readonly emailMarketingConsent: Consent
  readonly smsMarketingConsent: Consent
  readonly account: Account
  /** 0 is the base price, 1 to 10 the wholesale levels (C-10) */
  readonly priceLevel: number
  /** where the customer came from (C-9) */
  readonly source: string | null
  readonly taxExempt: boolean
  readonly taxExemptions: readonly string[]
  readonly metafields: Metafields
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** A top-level field of a customer. */
export type CustomerField = keyof Customer
